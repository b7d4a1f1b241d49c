package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.StoredExecution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An execution as it stands. What is not there yet, or never will be, is null.
 *
 * @param inputText the input as the caller wrote it, or null if it was not given as text
 * @param note what came with the start request
 * @param redriveCount how often it has been redriven
 * @param redriveTime when it was redriven the last time, or null
 */
public record ExecutionDescription(
        ExecutionIdentity identity,
        ExecutionStatus status,
        JsonNode input,
        @Nullable String inputText,
        @Nullable String note,
        @Nullable Instant stopTime,
        @Nullable JsonNode output,
        @Nullable String error,
        @Nullable String cause,
        int redriveCount,
        @Nullable Instant redriveTime) {

    static ExecutionDescription of(StoredExecution execution) {
        ExecutionEnd end = execution.end();
        Redrive redrive = execution.redrive();
        return new ExecutionDescription(
                execution.header().identity(),
                end == null ? ExecutionStatus.RUNNING : end.status(),
                execution.header().input(),
                execution.header().inputText(),
                execution.header().note(),
                end == null ? null : end.time(),
                end == null ? null : end.output(),
                end == null ? null : end.error(),
                end == null ? null : end.cause(),
                redrive == null ? 0 : redrive.count(),
                redrive == null ? null : redrive.time());
    }
}
