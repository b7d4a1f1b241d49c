package dev.stepwright.types.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which states of a scope are passed on every way from another one to an end, if nothing fails. The tree of immediate
 * postdominators after Cooper, Harvey and Kennedy, numbered so that each question takes constant time.
 */
public final class PostDominators {
    private static final int NONE = -1;

    private final Map<StateNode, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> before = new ArrayList<>();
    private final int[] parent;
    private final int[] entered;
    private final int[] left;

    /** The ends are joined in one exit, number 0; the others are numbered in reverse postorder from it. */
    PostDominators(ScopeNode scope) {
        List<StateNode> states = List.copyOf(scope.states().values());
        Map<StateNode, List<StateNode>> predecessors = predecessors(states);
        List<StateNode> ends = states.stream().filter(PostDominators::isEnd).toList();
        List<StateNode> order = ReverseOrder.from(ends, node -> predecessors.getOrDefault(node, List.of()));
        order.forEach(node -> numbers.put(node, numbers.size() + 1));
        int size = order.size() + 1;
        parent = new int[size];
        entered = new int[size];
        left = new int[size];
        Arrays.fill(parent, NONE);
        parent[0] = 0;
        before.add(List.of());
        order.forEach(node -> before.add(following(node)));
        while (improve(size)) {
            // until no state moves up any more
        }
        number(size);
    }

    private static Map<StateNode, List<StateNode>> predecessors(List<StateNode> states) {
        Map<StateNode, List<StateNode>> predecessors = new HashMap<>();
        for (StateNode node : states) {
            Successors.regular(node)
                    .forEach(next -> predecessors
                            .computeIfAbsent(next, key -> new ArrayList<>())
                            .add(node));
        }
        return predecessors;
    }

    private static boolean isEnd(StateNode node) {
        return node.state().isEnd() || Successors.regular(node).isEmpty();
    }

    private List<Integer> following(StateNode node) {
        List<Integer> following = new ArrayList<>();
        if (isEnd(node)) {
            following.add(0);
        }
        Successors.regular(node).forEach(next -> {
            Integer number = numbers.get(next);
            if (number != null) {
                following.add(number);
            }
        });
        return following;
    }

    private boolean improve(int size) {
        boolean changed = false;
        for (int node = 1; node < size; node++) {
            int meeting = NONE;
            for (int next : before.get(node)) {
                if (parent[next] != NONE) {
                    meeting = meeting == NONE ? next : meet(meeting, next);
                }
            }
            if (meeting != parent[node]) {
                parent[node] = meeting;
                changed = true;
            }
        }
        return changed;
    }

    private int meet(int a, int b) {
        int one = a;
        int two = b;
        while (one != two) {
            if (one > two) {
                one = parent[one];
            } else {
                two = parent[two];
            }
        }
        return one;
    }

    /** Numbers the tree so that the descendants of a node are those entered after it and left before it. */
    private void number(int size) {
        List<List<Integer>> children = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            children.add(new ArrayList<>());
        }
        for (int node = 1; node < size; node++) {
            if (parent[node] != NONE) {
                children.get(parent[node]).add(node);
            }
        }
        Deque<Integer> open = new ArrayDeque<>();
        open.push(0);
        int clock = 0;
        boolean[] seen = new boolean[size];
        while (!open.isEmpty()) {
            int node = open.peek();
            if (seen[node]) {
                left[node] = clock++;
                open.pop();
            } else {
                seen[node] = true;
                entered[node] = clock++;
                children.get(node).forEach(open::push);
            }
        }
    }

    /** Returns whether every way from a state to an end passes another one; a state passes itself. */
    boolean isOnEveryWay(StateNode from, StateNode state) {
        Integer a = numbers.get(from);
        Integer b = numbers.get(state);
        return a != null && b != null && entered[b] <= entered[a] && left[a] <= left[b];
    }
}
