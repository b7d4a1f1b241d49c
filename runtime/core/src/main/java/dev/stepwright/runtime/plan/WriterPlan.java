package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.items.ResultFormat;
import dev.stepwright.runtime.task.TaskResource;
import org.jspecify.annotations.Nullable;

/**
 * {@code ResultWriter}.
 *
 * @param destination where the results are written; null if they are only formatted, and stay the result of the Map
 */
public record WriterPlan(@Nullable Destination destination, ResultFormat format) {
    /**
     * Where results are written.
     *
     * @param resource who writes: {@code s3:putObject}
     * @param parameters give {@code Bucket} and {@code Prefix}
     */
    public record Destination(TaskResource resource, Expression parameters) {}
}
