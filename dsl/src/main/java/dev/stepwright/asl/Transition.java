package dev.stepwright.asl;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A way from a state to another one.
 *
 * @param json the rule that says so; for {@code Next} and {@code Default} the state itself
 * @param target the name of the state that follows
 */
record Transition(Kind kind, JsonNode json, String target) {
    /** Which field says so. */
    enum Kind {
        NEXT,
        RULE,
        DEFAULT,
        CATCH
    }

    /** Returns the transitions of a state: its rules, its default, what is next, its error handlers. */
    static List<Transition> of(State state) {
        List<Transition> transitions = new ArrayList<>();
        if (state instanceof ChoiceState choice) {
            choice.choices()
                    .forEach(rule -> rule.next()
                            .ifPresent(target -> transitions.add(new Transition(Kind.RULE, rule.json(), target))));
            choice.defaultTarget()
                    .ifPresent(target -> transitions.add(new Transition(Kind.DEFAULT, state.json(), target)));
        }
        state.next().ifPresent(target -> transitions.add(new Transition(Kind.NEXT, state.json(), target)));
        state.catchRules()
                .forEach(rule -> rule.next()
                        .ifPresent(target -> transitions.add(new Transition(Kind.CATCH, rule.json(), target))));
        return transitions;
    }
}
