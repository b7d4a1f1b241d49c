package dev.stepwright.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * The ways between the states of a scope. A transition to a misspelt name counts as leading where it was meant to lead, so
 * that one slip is not reported twice; one that leads nowhere counts as loose.
 */
final class Graph {
    /**
     * A transition as it is written.
     *
     * @param from the state's name
     * @param field the field of the state in which it stands: Next, Default, Choices or Catch
     */
    record Transition(String from, String field, JsonPointer pointer, JsonNode target) {}

    private final Scope scope;
    private final boolean mends;
    private final List<Transition> transitions = new ArrayList<>();
    private final Map<String, Set<String>> ways = new LinkedHashMap<>();
    private final Set<String> loose = new LinkedHashSet<>();
    private final Set<String> ends = new HashSet<>();

    private Graph(Scope scope, boolean mends) {
        this.scope = scope;
        this.mends = mends;
    }

    static Graph of(Scope scope) {
        return of(scope, true);
    }

    /** Returns the ways between the states without a guess at misspelt names. */
    static Graph asWritten(Scope scope) {
        return of(scope, false);
    }

    private static Graph of(Scope scope, boolean mends) {
        Graph graph = new Graph(scope, mends);
        for (String name : scope.names().all()) {
            Part state = scope.states().get(name);
            graph.ways.put(name, new LinkedHashSet<>());
            if (state == null) {
                graph.loose.add(name);
            } else {
                graph.add(state);
            }
        }
        return graph;
    }

    /** Looks at every field that may lead on, also where the type of the state does not have it: that is another finding. */
    private void add(Part state) {
        int before = transitions.size();
        addTransition(state, "Next", state.at("Next"), state.value("Next"));
        addTransition(state, "Default", state.at("Default"), state.value("Default"));
        addTransitions(state, "Choices");
        addTransitions(state, "Catch");
        boolean isEnd = state.value("End").asBoolean(false);
        if (isEnd || state.kind() == Kind.SUCCEED || state.kind() == Kind.FAIL) {
            ends.add(state.name());
        } else if (before == transitions.size() || state.kind() == Kind.UNKNOWN_STATE || lacksNext(state)) {
            loose.add(state.name());
        }
    }

    private static boolean lacksNext(Part state) {
        return state.kind() != Kind.CHOICE && !state.has("Next");
    }

    private void addTransitions(Part state, String field) {
        JsonNode rules = state.value(field);
        for (int i = 0; rules.isArray() && i < rules.size(); i++) {
            JsonPointer pointer = state.at(field).appendIndex(i).appendProperty("Next");
            addTransition(state, field, pointer, rules.get(i).path("Next"));
        }
    }

    private void addTransition(Part state, String field, JsonPointer pointer, JsonNode target) {
        if (target.isMissingNode()) {
            return;
        }
        transitions.add(new Transition(state.name(), field, pointer, target));
        String name = target.asString("");
        String meant = scope.names().contains(name) || !mends
                ? name
                : scope.names().nearest(name).orElse("");
        if (scope.names().contains(meant)) {
            ways(state.name()).add(meant);
        } else {
            loose.add(state.name());
        }
    }

    private Set<String> ways(String from) {
        return ways.getOrDefault(from, Set.of());
    }

    /** Returns all transitions that are written in the states. */
    List<Transition> transitions() {
        return transitions;
    }

    /** Returns the states of which a transition leads nowhere or is missing. */
    Set<String> loose() {
        return loose;
    }

    /** Returns the states that end the scope. */
    Set<String> ends() {
        return ends;
    }

    /** Returns the states that can be reached from one, itself included. */
    Set<String> reachableFrom(String start) {
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
                open.addAll(ways(state));
            }
        }
        return found;
    }

    private Set<String> leadingTo(Set<String> goals) {
        Map<String, List<String>> back = new LinkedHashMap<>();
        ways.forEach((from, targets) -> targets.forEach(
                to -> back.computeIfAbsent(to, key -> new ArrayList<>()).add(from)));
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(goals);
        while (!open.isEmpty()) {
            String state = open.remove();
            if (found.add(state)) {
                open.addAll(back.getOrDefault(state, List.of()));
            }
        }
        return found;
    }

    /** Returns the states from which there is a way to an end, or a loose one that may have been meant to lead to one. */
    Set<String> leadingToEnd() {
        Set<String> goals = new HashSet<>(ends);
        goals.addAll(loose);
        return leadingTo(goals);
    }

    /**
     * Returns, of states that nothing reaches, those where the lost ways begin, each with the states that follow it: nothing
     * but themselves leads to them. Of a lost circle it is the first state.
     */
    Map<String, List<String>> heads(Set<String> lost) {
        Set<String> led = new HashSet<>();
        lost.forEach(from -> ways(from).stream().filter(to -> !to.equals(from)).forEach(led::add));
        List<String> inOrder = new ArrayList<>(
                lost.stream().filter(state -> !led.contains(state)).toList());
        inOrder.addAll(lost);
        Set<String> explained = new LinkedHashSet<>(ways.keySet());
        explained.removeAll(lost);
        Map<String, List<String>> heads = new LinkedHashMap<>();
        for (String state : inOrder) {
            if (!explained.contains(state)) {
                List<String> found = reach(state, explained);
                heads.put(state, found.subList(1, found.size()));
            }
        }
        return heads;
    }
}
