package dev.stepwright.runtime.task;

import java.time.Instant;
import java.util.Optional;

/** What a handler may know about the task at hand. */
public interface TaskContext {
    /** Returns the ARN of the execution. */
    String executionArn();

    /** Returns the name of the Task state. */
    String stateName();

    /** Returns how often this visit of the state has started the task: 1, then one more for each retry. */
    int attempt();

    /**
     * Returns what names this task among all of all executions: the same when it is handed over again after the engine has stopped, another for
     * each retry. A handler that must not act twice remembers it with what it does.
     */
    String attemptId();

    /** Returns when the state's {@code TimeoutSeconds} will be over; empty where there is none. */
    Optional<Instant> deadline();

    /** Returns the token with which the task is completed; present on {@code .waitForTaskToken} only. */
    Optional<String> taskToken();
}
