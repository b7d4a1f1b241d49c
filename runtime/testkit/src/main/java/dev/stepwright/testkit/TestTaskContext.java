package dev.stepwright.testkit;

import dev.stepwright.runtime.task.TaskContext;
import java.time.Instant;
import java.util.Optional;

/**
 * What a handler is told about its task by a test that calls it without an engine: {@code desk.charge(input, TestTaskContext.of("Charge"))}.
 *
 * @param stateName the name of the Task state
 * @param attempt 1 for the first one
 * @param deadline when the state's {@code TimeoutSeconds} will be over; empty where there is none
 * @param taskToken the token that completes the task; empty unless it waits for that
 */
public record TestTaskContext(String stateName, int attempt, Optional<Instant> deadline, Optional<String> taskToken)
        implements TaskContext {
    private static final String EXECUTION = "arn:aws:states:us-east-1:123456789012:execution:test:test";

    /** @throws IllegalArgumentException if the attempt is less than 1 */
    public TestTaskContext {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts count from 1, but this was " + attempt);
        }
    }

    /** Returns the context of the first attempt of a task without a deadline and without a token. */
    public static TestTaskContext of(String stateName) {
        return new TestTaskContext(stateName, 1, Optional.empty(), Optional.empty());
    }

    /** Returns the same of another attempt. */
    public TestTaskContext withAttempt(int attempt) {
        return new TestTaskContext(stateName, attempt, deadline, taskToken);
    }

    /** Returns the same with a deadline. */
    public TestTaskContext withDeadline(Instant deadline) {
        return new TestTaskContext(stateName, attempt, Optional.of(deadline), taskToken);
    }

    /** Returns the same of a task that waits for a token. */
    public TestTaskContext withTaskToken(String taskToken) {
        return new TestTaskContext(stateName, attempt, deadline, Optional.of(taskToken));
    }

    /** Returns the ARN of an execution {@code test} of a machine {@code test}. */
    @Override
    public String executionArn() {
        return EXECUTION;
    }

    /** Returns a name that differs from one state or attempt to another. */
    @Override
    public String attemptId() {
        return stateName + "#" + attempt;
    }
}
