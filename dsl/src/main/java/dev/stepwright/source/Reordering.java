package dev.stepwright.source;

import dev.stepwright.asl.StateMachineDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** Both lists have the same elements; so this is the longest increasing run of places. */
    private static List<String> longestCommon(List<String> reached, List<String> wanted) {
        int[] length = new int[wanted.size()];
        int[] previous = new int[wanted.size()];
        int best = -1;
        for (int i = 0; i < wanted.size(); i++) {
            previous[i] = -1;
            length[i] = 1;
            for (int j = 0; j < i; j++) {
                if (reached.indexOf(wanted.get(j)) < reached.indexOf(wanted.get(i)) && length[j] >= length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            best = best < 0 || length[i] > length[best] ? i : best;
        }
        List<String> kept = new ArrayList<>();
        for (int i = best; i >= 0; i = previous[i]) {
            kept.add(wanted.get(i));
        }
        return kept;
    }
}
