package dev.stepwright.runtime.task;

import org.jspecify.annotations.Nullable;

/**
 * Does the work of a Task state on Java values. May block.
 *
 * @param <A> the type of the input, mapped from JSON
 * @param <R> the type of the result, mapped to JSON
 */
@FunctionalInterface
public interface TypedHandler<A, R extends @Nullable Object> {
    /**
     * Returns the result of the task.
     *
     * @throws Exception if it fails, as {@link TaskHandler#handle}
     */
    R handle(A input, TaskContext context) throws Exception;
}
