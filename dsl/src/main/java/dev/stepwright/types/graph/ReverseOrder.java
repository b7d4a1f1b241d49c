package dev.stepwright.types.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A depth-first walk in reverse postorder: a state comes before those that only follow it. Without recursion: chains may be long. */
public final class ReverseOrder {
    private final Function<StateNode, List<StateNode>> following;
    private final Set<StateNode> seen = new HashSet<>();
    private final Deque<StateNode> path = new ArrayDeque<>();
    private final Deque<Iterator<StateNode>> open = new ArrayDeque<>();
    private final List<StateNode> finished = new ArrayList<>();

    private ReverseOrder(Function<StateNode, List<StateNode>> following) {
        this.following = following;
    }

    static List<StateNode> from(List<StateNode> starts, Function<StateNode, List<StateNode>> following) {
        ReverseOrder walk = new ReverseOrder(following);
        starts.forEach(walk::visit);
        Collections.reverse(walk.finished);
        return walk.finished;
    }

    private void visit(StateNode start) {
        enter(start);
        while (!path.isEmpty()) {
            Iterator<StateNode> next = open.getLast();
            if (next.hasNext()) {
                enter(next.next());
            } else {
                open.removeLast();
                finished.add(path.removeLast());
            }
        }
    }

    private void enter(StateNode node) {
        if (seen.add(node)) {
            path.addLast(node);
            open.addLast(following.apply(node).iterator());
        }
    }
}
