package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.history.StateKind;

/**
 * A Wait state.
 *
 * @param until until when it waits
 */
public record WaitStep(String name, Flow flow, WaitTime until, int next) implements Sequential {
    @Override
    public StateKind kind() {
        return StateKind.WAIT;
    }

    @Override
    public <A, R> R accept(StepVisitor<A, R> visitor, A argument) {
        return visitor.waiting(this, argument);
    }
}
