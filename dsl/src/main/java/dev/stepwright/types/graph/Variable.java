package dev.stepwright.types.graph;

import dev.stepwright.types.lattice.Value;

/**
 * A variable as a state sees it.
 *
 * @param always whether every way to the state assigns it
 */
public record Variable(Value value, boolean always) {}
