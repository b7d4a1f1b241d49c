package dev.stepwright.testkit;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.Transition;
import dev.stepwright.diagram.Diagram;
import dev.stepwright.diagram.course.Course;
import dev.stepwright.diagram.course.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which states and which transitions of a machine some runs have gone through. A transition leads from a state to another one: by {@code
 * Next}, by a rule or the default of a Choice, by a Catch rule. Transitions between the same two states count as one if all are or none is by
 * a Catch rule. Not counted are the states within a distributed Map, whose items are executions of their own.
 *
 * <p>Safe for use by several threads.
 */
public final class Coverage {
    private final StateMachineDefinition definition;
    private final Set<String> states = new LinkedHashSet<>();

    /** Each with when it is taken, for a reader. */
    private final Map<Way, String> ways = new LinkedHashMap<>();

    private Course course = Course.NONE;

    private Coverage(StateMachineDefinition definition) {
        this.definition = definition;
    }

    /** Returns a coverage of nothing so far. */
    public static Coverage of(StateMachineDefinition definition) {
        Coverage coverage = new Coverage(definition);
        coverage.expect(definition);
        return coverage;
    }

    private void expect(StateMachineDefinition scope) {
        for (State state : scope.states().values()) {
            states.add(state.name());
            for (Transition transition : Transition.of(state)) {
                boolean isCatch = transition.kind() == Transition.Kind.CATCH;
                ways.putIfAbsent(new Way(state.name(), transition.target(), isCatch), transition.label());
            }
            if (!(state instanceof MapState map && map.isDistributed())) {
                state.subMachines().forEach(this::expect);
            }
        }
    }

    /** Adds what a run has gone through. */
    public void add(TestRun<?> run) {
        add(run.course());
    }

    synchronized void add(Course more) {
        course = course.plus(more);
    }

    /** A failure that has no event of its own counts for the only way between the two states. */
    private boolean isTaken(Way way) {
        Way other = new Way(way.from(), way.to(), !way.isCatch());
        return course.taken(way) > 0 || !ways.containsKey(other) && course.taken(other) > 0;
    }

    /**
     * Returns the picture of the machine that shows what has been gone through, and which states and transitions no run has:
     * {@code coverage.diagram().write(Path.of("target/order.svg"))}.
     */
    public synchronized Diagram diagram() {
        return Diagram.of(definition).showingTested(course);
    }

    /** Returns the states that no run has entered, in the order of the definition. */
    public synchronized Set<String> unvisitedStates() {
        Set<String> unvisited = new LinkedHashSet<>(states);
        unvisited.removeIf(state -> course.state(state).entered() > 0);
        return unvisited;
    }

    /** Returns the transitions that no run has taken, each as {@code "Charge" -> "Refund" on States.Timeout}. */
    public synchronized List<String> untakenTransitions() {
        List<String> untaken = new ArrayList<>();
        ways.forEach((way, label) -> {
            if (!isTaken(way)) {
                String when = label.isEmpty() ? "" : way.isCatch() ? " on " + label : " (" + label + ")";
                untaken.add("\"" + way.from() + "\" -> \"" + way.to() + "\"" + when);
            }
        });
        return untaken;
    }

    /** Returns whether every state has been entered and every transition been taken. */
    public boolean isComplete() {
        return unvisitedStates().isEmpty() && untakenTransitions().isEmpty();
    }

    /** Returns for example {@code 3 of 4 states, 2 of 5 transitions}, and then a line for each state and transition that is missing. */
    @Override
    public synchronized String toString() {
        Set<String> unvisited = unvisitedStates();
        List<String> untaken = untakenTransitions();
        StringBuilder text = new StringBuilder("%d of %d states, %d of %d transitions"
                .formatted(states.size() - unvisited.size(), states.size(), ways.size() - untaken.size(), ways.size()));
        unvisited.forEach(
                state -> text.append("\n  not entered: \"").append(state).append('"'));
        untaken.forEach(way -> text.append("\n  not taken:   ").append(way));
        return text.toString();
    }
}
