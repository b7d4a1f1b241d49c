package dev.stepwright.server.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Request of RedriveExecution. */
public record RedriveExecution(
        String executionArn, @Nullable String clientToken) {
    public static RedriveExecution of(Members in) {
        return new RedriveExecution(
                in.text("executionArn", Length.ARN), in.optionalMatching("clientToken", Length.CLIENT_TOKEN, "[!-~]+"));
    }

    /** Its answer. */
    public record Answer(Instant redriveDate) {}
}
