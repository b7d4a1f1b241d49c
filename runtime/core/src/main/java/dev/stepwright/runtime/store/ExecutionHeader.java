package dev.stepwright.runtime.store;

import dev.stepwright.runtime.engine.ExecutionIdentity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is known of an execution before its first event.
 *
 * @param inputText the input as the caller wrote it, or null
 */
public record ExecutionHeader(
        ExecutionIdentity identity,
        JsonNode input,
        @Nullable String inputText) {}
