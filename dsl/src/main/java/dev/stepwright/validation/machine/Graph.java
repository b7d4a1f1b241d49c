package dev.stepwright.validation.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * The ways between the states of a scope.
 *
 * @param transitions all that are written in the states
 * @param ways where each state leads to
 * @param loose the states that may lead elsewhere or end, each with the number of its transitions that lead nowhere or are missing
 * @param ends the states that end the scope
 */
public record Graph(
        List<Transition> transitions, Map<String, Set<String>> ways, Map<String, Integer> loose, Set<String> ends) {
    /** The number of loose transitions of a state that cannot be read. */
    static final int ANY = 1_000_000;

    /**
     * A transition as it is written.
     *
     * @param from the state's name
     * @param field the field of the state in which it stands: Next, Default, Choices or Catch
     */
    public record Transition(String from, String field, JsonPointer pointer, JsonNode target) {}

    private Set<String> waysFrom(String state) {
        return ways.getOrDefault(state, Set.of());
    }

    /** Returns the states that can be reached from one, itself included. */
    public Set<String> reachableFrom(String start) {
        Set<String> reached = new LinkedHashSet<>();
        reach(start, reached);
        return reached;
    }

    /** Adds the states that can be reached, and returns those that are new. */
    private List<String> reach(String start, Set<String> reached) {
        List<String> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            String state = open.remove();
            if (reached.add(state)) {
                found.add(state);
                open.addAll(waysFrom(state));
            }
        }
        return found;
    }

    /** Returns the states from which there is a way to an end, or a loose one that may have been meant to lead to one. */
    public Set<String> leadingToEnd() {
        Map<String, List<String>> back = new HashMap<>();
        ways.forEach((from, targets) -> targets.forEach(
                to -> back.computeIfAbsent(to, key -> new ArrayList<>()).add(from)));
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(ends);
        open.addAll(loose.keySet());
        while (!open.isEmpty()) {
            String state = open.remove();
            if (found.add(state)) {
                open.addAll(back.getOrDefault(state, List.of()));
            }
        }
        return found;
    }

    /**
     * Returns, of states that nothing reaches, those where the lost ways begin, each with the states that follow it. No
     * other lost way leads to them; of a lost circle it is the first state.
     */
    public Map<String, List<String>> heads(Set<String> lost) {
        Map<String, List<String>> heads = new HashMap<>();
        Set<String> explained = notLost(lost);
        List<String> roots = roots(lost);
        Collections.reverse(roots);
        for (String root : roots) {
            if (!explained.contains(root)) {
                List<String> found = reach(root, explained);
                heads.put(root, found.subList(1, found.size()));
            }
        }
        Map<String, List<String>> inOrder = new LinkedHashMap<>();
        lost.stream()
                .filter(heads::containsKey)
                .forEach(head -> inOrder.put(head, heads.getOrDefault(head, List.of())));
        return inOrder;
    }

    /** Returns states from which all lost ones can be reached, none of them from an earlier one. */
    private List<String> roots(Set<String> lost) {
        Set<String> reached = notLost(lost);
        List<String> roots = new ArrayList<>();
        for (String state : lost) {
            if (!reached.contains(state)) {
                roots.add(state);
                reach(state, reached);
            }
        }
        return roots;
    }

    private Set<String> notLost(Set<String> lost) {
        Set<String> others = new HashSet<>(ways.keySet());
        others.removeAll(lost);
        return others;
    }
}
