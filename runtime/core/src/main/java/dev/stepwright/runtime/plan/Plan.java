package dev.stepwright.runtime.plan;

import org.jspecify.annotations.Nullable;

/**
 * A definition that is ready to run.
 *
 * @param timeoutSeconds the machine's {@code TimeoutSeconds}, or null
 */
public record Plan(ScopePlan root, @Nullable Long timeoutSeconds) {}
