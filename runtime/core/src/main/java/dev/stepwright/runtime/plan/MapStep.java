package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.history.StateKind;

/**
 * A Map state.
 *
 * @param isDistributed whether the items run as executions of their own
 */
public record MapStep(
        String name,
        Flow flow,
        MapTerms terms,
        ScopePlan processor,
        boolean isDistributed,
        ErrorHandling errorHandling,
        int next)
        implements HandlesErrors {
    @Override
    public StateKind kind() {
        return StateKind.MAP;
    }

    @Override
    public <A, R> R accept(StepVisitor<A, R> visitor, A argument) {
        return visitor.map(this, argument);
    }
}
