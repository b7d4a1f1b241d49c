package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Condition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a Choice state so far. */
record ChoiceRules(StateName name, StateNode.Extras extras, List<StateNode.Rule> rules) {
    static ChoiceRules of(String name) {
        return new ChoiceRules(StateName.of(name), StateNode.Extras.NONE, List.of());
    }

    ChoiceRules with(StateNode.Extras other) {
        return new ChoiceRules(name, other, rules);
    }

    ChoiceRules plus(Condition<?> condition, Flow<?, ?> branch) {
        return plus(new StateNode.Rule(condition.tree(), branch.node()));
    }

    ChoiceRules plus(StateNode.Rule rule) {
        List<StateNode.Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new ChoiceRules(name, extras, List.copyOf(more));
    }

    StateNode otherwise(@Nullable Flow<?, ?> branch) {
        return new StateNode.Choice(name, rules, branch == null ? null : branch.node(), extras);
    }
}
