package dev.stepwright.runtime.task;

import tools.jackson.databind.JsonNode;

/** Does the work of a Task state. May block: it runs on a thread of its own pool. Called by several threads at once. */
@FunctionalInterface
public interface TaskHandler {
    /**
     * Returns the result of the task.
     *
     * @param input the state's effective input; for {@code lambda:invoke} its {@code Payload}
     * @throws TaskFailure if the task fails with an error name of its choice
     * @throws Exception if it fails otherwise: its class names the error, see {@link ErrorNaming#CLASS_NAMES}
     */
    JsonNode handle(JsonNode input, TaskContext context) throws Exception;
}
