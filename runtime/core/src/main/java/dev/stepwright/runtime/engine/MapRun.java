package dev.stepwright.runtime.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a distributed Map has started, as it stands.
 *
 * @param executionArn the execution that the Map is in; may itself be one of a Map Run
 * @param stateName the name of the Map
 * @param machineArn of the executions in it: the machine with the label of the Map
 * @param status never TIMED_OUT
 * @param stopTime null while it runs
 * @param maxConcurrency as configured; 0 for no limit
 * @param toleratedPercentage as configured; 0 where it is not
 * @param toleratedCount as configured; 0 where it is not
 * @param redriveTime null if it never was redriven
 */
public record MapRun(
        String arn,
        String executionArn,
        String stateName,
        String machineArn,
        ExecutionStatus status,
        Instant startTime,
        @Nullable Instant stopTime,
        long maxConcurrency,
        double toleratedPercentage,
        long toleratedCount,
        Counts items,
        Counts executions,
        int redriveCount,
        @Nullable Instant redriveTime) {

    /**
     * How many items, or executions, are how far.
     *
     * @param pending have not begun
     * @param failuresNotRedrivable have failed, timed out or were stopped, and are counted so; a redrive of the Map Run does not have them go on
     * @param pendingRedrive have failed, and wait for their turn in a Map Run that was redriven
     */
    public record Counts(
            long pending,
            long running,
            long succeeded,
            long failed,
            long timedOut,
            long aborted,
            long failuresNotRedrivable,
            long pendingRedrive,
            long total) {}
}
