package dev.stepwright.runtime.store;

import dev.stepwright.runtime.engine.ExecutionStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How an execution has ended. */
public record ExecutionEnd(
        ExecutionStatus status,
        Instant time,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause) {}
