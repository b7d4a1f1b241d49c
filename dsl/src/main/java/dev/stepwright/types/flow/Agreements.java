package dev.stepwright.types.flow;

import dev.stepwright.types.graph.ScopeNode;
import dev.stepwright.types.graph.StateNode;
import dev.stepwright.types.graph.Successors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;

/** States that ask about what a state before them has asked about: the same answer leads on by ways that belong together. */
final class Agreements {
    private Agreements() {}

    /** @param questions for each value from outside the states that ask about it */
    static Set<JsonPointer> of(Collection<Set<StateNode>> questions) {
        return questions.stream()
                .filter(askers -> askers.size() > 1)
                .flatMap(askers -> askers.stream().flatMap(asker -> behind(asker, askers)))
                .map(StateNode::pointer)
                .collect(Collectors.toSet());
    }

    private static Stream<StateNode> behind(StateNode asker, Set<StateNode> askers) {
        Set<StateNode> reached = new HashSet<>();
        Deque<StateNode> open = new ArrayDeque<>(following(asker));
        while (!open.isEmpty()) {
            StateNode node = open.pop();
            if (reached.add(node)) {
                open.addAll(following(node));
            }
        }
        return askers.stream().filter(other -> other != asker && reached.contains(other));
    }

    private static List<StateNode> following(StateNode node) {
        List<StateNode> following = new ArrayList<>(Successors.all(node));
        node.inner().stream()
                .map(ScopeNode::start)
                .filter(start -> start != null)
                .forEach(following::add);
        StateNode owner = node.scope().owner();
        if (owner != null) {
            following.addAll(Successors.all(owner));
        }
        return following;
    }
}
