package dev.stepwright.types.graph;

import org.jspecify.annotations.Nullable;

/**
 * A way into a state.
 *
 * @param from the state before; null at the start of a scope
 * @param label what leads on, for messages: {@code Next}, {@code Default}, {@code Catch[0]}, {@code Choices[2]}
 */
public record Edge(@Nullable StateNode from, String label) {}
