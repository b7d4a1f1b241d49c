package dev.stepwright.runtime.store;

import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An execution in a list, without its data.
 *
 * @param stopTime null while it runs
 * @param redrive the latest; null if it never was redriven
 */
public record ExecutionSummary(
        Position position,
        ExecutionIdentity identity,
        ExecutionStatus status,
        @Nullable Instant stopTime,
        @Nullable Redrive redrive) {

    /**
     * Where an execution stands in a list.
     *
     * @param moment milliseconds since 1970: when it started or was redriven or, if it has ended, when it stopped
     * @param number of the execution in its store, greater than those of earlier ones
     */
    public record Position(long moment, long number) implements Comparable<Position> {
        /** Orders by moment, then by number. */
        @Override
        public int compareTo(Position other) {
            int byMoment = Long.compare(moment, other.moment);
            return byMoment != 0 ? byMoment : Long.compare(number, other.number);
        }
    }
}
