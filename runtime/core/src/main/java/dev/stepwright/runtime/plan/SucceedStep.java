package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.history.StateKind;

/**
 * A Succeed state.
 */
public record SucceedStep(String name, Flow flow) implements Step {
    @Override
    public StateKind kind() {
        return StateKind.SUCCEED;
    }

    @Override
    public <A, R> R accept(StepVisitor<A, R> visitor, A argument) {
        return visitor.succeed(this, argument);
    }
}
