package dev.stepwright.runtime.plan;

import java.util.List;

/** {@code Retry} and {@code Catch} of a state. */
public record ErrorHandling(List<RetryPlan> retries, List<CatchPlan> catches) {
    /** No rule of either kind. */
    public static final ErrorHandling NONE = new ErrorHandling(List.of(), List.of());
}
