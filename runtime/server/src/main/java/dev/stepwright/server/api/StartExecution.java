package dev.stepwright.server.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Request of StartExecution. */
public record StartExecution(
        String stateMachineArn,
        @Nullable String name,
        @Nullable String input,
        @Nullable String traceHeader) {
    public static StartExecution of(Members in) {
        return new StartExecution(
                in.text("stateMachineArn", Length.ARN),
                in.optionalText("name", Length.NAME),
                in.optionalText("input", Length.DATA),
                in.optionalMatching("traceHeader", Length.TRACE_HEADER, "\\p{ASCII}*"));
    }

    /** Its answer. */
    public record Answer(String executionArn, Instant startDate) {}
}
