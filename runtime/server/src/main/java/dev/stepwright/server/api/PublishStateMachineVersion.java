package dev.stepwright.server.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Request of PublishStateMachineVersion. */
public record PublishStateMachineVersion(
        String stateMachineArn,
        @Nullable String revisionId,
        @Nullable String description) {
    public static PublishStateMachineVersion of(Members in) {
        return new PublishStateMachineVersion(
                in.text("stateMachineArn", Length.ARN),
                in.optionalText("revisionId", Length.ANY),
                in.optionalText("description", Length.DESCRIPTION));
    }

    /** Its answer. */
    public record Answer(Instant creationDate, String stateMachineVersionArn) {}
}
