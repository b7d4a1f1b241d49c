package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.items.ItemFormat;
import dev.stepwright.runtime.task.TaskResource;
import org.jspecify.annotations.Nullable;

/**
 * {@code ItemReader}.
 *
 * @param resource who reads: {@code s3:getObject} or {@code s3:listObjectsV2}
 * @param parameters of the call
 * @param maxItems how many items are read at most, 0 for all; null if the reader does not say
 */
public record ReaderPlan(
        TaskResource resource,
        Expression parameters,
        ItemFormat format,
        @Nullable NumberField maxItems) {}
