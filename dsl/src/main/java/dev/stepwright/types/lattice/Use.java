package dev.stepwright.types.lattice;

import java.util.Set;
import tools.jackson.core.JsonPointer;

/**
 * A read of data from outside.
 *
 * @param state the state that reads
 * @param need what the reader needs it to be
 * @param certain whether the state reads it whenever it runs, and fails without it
 * @param alternatives where else what is read may come from, instead of here
 */
public record Use(JsonPointer state, Need need, boolean certain, Set<Origin> alternatives) {}
