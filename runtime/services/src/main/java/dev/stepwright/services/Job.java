package dev.stepwright.services;

import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.services.job.Progress;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Work that goes on after the call that starts it: how it is looked at, when it is over, how it is stopped. */
interface Job {
    /**
     * A call about a job.
     *
     * @param action for example {@code describeTasks}
     */
    record Request(String action, ObjectNode parameters) {}

    /**
     * A job that has been started.
     *
     * @param parameters of the task
     * @param answer of the call that started it
     */
    record Started(JsonNode parameters, JsonNode answer) {}

    /** Returns the parameters with what Step Functions adds to them. */
    default JsonNode parameters(JsonNode given) {
        return given;
    }

    /** Throws if the answer says that nothing has been started. */
    default void check(JsonNode answer) throws TaskFailure {}

    /** Returns the call that tells how a job is. */
    Request description(Started started);

    /** Returns the call for the page after this one; empty if the job is on this one, or there is no other. */
    default Optional<Request> next(Started started, JsonNode page) {
        return Optional.empty();
    }

    /** Returns whether a job is done if the service refuses to describe it, as it does with what is deleted. */
    default boolean isDoneAt(TaskFailure refusal) {
        return false;
    }

    /** Returns how a job is, by the answer to {@link #description}, or the last page of it. */
    Progress progress(Started started, JsonNode description);

    /** Returns the call that stops a job; empty if it goes on though nobody waits for it. */
    default Optional<Request> stop(Started started, String reason) {
        return Optional.empty();
    }
}
