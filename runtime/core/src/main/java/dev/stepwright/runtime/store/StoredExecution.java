package dev.stepwright.runtime.store;

import org.jspecify.annotations.Nullable;

/**
 * An execution as it is stored, without its history.
 *
 * @param end null while it runs
 */
public record StoredExecution(
        ExecutionHeader header, @Nullable ExecutionEnd end) {}
