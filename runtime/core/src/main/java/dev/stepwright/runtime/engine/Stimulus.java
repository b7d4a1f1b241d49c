package dev.stepwright.runtime.engine;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that has come to an execution from outside. An execution is what its stimuli make of its plan: the same stimuli in the
 * same order give the same decisions.
 */
public sealed interface Stimulus {
    /** Returns when it came; never before the stimulus that came before. */
    Instant now();

    /** What has become of a task. */
    sealed interface OfTask extends Stimulus {
        long taskId();
    }

    /**
     * The first stimulus, and only the first.
     *
     * @param inputText the input as the caller wrote it, or null
     * @param seed all chance in the execution follows from it
     */
    record Started(Instant now, JsonNode input, @Nullable String inputText, UUID seed) implements Stimulus {}

    /** The decision was cut short with {@link Command.Continue}; it goes on. */
    record Resumed(Instant now) implements Stimulus {}

    /** An activity exists, so the task can be scheduled. */
    record TaskAccepted(Instant now, long taskId) implements OfTask {}

    /** A task cannot be scheduled at all, for example because its activity does not exist. */
    record TaskRefused(Instant now, long taskId, String detail) implements OfTask {}

    /** A worker has taken up an activity task. */
    record TaskStarted(Instant now, long taskId, @Nullable String worker) implements OfTask {}

    record TaskSubmitted(Instant now, long taskId, JsonNode response) implements OfTask {}

    record TaskHeartbeat(Instant now, long taskId) implements OfTask {}

    record TaskSucceeded(Instant now, long taskId, JsonNode result) implements OfTask {}

    record TaskFailed(
            Instant now,
            long taskId,
            @Nullable String error,
            @Nullable String cause) implements OfTask {}

    /** Whoever does a task that a job or its token completes has failed: with the call that was to submit it, or later. */
    record RunnerFailed(
            Instant now,
            long taskId,
            @Nullable String error,
            @Nullable String cause) implements OfTask {}

    record TimerFired(Instant now, long timerId) implements Stimulus {}

    /** Somebody has the execution, which has failed, go on from where it failed; the only stimulus that comes after an end. */
    record Redriven(Instant now) implements Stimulus {}

    /** Somebody changes the terms of a Map Run. */
    record MapRunUpdated(Instant now, String mapRunArn, MapRunTerms terms) implements Stimulus {}

    /** Somebody stops an execution of a Map Run. */
    record ChildStopped(
            Instant now,
            String executionArn,
            @Nullable String error,
            @Nullable String cause) implements Stimulus {}

    /** Somebody stops the execution. */
    record Stopped(
            Instant now, @Nullable String error, @Nullable String cause) implements Stimulus {}
}
