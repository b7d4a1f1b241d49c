package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.history.StateKind;

/**
 * A Map state.
 *
 * @param isDistributed whether the items run as executions of their own
 */
public record MapStep(
        String name, Flow flow, MapTerms terms, ScopePlan processor, boolean isDistributed, Recovery recovery, int next)
        implements Recoverable {
    @Override
    public StateKind kind() {
        return StateKind.MAP;
    }

    @Override
    public <A> void accept(StepVisitor<A> visitor, A argument) {
        visitor.map(this, argument);
    }
}
