package dev.stepwright.server.api;

import org.jspecify.annotations.Nullable;

/** Request of GetActivityTask. */
public record GetActivityTask(String activityArn, @Nullable String workerName) {
    public static GetActivityTask of(Members in) {
        return new GetActivityTask(in.text("activityArn", Length.ARN), in.optionalText("workerName", Length.NAME));
    }

    /** Its answer; without members where no task came. */
    public record Answer(
            @Nullable String taskToken, @Nullable String input) {}
}
