package dev.stepwright.runtime;

import tools.jackson.databind.JsonNode;

/**
 * A task that a worker has fetched.
 *
 * @param taskToken with which the worker completes it
 */
public record ActivityTask(String taskToken, JsonNode input) {}
