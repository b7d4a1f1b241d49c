package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Condition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a Choice state so far. */
record ChoiceRules(String name, List<StateNode.Rule> rules, OtherFields fields) {
    ChoiceRules plus(Condition<?> condition, Flow<?, ?> branch) {
        return plus(new StateNode.Rule(condition.tree(), branch.node()));
    }

    ChoiceRules plus(StateNode.Rule rule) {
        List<StateNode.Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new ChoiceRules(name, List.copyOf(more), fields);
    }

    StateNode otherwise(@Nullable Flow<?, ?> branch) {
        return new StateNode.Choice(name, rules, branch == null ? null : branch.node(), fields);
    }
}
