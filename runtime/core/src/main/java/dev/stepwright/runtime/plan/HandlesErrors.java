package dev.stepwright.runtime.plan;

/** A state that can have {@code Retry} and {@code Catch}: Task, Parallel, Map. */
public sealed interface HandlesErrors extends Sequential permits TaskStep, ParallelStep, MapStep {
    ErrorHandling errorHandling();
}
