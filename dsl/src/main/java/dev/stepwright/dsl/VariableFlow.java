package dev.stepwright.dsl;

import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Tree;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which variables have a value when control comes to a state: those that every path to it assigns. Branches and processors see the
 * variables around them.
 */
final class VariableFlow {
    private final Problems problems;
    private final Map<String, Type> types;
    private final Map<StateNode, Scope.Linked> linked;
    private final Map<StateNode, Set<String>> assigned = new IdentityHashMap<>();
    private final Deque<StateNode> open = new ArrayDeque<>();

    private VariableFlow(Scope scope, Problems problems, Map<String, Type> types) {
        this.problems = problems;
        this.types = types;
        this.linked = scope.byState();
    }

    /** Reports readings of variables that may have no value, and variables of two types. */
    static void check(Scope scope, Problems problems) {
        new VariableFlow(scope, problems, new HashMap<>()).check(scope, Set.of());
    }

    private void check(Scope scope, Set<String> around) {
        reach(scope.start(), around);
        while (!open.isEmpty()) {
            StateNode state = open.remove();
            Set<String> before = Set.copyOf(assigned.getOrDefault(state, Set.of()));
            Scope.Linked at = Objects.requireNonNull(linked.get(state));
            Stream.ofNullable(at.next()).forEach(next -> reach(next, with(before, state.assign())));
            at.edges()
                    .forEach(edge -> reach(edge.to(), with(before, edge.entry().assign())));
        }
        scope.states().forEach(state -> check(state, assigned.getOrDefault(state.state(), around)));
    }

    private static Set<String> with(Set<String> before, Map<Origin.Variable, Tree> assigned) {
        Set<String> after = new HashSet<>(before);
        assigned.keySet().forEach(variable -> after.add(variable.name()));
        return after;
    }

    /** What is assigned before a state only gets less, so this comes to an end. */
    private void reach(StateNode state, Set<String> variables) {
        Set<String> known = assigned.get(state);
        if (known == null) {
            assigned.put(state, new HashSet<>(variables));
            open.add(state);
        } else if (known.retainAll(variables)) {
            open.add(state);
        }
    }

    private void check(Scope.Linked state, Set<String> before) {
        String name = state.state().name();
        for (String variable : read(state, name)) {
            if (!before.contains(variable)) {
                problems.add(
                        name,
                        "it reads the variable " + variable + ", which not every path to it assigns",
                        "assign it in a state before, on every path");
            }
        }
        state.state().assign().keySet().forEach(variable -> checkType(variable, name));
        state.edges().forEach(edge -> edge.entry().assign().keySet().forEach(variable -> checkType(variable, name)));
        Set<String> seen = isDistributed(state.state()) ? Set.of() : before;
        state.inner().forEach(inner -> new VariableFlow(inner, problems, types).check(inner, seen));
    }

    /** The executions of a distributed Map see no variables from outside. */
    private static boolean isDistributed(StateNode state) {
        return state instanceof ActionNode action
                && action.work() instanceof Work.Map map
                && map.distribution() != null;
    }

    private Set<String> read(Scope.Linked state, String name) {
        Set<String> read = new TreeSet<>();
        Readings.selections(state).map(Tree.Selection::origin).forEach(origin -> {
            if (origin instanceof Origin.Variable variable) {
                read.add(variable.name());
                checkType(variable, name);
            }
        });
        return read;
    }

    private void checkType(Origin.Variable variable, String state) {
        Type other = types.putIfAbsent(variable.name(), variable.type());
        if (other != null && !other.equals(variable.type())) {
            problems.add(
                    state,
                    "the variable " + variable.name() + " is a "
                            + variable.type().getTypeName() + " here, but a " + other.getTypeName() + " elsewhere",
                    "use one Var for it");
        }
    }
}
