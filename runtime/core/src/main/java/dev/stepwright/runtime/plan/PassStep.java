package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.history.StateKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A Pass state.
 *
 * @param result the literal {@code Result}, or null
 */
public record PassStep(String name, Flow flow, @Nullable JsonNode result, int next) implements Sequential {
    @Override
    public StateKind kind() {
        return StateKind.PASS;
    }

    @Override
    public <A, R> R accept(StepVisitor<A, R> visitor, A argument) {
        return visitor.pass(this, argument);
    }
}
