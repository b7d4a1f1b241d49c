package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.evaluate.Condition;
import dev.stepwright.runtime.history.StateKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Choice state.
 *
 * @param flow the flow of the {@code Default} path
 * @param otherwise the index of the {@code Default} state, or null
 */
public record ChoiceStep(
        String name, Flow flow, List<Rule> rules, @Nullable Integer otherwise) implements Step {
    @Override
    public StateKind kind() {
        return StateKind.CHOICE;
    }

    @Override
    public <A, R> R accept(StepVisitor<A, R> visitor, A argument) {
        return visitor.choice(this, argument);
    }

    /**
     * A rule.
     *
     * @param flow the flow when the rule matches
     */
    public record Rule(Condition condition, Flow flow, int next) {}
}
