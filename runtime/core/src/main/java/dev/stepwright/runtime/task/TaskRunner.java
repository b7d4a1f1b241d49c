package dev.stepwright.runtime.task;

import tools.jackson.databind.JsonNode;

/** Starts tasks without blocking: the SPI under the handlers, for integrations that answer later. */
public interface TaskRunner {
    /** Returns whether this runner can do a task; the engine asks its runners in their order. */
    boolean serves(TaskRequest request);

    /**
     * Refuses a task that this runner serves if its parameters are none that it takes. Asked before the task is scheduled. Must not block.
     * The same request must get the same answer whenever it is asked about: executions of Map Runs that are made anew are asked about again. An
     * exception of another kind is logged, and the task scheduled.
     * AWS: the state fails with {@code States.Runtime}, which nothing retries or catches, and the history tells of no task.
     *
     * @throws TaskFailure mostly {@link TaskFailure#ofParameters}; its cause is told
     */
    default void check(TaskRequest request) throws TaskFailure {}

    /**
     * Starts a task that this runner serves. Must not block. It may report to {@code completion} before it returns.
     *
     * @return what is called if nobody waits for the task any more: it has timed out, or its execution has ended
     */
    Runnable start(TaskRequest request, TaskCompletion completion);

    /**
     * Goes on waiting for a task that was submitted before the engine stopped. A runner that only waits for the token to come back has
     * nothing to do here; one that watches a job has to find it again.
     *
     * @param submission what was reported as submitted
     * @return as for {@link #start}
     */
    default Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
        return () -> {};
    }

    /**
     * Returns whether a task may be handed over again after the engine has stopped, if nobody knows whether it has been done. Where a
     * runner says no, the task fails with {@link TaskFailure#INTERRUPTED} instead. All runners of a machine are asked.
     */
    default boolean mayRepeat(TaskRequest request) {
        return true;
    }

    /** The question of {@link TaskRunner#check} to whoever would do a task. */
    @FunctionalInterface
    interface Check {
        void check(TaskRequest request) throws TaskFailure;
    }

    /** Makes the runner of one engine, for work that needs the engine's threads and clock. */
    @FunctionalInterface
    interface Maker {
        /** Returns a runner that works at this place; asked once by each engine. */
        TaskRunner at(Workplace workplace);
    }
}
