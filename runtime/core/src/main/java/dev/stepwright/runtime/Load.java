package dev.stepwright.runtime;

/**
 * How much an engine has in hand, for metrics and health checks; {@link Admission} says how much it takes on.
 *
 * @param openExecutions how many executions run here
 * @param readyExecutions how many stand in the queue for a thread that decides
 * @param unwrittenBytes about how many bytes the store has been given that it has not written yet
 * @param unstoredExecutions how many wait because what has become of them could not be stored: the disk is full, for example. It is tried again; above 0
 *     somebody should look, and the log tells why
 * @param refusedBytes about how many bytes the execution has that the store could not take when it was to start; 0 once another one has been taken
 */
public record Load(
        int openExecutions, int readyExecutions, long unwrittenBytes, int unstoredExecutions, long refusedBytes) {}
