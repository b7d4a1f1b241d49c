package dev.stepwright.server.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Request of DescribeMapRun. */
public record DescribeMapRun(String mapRunArn) {
    public static DescribeMapRun of(Members in) {
        return new DescribeMapRun(in.text("mapRunArn", Length.LONG_ARN));
    }

    /** Its answer. */
    public record Answer(
            String mapRunArn,
            String executionArn,
            String status,
            Instant startDate,
            @Nullable Instant stopDate,
            long maxConcurrency,
            double toleratedFailurePercentage,
            long toleratedFailureCount,
            Counts itemCounts,
            Counts executionCounts,
            int redriveCount,
            @Nullable Instant redriveDate) {}

    /** How many items, or executions, are how far. */
    public record Counts(
            long pending,
            long running,
            long succeeded,
            long failed,
            long timedOut,
            long aborted,
            long total,
            long resultsWritten,
            long failuresNotRedrivable,
            long pendingRedrive) {}
}
