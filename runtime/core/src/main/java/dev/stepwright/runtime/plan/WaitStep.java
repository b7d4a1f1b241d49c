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
    public <A> void accept(StepVisitor<A> visitor, A argument) {
        visitor.waiting(this, argument);
    }
}
