package dev.stepwright.server.api;

import org.jspecify.annotations.Nullable;

/** Request of SendTaskFailure. */
public record SendTaskFailure(
        String taskToken, @Nullable String error, @Nullable String cause) {
    public static SendTaskFailure of(Members in) {
        return new SendTaskFailure(
                in.text("taskToken", Length.TASK_TOKEN),
                in.optionalText("error", Length.ERROR),
                in.optionalText("cause", Length.CAUSE));
    }
}
