package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.items.ItemFormat;
import dev.stepwright.runtime.items.ObjectNames;
import dev.stepwright.runtime.task.TaskResource;
import org.jspecify.annotations.Nullable;

/**
 * {@code ItemReader}.
 *
 * @param resource who reads: {@code s3:getObject} or {@code s3:listObjectsV2}
 * @param parameters of the call
 * @param objects where the items are the contents of objects that the answer names; null where they are in the answer
 * @param maxItems how many items are read at most, 0 for all; null if the reader does not say
 */
public record ReaderPlan(
        TaskResource resource,
        Expression parameters,
        ItemFormat format,
        @Nullable ObjectNames objects,
        @Nullable NumberField maxItems) {}
