package dev.stepwright.runtime.log;

import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryEvent;
import java.util.List;

/**
 * What of a machine's executions is logged, and where: the {@code loggingConfiguration} of AWS.
 *
 * @param includesData whether input and output of execution, states and tasks are logged. AWS: without them names, errors and causes stay,
 *     and so do the parameters of service tasks and assigned variables
 */
public record ExecutionLogging(ExecutionLog log, LogLevel level, boolean includesData) {
    /** Returns that nothing is logged: costs nothing. */
    public static ExecutionLogging off() {
        return new ExecutionLogging((arn, redriveCount, event) -> {}, LogLevel.OFF, false);
    }

    /**
     * Gives events of an execution to the log, as far as they are of its level.
     *
     * @param redriveCount how often the execution has been redriven
     */
    public void write(String executionArn, int redriveCount, List<HistoryEntry> entries) {
        for (HistoryEntry entry : entries) {
            if (level.includes(entry.event())) {
                HistoryEvent event = AwsHistory.of(entry);
                log.on(executionArn, redriveCount, includesData ? event : event.withoutData());
            }
        }
    }
}
