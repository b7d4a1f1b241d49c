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
 * @param start the first state
 * @param states all states in the order in which they are reached
 */
record Scope(StateNode start, List<Linked> states) {
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
     * @param rules the targets of the rules of a Choice state
     * @param otherwise the default of a Choice state; null if it has none
     * @param handlers the targets of the error handlers
     * @param inner the branches of a Parallel state, or the processor of a Map state
     */
    record Linked(
            StateNode state,
            @Nullable StateNode next,
            List<StateNode> rules,
            @Nullable StateNode otherwise,
            List<StateNode> handlers,
            List<Scope> inner) {
        /** Returns all states where control may go from here. */
        List<StateNode> targets() {
            return Stream.of(rules.stream(), Stream.ofNullable(otherwise), Stream.ofNullable(next), handlers.stream())
                    .flatMap(targets -> targets)
                    .toList();
        }
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
