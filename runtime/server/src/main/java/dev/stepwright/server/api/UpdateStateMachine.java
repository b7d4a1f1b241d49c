package dev.stepwright.server.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Request of UpdateStateMachine; a null member keeps what is. */
public record UpdateStateMachine(
        String stateMachineArn,
        @Nullable String definition,
        @Nullable String roleArn,
        @Nullable LoggingConfiguration loggingConfiguration,
        @Nullable TracingConfiguration tracingConfiguration,
        boolean publish,
        @Nullable String versionDescription,
        @Nullable EncryptionConfiguration encryptionConfiguration) {

    public static UpdateStateMachine of(Members in) {
        return new UpdateStateMachine(
                in.text("stateMachineArn", Length.ARN),
                in.optionalText("definition", Length.DEFINITION),
                in.optionalText("roleArn", Length.ARN),
                in.structure("loggingConfiguration", LoggingConfiguration::read),
                in.structure("tracingConfiguration", TracingConfiguration::read),
                in.flag("publish"),
                in.optionalText("versionDescription", Length.DESCRIPTION),
                in.structure("encryptionConfiguration", EncryptionConfiguration::read));
    }

    /** Its answer. */
    public record Answer(
            Instant updateDate,
            @Nullable String revisionId,
            @Nullable String stateMachineVersionArn) {}
}
