package dev.stepwright.asl;

import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A way from a state to another one.
 *
 * @param json the rule that says so; for {@code Next} and {@code Default} the state itself
 * @param target the name of the state that follows
 */
public record Transition(Kind kind, JsonNode json, String target) {
    /** Which field says so. */
    public enum Kind {
        /** {@code Next}. */
        NEXT,
        /** A rule of a Choice. */
        RULE,
        /** {@code Default} of a Choice. */
        DEFAULT,
        /** A Catch rule. */
        CATCH
    }

    /** Returns the transitions of a state: its rules, its default, what is next, its Catch rules; each in the order of the definition. */
    public static List<Transition> of(State state) {
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

    /** Returns when the way is taken, for a reader: the rule's condition, the errors, {@code otherwise}; empty for {@code Next}. */
    public String label() {
        return switch (kind) {
            case NEXT -> "";
            case DEFAULT -> "otherwise";
            case RULE -> ConditionText.of(json);
            case CATCH ->
                json.path("ErrorEquals")
                        .valueStream()
                        .map(error -> error.asString(JsonText.excerpt(error)))
                        .collect(Collectors.joining(", "));
        };
    }
}
