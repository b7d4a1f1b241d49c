package dev.stepwright.runtime;

import tools.jackson.databind.JsonNode;

/**
 * A task that a worker has fetched.
 *
 * @param taskToken with which the worker completes it: {@link Engine#sendTaskSuccess(String, Object)}, {@link Engine#sendTaskFailure(String, String, String)}, {@link
 *     Engine#sendTaskHeartbeat(String)}
 * @param input the effective input of the state
 */
public record ActivityTask(String taskToken, JsonNode input) {
    /** Returns neither the token, which would let who reads it in a log end the task, nor its data. */
    @Override
    public String toString() {
        return "ActivityTask[]";
    }
}
