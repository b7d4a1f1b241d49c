package dev.stepwright.server.control;

import dev.stepwright.runtime.engine.ExecutionStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many executions there have been since the server began.
 *
 * @param machines by the name of the state machine
 * @param refused how many starts were refused, by the name of the error
 */
public record ExecutionNumbers(SortedMap<String, OfMachine> machines, SortedMap<String, Long> refused) {
    ExecutionNumbers(Map<String, OfMachine> machines, Map<String, Long> refused) {
        this(
                Collections.unmodifiableSortedMap(new TreeMap<>(machines)),
                Collections.unmodifiableSortedMap(new TreeMap<>(refused)));
    }

    /**
     * Executions of one machine.
     *
     * @param started by a call; those that an earlier server has left, and redriven ones, only run
     * @param ended by how they have ended
     * @param duration of all that have ended together, each since its start
     */
    public record OfMachine(long started, long running, Map<ExecutionStatus, Long> ended, Duration duration) {
        public OfMachine {
            ended = Collections.unmodifiableMap(ended);
        }
    }
}
