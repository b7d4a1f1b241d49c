package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.history.StateKind;

/**
 * A Wait state.
 *
 * @param until until when it waits
 * @param isDate whether that is a {@code Timestamp}, and not a number of seconds
 */
public record WaitStep(String name, Flow flow, WaitTime until, boolean isDate, int next) implements Sequential {
    @Override
    public StateKind kind() {
        return StateKind.WAIT;
    }

    @Override
    public <A, R> R accept(StepVisitor<A, R> visitor, A argument) {
        return visitor.waiting(this, argument);
    }
}
