package dev.stepwright.services.job;

import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import tools.jackson.databind.JsonNode;

/** The calls about one kind of job, for {@link JobTask}. Each blocks. */
public interface JobWork {
    /** Starts a job and returns the answer to that, by which it is found again. */
    JsonNode start(TaskRequest request) throws TaskFailure, InterruptedException;

    /**
     * Returns how a job is.
     *
     * @param started what {@link #start} has returned, perhaps in an earlier process
     */
    Progress progress(JsonNode started, TaskRequest request) throws TaskFailure, InterruptedException;

    /** Stops a job that nobody waits for any more, if it can be stopped. */
    void stop(JsonNode started, TaskRequest request) throws TaskFailure, InterruptedException;
}
