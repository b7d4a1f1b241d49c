package dev.stepwright.types.flow;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.StateMachineDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All states of a machine in all its scopes, numbered so that most states come after the states before them. */
final class FlowGraph {
    private final List<StateNode> nodes = new ArrayList<>();
    private final ScopeNode machine;

    private FlowGraph(StateMachineDefinition definition) {
        machine = scope(definition, definition.queryLanguage(), null);
        number(machine);
    }

    static FlowGraph of(StateMachineDefinition definition) {
        return new FlowGraph(definition);
    }

    ScopeNode machine() {
        return machine;
    }

    /** Returns the states by their numbers: a state before those inside it, and before those that follow it. */
    List<StateNode> nodes() {
        return nodes;
    }

    private static ScopeNode scope(StateMachineDefinition machine, QueryLanguage language, @Nullable StateNode owner) {
        ScopeNode scope = new ScopeNode(machine, language, owner);
        machine.states().forEach((name, state) -> {
            StateNode node = new StateNode(state, scope);
            scope.states().put(name, node);
            state.subMachines().forEach(inner -> node.inner().add(scope(inner, language, node)));
        });
        return scope;
    }

    private void number(ScopeNode scope) {
        for (StateNode node : fromTheStart(scope)) {
            node.number(nodes.size());
            nodes.add(node);
            node.inner().forEach(this::number);
        }
    }

    /** Reverse postorder of a depth-first walk, without recursion: chains may be long. */
    private static List<StateNode> fromTheStart(ScopeNode scope) {
        List<StateNode> finished = new ArrayList<>();
        Set<StateNode> seen = new HashSet<>();
        Deque<StateNode> path = new ArrayDeque<>();
        Deque<Iterator<StateNode>> open = new ArrayDeque<>();
        StateNode start = scope.start();
        if (start == null) {
            return finished;
        }
        enter(start, seen, path, open);
        while (!path.isEmpty()) {
            Iterator<StateNode> following = open.getLast();
            if (!following.hasNext()) {
                open.removeLast();
                finished.add(path.removeLast());
                continue;
            }
            StateNode next = following.next();
            if (!seen.contains(next)) {
                enter(next, seen, path, open);
            }
        }
        Collections.reverse(finished);
        return finished;
    }

    private static void enter(
            StateNode node, Set<StateNode> seen, Deque<StateNode> path, Deque<Iterator<StateNode>> open) {
        seen.add(node);
        path.addLast(node);
        open.addLast(Successors.all(node).iterator());
    }
}
