package dev.stepwright.runtime.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest redrive of an execution: it had failed, and went on.
 *
 * @param count how often it has been redriven, with this time; at least 1
 * @param time when
 * @param clientToken what tells this redrive from another if its request is repeated, or null
 */
public record Redrive(int count, Instant time, @Nullable String clientToken) {}
