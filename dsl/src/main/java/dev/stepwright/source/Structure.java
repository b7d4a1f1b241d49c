package dev.stepwright.source;

import dev.stepwright.asl.ChoiceRule;
import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.SucceedState;
import dev.stepwright.asl.UnknownState;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether the states of a machine hang together, so that flows can say where control goes. */
final class Structure {
    private static final int LONGEST_NAME = 80;

    private final Set<String> names = new HashSet<>();

    private Structure() {}

    /** Returns why flows cannot say it; empty if they can. */
    static Optional<String> problem(StateMachineDefinition machine) {
        Structure structure = new Structure();
        return machine.scopes().stream()
                .map(structure::scope)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> scope(StateMachineDefinition scope) {
        if (scope.startAt().filter(scope.states()::containsKey).isEmpty()) {
            return Optional.of("StartAt does not name a state");
        }
        if (scope.states().size() < scope.json().path("States").size()) {
            return Optional.of("a member of States is not an object");
        }
        for (State state : scope.states().values()) {
            String name = state.name();
            if (!names.add(name)) {
                return Optional.of("two states are called \"" + name + "\"");
            }
            if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
                return Optional.of("the name of a state is empty or too long");
            }
            Optional<String> problem = state instanceof ChoiceState choice ? choice(choice) : ways(state);
            if (problem.isPresent() || !targets(state, scope)) {
                return problem.or(() -> Optional.of("a transition of \"" + name + "\" does not lead to a state"));
            }
        }
        return ScopeGraph.of(scope).reached().size() < scope.states().size()
                ? Optional.of("no transition leads to one of its states")
                : Optional.empty();
    }

    private static Optional<String> choice(ChoiceState state) {
        JsonNode rules = state.json().path("Choices");
        boolean whole = rules.isArray()
                && !rules.isEmpty()
                && state.choices().size() == rules.size()
                && state.choices().stream().allMatch(rule -> rule.next().isPresent());
        return whole && isTextOrAbsent(state, "Default")
                ? Optional.empty()
                : Optional.of("a rule of \"" + state.name() + "\" has no Next");
    }

    private static boolean isTextOrAbsent(State state, String field) {
        return !state.json().has(field) || state.json().get(field).isString();
    }

    private static Optional<String> ways(State state) {
        boolean ends = state instanceof SucceedState || state instanceof FailState || state instanceof UnknownState;
        boolean goesOn = state.next().isPresent();
        return ends && !goesOn || goesOn != state.isEnd() && isTextOrAbsent(state, "Next")
                ? Optional.empty()
                : Optional.of("\"" + state.name() + "\" has both Next and End, or neither");
    }

    private static boolean targets(State state, StateMachineDefinition scope) {
        boolean next = state.next().map(scope.states()::containsKey).orElse(true);
        boolean handlers = state.catchRules().stream()
                .allMatch(
                        rule -> rule.next().filter(scope.states()::containsKey).isPresent());
        boolean all = state.json().path("Catch").size() == state.catchRules().size();
        return next
                && handlers
                && (all || !state.json().path("Catch").isContainer())
                && (!(state instanceof ChoiceState choice)
                        || choice.defaultTarget()
                                        .map(scope.states()::containsKey)
                                        .orElse(true)
                                && choice.choices().stream()
                                        .map(ChoiceRule::next)
                                        .allMatch(rule -> rule.filter(scope.states()::containsKey)
                                                .isPresent()));
    }
}
