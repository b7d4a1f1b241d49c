package dev.stepwright.types.jsonata;

import dev.stepwright.types.lattice.Value;
import java.util.Map;
import java.util.Set;

/**
 * What the variables of an expression are.
 *
 * @param states the variable {@code $states}
 * @param variables those that states assign
 * @param unsure those of them that some way to the state does not assign
 */
public record Surroundings(Value states, Map<String, Value> variables, Set<String> unsure) {}
