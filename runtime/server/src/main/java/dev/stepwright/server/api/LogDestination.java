package dev.stepwright.server.api;

import org.jspecify.annotations.Nullable;

/** Where a machine's log goes. */
public record LogDestination(@Nullable CloudWatchLogsLogGroup cloudWatchLogsLogGroup) {
    /** A log group. */
    public record CloudWatchLogsLogGroup(@Nullable String logGroupArn) {}

    static LogDestination read(Members in) {
        return new LogDestination(in.structure(
                "cloudWatchLogsLogGroup",
                group -> new CloudWatchLogsLogGroup(group.optionalText("logGroupArn", Length.ARN))));
    }
}
