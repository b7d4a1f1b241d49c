package dev.stepwright.testkit;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.Transition;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which states and which ways of a machine some runs have gone through. A way leads from a state to another one: by {@code Next}, by
 * a rule or the default of a Choice, by a catcher. Ways between the same two states count as one if all are or none is by
 * a catcher. Not counted are the states within a distributed Map, whose items are executions of their own.
 *
 * <p>Safe for use by several threads.
 */
public final class Coverage {
    private final Map<String, Integer> visits = new LinkedHashMap<>();
    private final Map<Way, Boolean> ways = new LinkedHashMap<>();

    /** @param label when it is taken, for a reader */
    private record Way(String from, String to, boolean isCatch, String label) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Way that && from.equals(that.from) && to.equals(that.to) && isCatch == that.isCatch;
        }

        @Override
        public int hashCode() {
            return 31 * from.hashCode() + to.hashCode();
        }

        @Override
        public String toString() {
            String when = label.isEmpty() ? "" : isCatch ? " on " + label : " (" + label + ")";
            return "\"" + from + "\" -> \"" + to + "\"" + when;
        }
    }

    private Coverage() {}

    /** Returns a coverage of nothing so far. */
    public static Coverage of(StateMachineDefinition definition) {
        Coverage coverage = new Coverage();
        coverage.expect(definition);
        return coverage;
    }

    private void expect(StateMachineDefinition scope) {
        for (State state : scope.states().values()) {
            visits.put(state.name(), 0);
            Transition.of(state).stream()
                    .map(transition -> way(state, transition))
                    .forEach(way -> ways.put(way, false));
            if (!isDistributed(state)) {
                state.subMachines().forEach(this::expect);
            }
        }
    }

    private static boolean isDistributed(State state) {
        return state.json()
                .path("ItemProcessor")
                .path("ProcessorConfig")
                .path("Mode")
                .asString("")
                .equals("DISTRIBUTED");
    }

    private static Way way(State from, Transition transition) {
        return new Way(
                from.name(), transition.target(), transition.kind() == Transition.Kind.CATCH, transition.label());
    }

    /** Adds what a run has gone through. */
    public synchronized void add(TestRun<?> run) {
        Map<Long, HistoryEntry> byId = new HashMap<>();
        for (HistoryEntry entry : run.events()) {
            byId.put(entry.id(), entry);
            if (entry.event() instanceof Event.StateEntered entered) {
                visits.computeIfPresent(entered.name(), (name, count) -> count + 1);
                HistoryEntry before = byId.get(entry.previousId());
                if (before != null && before.event() instanceof Event.StateExited exited) {
                    taken(exited.name(), entered.name(), hasFailed(byId.get(before.previousId())));
                }
            }
        }
    }

    private static boolean hasFailed(@Nullable HistoryEntry entry) {
        return entry != null
                && (entry.event() instanceof Event.TaskFailed
                        || entry.event() instanceof Event.TaskTimedOut
                        || entry.event() instanceof Event.EvaluationFailed
                        || entry.event() instanceof Event.StateFailed);
    }

    private void taken(String from, String to, boolean byCatch) {
        if (ways.computeIfPresent(new Way(from, to, byCatch, ""), (way, was) -> true) == null) {
            // A failure that has no event of its own.
            ways.computeIfPresent(new Way(from, to, !byCatch, ""), (way, was) -> true);
        }
    }

    /** Returns the states that no run has entered, in the order of the definition. */
    public synchronized Set<String> unvisitedStates() {
        Set<String> unvisited = new LinkedHashSet<>();
        visits.forEach((state, count) -> {
            if (count == 0) {
                unvisited.add(state);
            }
        });
        return unvisited;
    }

    /** Returns the ways that no run has taken, each as {@code "Charge" -> "Refund" on States.Timeout}. */
    public synchronized List<String> untakenWays() {
        List<String> untaken = new ArrayList<>();
        ways.forEach((way, isTaken) -> {
            if (!isTaken) {
                untaken.add(way.toString());
            }
        });
        return untaken;
    }

    /** Returns whether every state has been entered and every way been taken. */
    public boolean isComplete() {
        return unvisitedStates().isEmpty() && untakenWays().isEmpty();
    }

    /** Returns for example {@code 3 of 4 states, 2 of 5 ways}, and then a line for each state and way that is missing. */
    @Override
    public synchronized String toString() {
        Set<String> unvisited = unvisitedStates();
        List<String> untaken = untakenWays();
        StringBuilder text = new StringBuilder("%d of %d states, %d of %d ways"
                .formatted(visits.size() - unvisited.size(), visits.size(), ways.size() - untaken.size(), ways.size()));
        unvisited.forEach(
                state -> text.append("\n  not entered: \"").append(state).append('"'));
        untaken.forEach(way -> text.append("\n  not taken:   ").append(way));
        return text.toString();
    }
}
