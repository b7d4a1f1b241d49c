package dev.stepwright.runtime.task;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where the course of one task is reported. All methods return at once and may be called by any thread; what is reported after
 * the task has ended is ignored.
 */
public interface TaskCompletion {
    /** A worker has taken up an activity task; counts from here: timeout and heartbeat. All other tasks have started when they are handed over. */
    void started(@Nullable String worker);

    /** A job or the work that will bring back the token has been submitted; the task goes on. */
    void submitted(JsonNode response);

    /** The task is still alive. */
    void heartbeat();

    /** The task is done. */
    void succeeded(JsonNode result);

    /** The task has failed. */
    void failed(@Nullable String error, @Nullable String cause);
}
