package dev.stepwright.runtime.history;

import dev.stepwright.runtime.task.TaskResource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happened. Values are references to trees that the execution has built anyway; they become JSON text only when a
 * history is read. Nobody may change them.
 */
public sealed interface Event {
    /**
     * The first event.
     *
     * @param inputText the input as the caller wrote it, or null if it was not given as text
     * @param versionArn the version of the machine by which the execution was started, or null
     * @param aliasArn the alias of the machine by which the execution was started, or null
     */
    record ExecutionStarted(
            JsonNode input,
            @Nullable String inputText,
            String roleArn,
            @Nullable String versionArn,
            @Nullable String aliasArn)
            implements Event {}

    record ExecutionSucceeded(JsonNode output) implements Event {}

    record ExecutionFailed(@Nullable String error, @Nullable String cause) implements Event {}

    record ExecutionAborted(
            @Nullable String error, @Nullable String cause) implements Event {}

    record ExecutionTimedOut() implements Event {}

    /**
     * An execution that had failed goes on.
     *
     * @param count how often it has been redriven, with this time
     */
    record ExecutionRedriven(int count) implements Event {}

    /**
     * A state begins.
     *
     * @param inputText the execution's input as the caller wrote it, on the first state, or null
     */
    record StateEntered(
            StateKind kind,
            String name,
            JsonNode input,
            @Nullable String inputText) implements Event {}

    /**
     * A state is left.
     *
     * @param assigned the variables that the state has assigned; empty if none
     */
    record StateExited(StateKind kind, String name, JsonNode output, Map<String, JsonNode> assigned) implements Event {}

    record StateAborted(StateKind kind) implements Event {}

    record EvaluationFailed(
            String error, String cause, @Nullable String location, String state) implements Event {}

    /**
     * A task is about to be handed over.
     *
     * @param region where the service is called
     * @param timeoutSeconds null where the state has none
     * @param heartbeatSeconds null where the state has none
     * @param roleArn the role of the state's {@code Credentials}, or null
     */
    record TaskScheduled(
            TaskResource resource,
            JsonNode input,
            String region,
            @Nullable Long timeoutSeconds,
            @Nullable Long heartbeatSeconds,
            @Nullable String roleArn)
            implements Event {}

    /**
     * A task is being worked on.
     *
     * @param worker the name that the worker of an activity gave itself, or null
     */
    record TaskStarted(TaskResource resource, @Nullable String worker) implements Event {}

    record TaskSubmitted(TaskResource resource, JsonNode output) implements Event {}

    record TaskSucceeded(TaskResource resource, JsonNode output) implements Event {}

    record TaskFailed(
            TaskResource resource,
            String state,
            @Nullable String error,
            @Nullable String cause) implements Event {}

    /** The call that was to submit a job, or the work that brings the token back, has failed, and the task with it. */
    record TaskSubmitFailed(
            TaskResource resource,
            String state,
            @Nullable String error,
            @Nullable String cause) implements Event {}

    record TaskTimedOut(TaskResource resource, String state) implements Event {}

    record ParallelStarted() implements Event {}

    /**
     * A Map begins.
     *
     * @param length how many items there are; 0 if they are still to be read
     */
    record MapStarted(int length) implements Event {}

    /** All branches or iterations of a Parallel or Map have succeeded. */
    record StateSucceeded(StateKind kind) implements Event {}

    /** A branch or iteration of a Parallel or Map has failed, and no retry follows. */
    record StateFailed(StateKind kind) implements Event {}

    record IterationStarted(String name, int index) implements Event {}

    record IterationSucceeded(String name, int index) implements Event {}

    record IterationFailed(String name, int index) implements Event {}

    record IterationAborted(String name, int index) implements Event {}

    record MapRunStarted(String mapRunArn) implements Event {}

    /**
     * A Map Run that had failed goes on.
     *
     * @param count how often it has been redriven, with this time
     */
    record MapRunRedriven(String mapRunArn, int count) implements Event {}

    record MapRunSucceeded() implements Event {}

    record MapRunFailed(@Nullable String error, @Nullable String cause) implements Event {}

    /** A Map Run was running when the branch or iteration that its Map is in was stopped. */
    record MapRunAborted() implements Event {}
}
