package dev.stepwright.types.flow;

import dev.stepwright.types.lattice.Value;

/**
 * A variable as a state sees it.
 *
 * @param always whether every way to the state assigns it
 */
record Variable(Value value, boolean always) {}
