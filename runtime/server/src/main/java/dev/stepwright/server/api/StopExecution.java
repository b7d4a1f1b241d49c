package dev.stepwright.server.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Request of StopExecution. */
public record StopExecution(
        String executionArn,
        @Nullable String error,
        @Nullable String cause) {
    public static StopExecution of(Members in) {
        return new StopExecution(
                in.text("executionArn", Length.ARN),
                in.optionalText("error", Length.ERROR),
                in.optionalText("cause", Length.CAUSE));
    }

    /** Its answer. */
    public record Answer(Instant stopDate) {}
}
