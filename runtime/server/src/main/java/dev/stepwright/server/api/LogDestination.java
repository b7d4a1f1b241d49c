package dev.stepwright.server.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a machine's log goes. */
public record LogDestination(@Nullable CloudWatchLogsLogGroup cloudWatchLogsLogGroup) {
    /** The ARN of a log group, with or without the {@code :*} that AWS puts at its end. */
    static final Pattern GROUP = Pattern.compile("arn:[^:]+:logs:[^:]+:[^:]+:log-group:[^:]+(:\\*)?");

    /** A log group. */
    public record CloudWatchLogsLogGroup(@Nullable String logGroupArn) {}

    /** Returns the ARN of the log group, an empty text if there is none. */
    String arn() {
        return cloudWatchLogsLogGroup == null || cloudWatchLogsLogGroup.logGroupArn() == null
                ? ""
                : cloudWatchLogsLogGroup.logGroupArn();
    }

    static LogDestination read(Members in) {
        return new LogDestination(in.structure(
                "cloudWatchLogsLogGroup",
                group -> new CloudWatchLogsLogGroup(group.optionalText("logGroupArn", Length.ARN))));
    }
}
