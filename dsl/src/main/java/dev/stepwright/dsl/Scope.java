package dev.stepwright.dsl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The states of a machine, of a branch or of a Map's processor, with all transitions known.
 *
 * @param comment of a branch or a processor; null if it has none
 * @param start the first state
 * @param states all states in the order in which they are reached
 */
record Scope(@Nullable String comment, StateNode start, List<Linked> states) {
    /**
     * Links a whole machine.
     *
     * @throws InvalidStateMachineException if it has no state; other problems are added to the given ones
     */
    static Scope of(Node root, Problems problems) {
        MachineNames names = new MachineNames(problems);
        Optional<Scope> scope = new Linker(names, problems).scope(root, "the machine");
        names.reportUnbound();
        return scope.orElseThrow(problems::exception);
    }

    /**
     * A state and where control goes from it.
     *
     * @param next what follows; null if the scope ends here
     * @param rules where the rules of a Choice state lead
     * @param otherwise where the default of a Choice state leads; null if it has none
     * @param handlers where the error handlers lead; what they give is never null
     * @param inner the branches of a Parallel state, or the processor of a Map state
     */
    record Linked(
            StateNode state,
            @Nullable StateNode next,
            List<Edge> rules,
            @Nullable Edge otherwise,
            List<Edge> handlers,
            List<Scope> inner) {
        /** Returns all states where control may go from here. */
        List<StateNode> targets() {
            return Stream.of(targets(rules), targets(defaults()), Stream.ofNullable(next), targets(handlers))
                    .flatMap(targets -> targets)
                    .toList();
        }

        private static Stream<StateNode> targets(List<Edge> edges) {
            return edges.stream().map(Edge::to);
        }

        private List<Edge> defaults() {
            return otherwise == null ? List.of() : List.of(otherwise);
        }

        /** Returns the transitions of a Choice state, on which nothing but its input is known. */
        List<Edge> decisions() {
            return Stream.of(rules, defaults()).flatMap(List::stream).toList();
        }

        /** Returns all transitions that can do something to the data. */
        List<Edge> edges() {
            return Stream.of(rules, defaults(), handlers).flatMap(List::stream).toList();
        }
    }

    /** A transition that a state decides on, and what it does to the data. */
    record Edge(Entry entry, StateNode to) {}

    /** Returns the states by their nodes. */
    Map<StateNode, Linked> byState() {
        Map<StateNode, Linked> byState = new IdentityHashMap<>();
        states.forEach(linked -> byState.put(linked.state(), linked));
        return byState;
    }

    /** Returns the states that control can come to: each before its targets, the targets in their order. */
    static List<Linked> reachable(StateNode start, Map<StateNode, Linked> linked) {
        List<Linked> reached = new ArrayList<>();
        Set<StateNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<StateNode> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            StateNode state = open.pop();
            Linked at = linked.get(state);
            if (at != null && seen.add(state)) {
                reached.add(at);
                List<StateNode> targets = at.targets();
                for (int i = targets.size() - 1; i >= 0; i--) {
                    open.push(targets.get(i));
                }
            }
        }
        return List.copyOf(reached);
    }
}
