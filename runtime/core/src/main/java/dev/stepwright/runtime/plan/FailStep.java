package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.history.StateKind;
import org.jspecify.annotations.Nullable;

/**
 * A Fail state.
 *
 * @param error gives the error name; null if the state names none
 * @param cause gives the cause; null if the state names none
 */
public record FailStep(
        String name, @Nullable Expression error, @Nullable Expression cause) implements Step {
    @Override
    public StateKind kind() {
        return StateKind.FAIL;
    }

    @Override
    public <A, R> R accept(StepVisitor<A, R> visitor, A argument) {
        return visitor.fail(this, argument);
    }
}
