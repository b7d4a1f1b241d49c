package dev.stepwright.runtime.plan;

/** A state that can have {@code Retry} and {@code Catch}: Task, Parallel, Map. */
public sealed interface Recoverable extends Sequential permits TaskStep, ParallelStep, MapStep {
    Recovery recovery();
}
