package dev.stepwright.validation.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The states of a graph that lead back to themselves. */
public final class Cycles {
    private Cycles() {}

    /** Returns the sets of states each of which leads to all others of its set, and to itself. Linear in the size of the graph. */
    public static List<Set<String>> of(Map<String, Set<String>> ways) {
        Map<String, List<String>> back = new HashMap<>();
        ways.forEach((from, targets) -> targets.forEach(
                to -> back.computeIfAbsent(to, key -> new ArrayList<>()).add(from)));
        List<Set<String>> cycles = new ArrayList<>();
        Set<String> found = new HashSet<>();
        List<String> finished = finished(ways);
        for (int i = finished.size() - 1; i >= 0; i--) {
            String state = finished.get(i);
            Set<String> cycle = collect(state, back, found);
            if (cycle.size() > 1 || ways.getOrDefault(state, Set.of()).contains(state)) {
                cycles.add(cycle);
            }
        }
        return cycles;
    }

    /** Returns the states in the order in which a search in depth is done with them. */
    private static List<String> finished(Map<String, Set<String>> ways) {
        Set<String> seen = new HashSet<>();
        List<String> finished = new ArrayList<>();
        for (String start : ways.keySet()) {
            Deque<String> path = new ArrayDeque<>();
            Deque<Iterator<String>> open = new ArrayDeque<>();
            if (seen.add(start)) {
                path.push(start);
                open.push(ways.getOrDefault(start, Set.of()).iterator());
            }
            while (!open.isEmpty()) {
                if (!open.element().hasNext()) {
                    open.pop();
                    finished.add(path.pop());
                    continue;
                }
                String next = open.element().next();
                if (ways.containsKey(next) && seen.add(next)) {
                    path.push(next);
                    open.push(ways.getOrDefault(next, Set.of()).iterator());
                }
            }
        }
        return finished;
    }

    private static Set<String> collect(String start, Map<String, List<String>> back, Set<String> found) {
        Set<String> cycle = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String state = open.remove();
            if (found.add(state)) {
                cycle.add(state);
                open.addAll(back.getOrDefault(state, List.of()));
            }
        }
        return cycle;
    }
}
