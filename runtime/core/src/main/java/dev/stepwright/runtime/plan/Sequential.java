package dev.stepwright.runtime.plan;

/** A state that goes on with one other state, or ends its scope, once its result is there. */
public sealed interface Sequential extends Step permits PassStep, WaitStep, HandlesErrors {
    Flow flow();

    /** Returns the index of the state that follows, or {@link ScopePlan#END}. */
    int next();
}
