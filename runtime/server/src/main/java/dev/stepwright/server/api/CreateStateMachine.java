package dev.stepwright.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request of CreateStateMachine. */
public record CreateStateMachine(
        String name,
        String definition,
        String roleArn,
        String type,
        LoggingConfiguration loggingConfiguration,
        List<Tag> tags,
        TracingConfiguration tracingConfiguration,
        boolean publish,
        @Nullable String versionDescription,
        EncryptionConfiguration encryptionConfiguration) {

    static final List<String> TYPES = List.of("STANDARD", "EXPRESS");

    public static CreateStateMachine of(Members in) {
        String type = in.word("type", TYPES);
        LoggingConfiguration logging = in.structure("loggingConfiguration", LoggingConfiguration::read);
        List<Tag> tags = in.structures("tags", Tag::read);
        TracingConfiguration tracing = in.structure("tracingConfiguration", TracingConfiguration::read);
        EncryptionConfiguration encryption = in.structure("encryptionConfiguration", EncryptionConfiguration::read);
        return new CreateStateMachine(
                in.text("name", Length.NAME),
                in.text("definition", Length.DEFINITION),
                in.text("roleArn", Length.ARN),
                type == null ? "STANDARD" : type,
                logging == null ? LoggingConfiguration.OFF : logging,
                tags == null ? List.of() : List.copyOf(tags),
                tracing == null ? TracingConfiguration.DISABLED : tracing,
                in.flag("publish"),
                in.optionalText("versionDescription", Length.DESCRIPTION),
                encryption == null ? EncryptionConfiguration.OWNED : encryption);
    }

    /** Its answer. */
    public record Answer(
            String stateMachineArn,
            Instant creationDate,
            @Nullable String stateMachineVersionArn) {}
}
