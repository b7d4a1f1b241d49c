package dev.stepwright.source;

import dev.stepwright.asl.StateMachineDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which states have to be moved from the order in which control reaches them to that of the document. */
final class Reordering {
    private Reordering() {}

    /** Returns runs of states, each with the state before it as its first element; empty text if it begins its scope. */
    static List<List<String>> of(StateMachineDefinition machine) {
        List<List<String>> runs = new ArrayList<>();
        machine.scopes()
                .forEach(scope -> runs.addAll(runs(
                        ScopeGraph.of(scope).reached(),
                        List.copyOf(scope.states().keySet()))));
        return runs;
    }

    private static List<List<String>> runs(List<String> reached, List<String> wanted) {
        Set<String> kept = new HashSet<>(longestCommon(reached, wanted));
        List<List<String>> runs = new ArrayList<>();
        List<String> run = List.of();
        String before = "";
        for (String state : wanted) {
            if (kept.contains(state)) {
                run = List.of();
            } else {
                if (run.isEmpty()) {
                    run = new ArrayList<>(List.of(before));
                    runs.add(run);
                }
                run.add(state);
            }
            before = state;
        }
        return runs;
    }

    /** Both lists have the same elements; so this is the longest increasing run of places, found by patience sorting. */
    private static List<String> longestCommon(List<String> reached, List<String> wanted) {
        Map<String, Integer> places = new HashMap<>();
        reached.forEach(state -> places.put(state, places.size()));
        // For each length the run of that length whose last state is reached first.
        List<Run> shortest = new ArrayList<>();
        for (String state : wanted) {
            int place = Objects.requireNonNull(places.get(state), state);
            int longer = Collections.binarySearch(shortest, new Run(state, place, null));
            int length = -longer - 1;
            Run run = new Run(state, place, length == 0 ? null : shortest.get(length - 1));
            if (length == shortest.size()) {
                shortest.add(run);
            } else {
                shortest.set(length, run);
            }
        }
        List<String> kept = new ArrayList<>();
        for (Run run = shortest.get(shortest.size() - 1); run != null; run = run.before) {
            kept.add(run.state);
        }
        return kept;
    }

    /** A run of states by its last one, and where that is reached. */
    private record Run(String state, int place, @Nullable Run before) implements Comparable<Run> {
        @Override
        public int compareTo(Run other) {
            return Integer.compare(place, other.place);
        }
    }
}
