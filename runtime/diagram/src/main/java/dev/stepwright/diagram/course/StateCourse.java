package dev.stepwright.diagram.course;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What executions have done with a state.
 *
 * @param visits how often it has been entered, by how that ended
 * @param retries how often its work was begun once more
 * @param inAll the time of all visits that have ended
 * @param longest the time of the longest of them
 * @param error the error that was met last, or null
 */
public record StateCourse(
        Map<Fate, Integer> visits,
        int retries,
        Duration inAll,
        Duration longest,
        @Nullable String error) {
    /** A state that has not been entered. */
    public static final StateCourse NONE = new StateCourse(Map.of(), 0, Duration.ZERO, Duration.ZERO, null);

    public StateCourse {
        visits = Map.copyOf(visits);
    }

    /** Returns how often the state has been entered. */
    public int entered() {
        return visits.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns how many visits have ended like this. */
    public int count(Fate fate) {
        return visits.getOrDefault(fate, 0);
    }

    StateCourse plus(StateCourse other) {
        Map<Fate, Integer> sums = new EnumMap<>(Fate.class);
        sums.putAll(visits);
        other.visits.forEach((fate, count) -> sums.merge(fate, count, Integer::sum));
        return new StateCourse(
                sums,
                retries + other.retries,
                inAll.plus(other.inAll),
                longest.compareTo(other.longest) > 0 ? longest : other.longest,
                other.error == null ? error : other.error);
    }
}
