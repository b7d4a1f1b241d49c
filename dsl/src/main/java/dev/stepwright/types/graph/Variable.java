package dev.stepwright.types.graph;

import dev.stepwright.types.lattice.Value;

/**
 * A variable as a state sees it.
 *
 * @param always whether every way to the state assigns it
 */
public record Variable(Value value, boolean always) {
    /** Of one that only some ways assign nothing is known any more. */
    Variable pickedOut() {
        return new Variable(always ? value.pickedOut() : value.join(Value.ANY), true);
    }
}
