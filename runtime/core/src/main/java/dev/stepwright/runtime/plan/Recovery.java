package dev.stepwright.runtime.plan;

import java.util.List;

/** {@code Retry} and {@code Catch} of a state. */
public record Recovery(List<RetryPlan> retries, List<CatchPlan> catches) {
    /** No rule of either kind. */
    public static final Recovery NONE = new Recovery(List.of(), List.of());
}
