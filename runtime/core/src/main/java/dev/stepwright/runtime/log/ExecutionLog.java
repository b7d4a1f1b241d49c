package dev.stepwright.runtime.log;

import dev.stepwright.runtime.history.HistoryEvent;

/**
 * Is told what happens in the executions of machines that are logged, see {@link ExecutionLogging}. For Express executions, which have no
 * history, this is the only trace of what they did.
 *
 * <p>The events of one execution come one after the other in the order of their ids; those of several come at the same time, from several
 * threads. An event comes after it has been stored, if it is stored at all, and before who awaits the execution is told of its end. It comes
 * once, except that a crash between storing and logging loses it: what is written here is no record to recover from.
 *
 * <p>The thread is one that decides: write into a buffer and return. What is thrown is logged as an error of the engine, and the execution
 * goes on.
 */
@FunctionalInterface
public interface ExecutionLog {
    /**
     * Takes an event.
     *
     * @param redriveCount how often the execution had been redriven
     * @param event in the shape of AWS; the execution data is left out where the machine says so
     */
    void on(String executionArn, int redriveCount, HistoryEvent event);
}
