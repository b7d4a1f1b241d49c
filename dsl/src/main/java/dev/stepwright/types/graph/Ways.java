package dev.stepwright.types.graph;

import dev.stepwright.json.JsonText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Names the ways to a state, for messages: {@code "Validate" -> "Charge" -Catch[0]-> "Report"}. */
public final class Ways {
    private static final int MOST_STATES = 6;
    private static final int MOST_WAYS = 3;
    private static final int FARTHEST = 30;

    private Ways() {}

    /** Returns the ways to a state that lack something, one for each state before it, several joined by "and". */
    public static String lacking(StateNode node, Predicate<Entry> lacks) {
        List<String> ways = new ArrayList<>();
        for (Map.Entry<Edge, Entry> way : node.ways().entrySet()) {
            if (lacks.test(way.getValue())) {
                ways.add(way(node, way.getKey(), lacks));
            }
        }
        if (ways.isEmpty()) {
            return "some way to it";
        }
        int more = ways.size() - MOST_WAYS;
        String named = String.join(" and ", more > 0 ? ways.subList(0, MOST_WAYS) : ways);
        return "the way " + named + (more > 0 ? " and " + more + " more" : "");
    }

    /** Returns what comes into a state by a way that lacks something, if there is such a way. */
    public static Optional<Entry> entry(StateNode node, Predicate<Entry> lacks) {
        return node.ways().values().stream().filter(lacks).findFirst();
    }

    /** Returns the states just before a state, in parentheses. */
    public static String all(StateNode node) {
        List<String> before = node.ways().keySet().stream()
                .map(Edge::from)
                .filter(Objects::nonNull)
                .map(from -> JsonText.quote(from.name()))
                .distinct()
                .toList();
        int more = before.size() - MOST_WAYS;
        String named = String.join(", ", more > 0 ? before.subList(0, MOST_WAYS) : before);
        return before.isEmpty() ? "" : " (after " + named + (more > 0 ? " and " + more + " more)" : ")");
    }

    /** Walks back to the start of the scope, where it can by ways that lack the same. */
    private static String way(StateNode node, Edge last, Predicate<Entry> lacks) {
        Deque<String> parts = new ArrayDeque<>();
        Set<StateNode> seen = new HashSet<>();
        parts.addFirst(JsonText.quote(node.name()));
        StateNode at = node;
        @Nullable Edge edge = last;
        while (edge != null && edge.from() != null && seen.size() < FARTHEST && seen.add(at)) {
            StateNode from = edge.from();
            parts.addFirst(
                    JsonText.quote(from.name()) + (edge.label().equals("Next") ? " -> " : " -" + edge.label() + "-> "));
            at = from;
            edge = before(from, lacks, seen);
        }
        return elided(new ArrayList<>(parts));
    }

    private static @Nullable Edge before(StateNode node, Predicate<Entry> lacks, Set<StateNode> seen) {
        @Nullable Edge any = null;
        for (Map.Entry<Edge, Entry> way : node.ways().entrySet()) {
            Edge edge = way.getKey();
            StateNode from = edge.from();
            if (from != null && (seen.contains(from) || from == node)) {
                continue;
            }
            if (lacks.test(way.getValue())) {
                return edge;
            }
            any = any == null ? edge : any;
        }
        return any;
    }

    private static String elided(List<String> parts) {
        int size = parts.size();
        if (size <= MOST_STATES) {
            return String.join("", parts);
        }
        return parts.get(0) + "... -> " + String.join("", parts.subList(size - MOST_STATES + 1, size));
    }
}
