package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.StateKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an execution is doing, for people who watch. */
public sealed interface Progress {
    /** Returns the ARN of the execution. */
    String executionArn();

    /** Returns when it happened. */
    Instant time();

    /** Returns the name of the machine: a label for metrics. */
    default String machineName() {
        return ExecutionIdentity.machineNameIn(executionArn());
    }

    /** The execution has begun. One that is recovered or redriven has begun before. */
    record Started(String executionArn, Instant time, JsonNode input) implements Progress {}

    /** A state has been entered. {@code input} is what it was given, before it takes a part of it. */
    record Entered(String executionArn, Instant time, String state, StateKind kind, JsonNode input)
            implements Progress {}

    /** A state has been left. {@code output} is what the next one is given. */
    record Exited(String executionArn, Instant time, String state, StateKind kind, JsonNode output)
            implements Progress {}

    /** A task has failed or timed out, or an expression had no value. A retry, a catch or the end may follow. */
    record Failed(
            String executionArn,
            Instant time,
            String state,
            @Nullable String error,
            @Nullable String cause) implements Progress {}

    /**
     * A state pauses before it is tried again.
     *
     * @param until when it is tried again
     */
    record WaitsForRetry(
            String executionArn,
            Instant time,
            String state,
            @Nullable String error,
            Instant until) implements Progress {}

    /**
     * The execution has ended; {@code error} and {@code cause} are null if it has succeeded.
     *
     * @param startTime when it was started, maybe by an engine before this one
     */
    record Ended(
            String executionArn,
            Instant time,
            Instant startTime,
            ExecutionStatus status,
            @Nullable String error,
            @Nullable String cause)
            implements Progress {}
}
