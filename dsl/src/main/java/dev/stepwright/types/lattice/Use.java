package dev.stepwright.types.lattice;

import tools.jackson.core.JsonPointer;

/**
 * A read of data from outside.
 *
 * @param state the state that reads
 * @param need what the reader needs it to be
 * @param certain whether the state reads it whenever it runs, and fails without it
 */
public record Use(JsonPointer state, Need need, boolean certain) {}
