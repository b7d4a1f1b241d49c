package dev.stepwright.runtime.store;

import dev.stepwright.runtime.engine.ExecutionStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How an execution has ended.
 *
 * @param status any but {@link ExecutionStatus#RUNNING}
 * @param output what it gave; null unless it has succeeded
 * @param error null if it has succeeded, or has none to tell
 * @param cause null if it has succeeded, or has none to tell
 */
public record ExecutionEnd(
        ExecutionStatus status,
        Instant time,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause) {}
