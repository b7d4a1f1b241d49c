package dev.stepwright.runtime.store;

import org.jspecify.annotations.Nullable;

/**
 * An execution as it is stored, without its history.
 *
 * @param end null while it runs
 * @param redrive the latest; null if it never was redriven
 */
public record StoredExecution(
        ExecutionHeader header,
        @Nullable ExecutionEnd end,
        @Nullable Redrive redrive) {
    /** Returns an execution that never was redriven. */
    public StoredExecution(ExecutionHeader header, @Nullable ExecutionEnd end) {
        this(header, end, null);
    }
}
