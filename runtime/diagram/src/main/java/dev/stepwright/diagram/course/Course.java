package dev.stepwright.diagram.course;

import dev.stepwright.runtime.history.HistoryEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one execution, or several, have done with the states of a machine. The states within a distributed Map are not told: they
 * are in executions of their own.
 */
public final class Course {
    /** Nothing so far. */
    public static final Course NONE = new Course(Map.of(), Map.of());

    private final Map<String, StateCourse> states;
    private final Map<Way, Integer> ways;

    Course(Map<String, StateCourse> states, Map<Way, Integer> ways) {
        this.states = Map.copyOf(states);
        this.ways = Map.copyOf(ways);
    }

    /** Returns what the events of an execution tell, from its first one to its last or to where it is now. */
    public static Course of(List<HistoryEntry> history) {
        HistoryReader reader = new HistoryReader();
        history.forEach(reader::read);
        return reader.course();
    }

    /** Returns the state that each event of a history belongs to, by the event's id; none for those of the execution as a whole. */
    public static Map<Long, String> statesOfEvents(List<HistoryEntry> history) {
        HistoryReader reader = new HistoryReader();
        history.forEach(reader::read);
        Map<Long, String> states = new HashMap<>();
        reader.visitOf.forEach((event, visit) -> states.put(event, visit.name));
        return states;
    }

    /** Returns what both have done. */
    public Course plus(Course other) {
        Map<String, StateCourse> allStates = new HashMap<>(states);
        other.states.forEach((name, course) -> allStates.merge(name, course, StateCourse::plus));
        Map<Way, Integer> allWays = new HashMap<>(ways);
        other.ways.forEach((way, count) -> allWays.merge(way, count, Integer::sum));
        return new Course(allStates, allWays);
    }

    /** Returns what has been done with a state. */
    public StateCourse state(String name) {
        return states.getOrDefault(name, StateCourse.NONE);
    }

    /**
     * Returns how often a way has been taken. An error of which the history does not tell, as those of JSONPath, counts for the way that
     * is not by a catcher.
     */
    public int taken(Way way) {
        return ways.getOrDefault(way, 0);
    }
}
