package dev.stepwright.runtime.engine;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether an execution can be redriven.
 *
 * @param stopTime null while it runs
 * @param lastEvent the id of its last event
 */
public record Redrivability(
        ExecutionStatus status, Instant startTime, @Nullable Instant stopTime, long lastEvent) {
    /** The redrive itself is an event, and the end must have room for another. */
    private static final int ROOM = 1;

    /** Returns why the execution cannot be redriven, in the words of AWS; empty if it can. */
    public Optional<String> refusal(Limits limits, Instant now) {
        if (status == ExecutionStatus.RUNNING || status == ExecutionStatus.SUCCEEDED || stopTime == null) {
            return Optional.of("Execution is " + status + " and cannot be redriven");
        } else if (lastEvent >= limits.historyEvents() - ROOM) {
            return Optional.of("Execution history event limit exceeded");
        } else if (!now.isBefore(startTime.plus(limits.executionTime()))) {
            return Optional.of("Execution has exceeded the max execution time");
        } else if (now.isAfter(stopTime.plus(limits.redrivePeriod()))) {
            return Optional.of("Execution redrivable period exceeded");
        }
        return Optional.empty();
    }
}
