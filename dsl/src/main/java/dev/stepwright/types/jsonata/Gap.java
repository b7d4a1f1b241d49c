package dev.stepwright.types.jsonata;

import dev.stepwright.types.lattice.Lack;
import dev.stepwright.types.lattice.Value;

/**
 * A read that gives nothing: undefined, in the words of the language.
 *
 * @param path what is read, as far as it can be read
 * @param name the field or variable that is not there
 * @param at what lacks the field; never anything for a variable
 * @param start where in the expression that name stands
 */
public record Gap(Lack lack, String path, String name, Value at, int start) {
    /** Returns whether what is read is surely undefined. */
    public boolean isUndefined() {
        return lack.isSure();
    }
}
