package dev.stepwright.runtime.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An execution of a Map Run: of one item or batch, as it stands. What is not there yet, or never will be, is null.
 *
 * @param executionArn the execution that all of it is in, which is one of no Map Run
 * @param items how many items it stands for
 * @param isPendingRedrive whether it has failed, and waits for its turn in a Map Run that was redriven
 * @param redriveRefusal why a redrive of its Map Run does not have it go on, in the words of AWS; null if it does
 */
public record MapRunExecution(
        ExecutionIdentity identity,
        String mapRunArn,
        String executionArn,
        ExecutionStatus status,
        JsonNode input,
        @Nullable Instant stopTime,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause,
        int items,
        boolean isPendingRedrive,
        int redriveCount,
        @Nullable Instant redriveTime,
        @Nullable String redriveRefusal) {}
