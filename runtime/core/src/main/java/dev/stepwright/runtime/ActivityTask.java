package dev.stepwright.runtime;

import tools.jackson.databind.JsonNode;

/**
 * A task that a worker has fetched.
 *
 * @param taskToken with which the worker completes it: {@link Engine#sendTaskSuccess}, {@link Engine#sendTaskFailure}, {@link Engine#sendTaskHeartbeat}
 * @param input the effective input of the state
 */
public record ActivityTask(String taskToken, JsonNode input) {}
