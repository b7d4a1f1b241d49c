package dev.stepwright.types.jsonata;

import dev.stepwright.types.lattice.Value;

/**
 * A read that gives nothing: undefined, in the words of the language.
 *
 * @param path what is read, as far as it can be read
 * @param name the field or variable that is not there
 * @param at what lacks the field; never anything for a variable
 * @param start where in the expression that name stands
 */
public record Gap(Kind kind, String path, String name, Value at, int start) {
    /** How sure it is. */
    public enum Kind {
        /** It is always undefined. */
        ALWAYS,
        /** Some way to the state leaves it undefined. */
        SOMETIMES,
        /** Only a member that a service's documentation does not name can be it. */
        DOUBTFUL,
        /** No way to the state assigns the variable. */
        UNASSIGNED,
        /** Some way to the state does not assign the variable. */
        SOMETIMES_ASSIGNED
    }

    /** Returns whether what is read is surely undefined. */
    public boolean isUndefined() {
        return kind == Kind.ALWAYS || kind == Kind.UNASSIGNED;
    }
}
