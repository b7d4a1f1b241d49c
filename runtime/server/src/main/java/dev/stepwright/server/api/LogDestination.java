package dev.stepwright.server.api;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a machine's log goes. */
public record LogDestination(@Nullable CloudWatchLogsLogGroup cloudWatchLogsLogGroup) {
    private static final Pattern GROUP = Pattern.compile("arn:[^:]+:logs:[^:]+:[^:]+:log-group:[^:]+(:.*)?");

    /** A log group. */
    public record CloudWatchLogsLogGroup(@Nullable String logGroupArn) {}

    /** Returns what the service finds wrong with it. That there is such a log group is not checked. */
    Optional<String> problem() {
        String arn = cloudWatchLogsLogGroup == null ? null : cloudWatchLogsLogGroup.logGroupArn();
        if (arn == null) {
            return Optional.of("Must set valid CloudWatch Log Group ARN.");
        }
        if (!GROUP.matcher(arn).matches()) {
            return Optional.of("Provided ARN is not CloudWatch Logs Log Group ARN.");
        }
        return arn.endsWith(":*")
                ? Optional.empty()
                : Optional.of("Log Group ARN must be provided with '*' qualifier.");
    }

    static LogDestination read(Members in) {
        return new LogDestination(in.structure(
                "cloudWatchLogsLogGroup",
                group -> new CloudWatchLogsLogGroup(group.optionalText("logGroupArn", Length.ARN))));
    }
}
