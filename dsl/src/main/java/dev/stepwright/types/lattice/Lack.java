package dev.stepwright.types.lattice;

/** Why a read may find nothing. */
public enum Lack {
    /** Every alternative of the value lacks it. */
    ALWAYS,
    /** Some way to the state makes a value that lacks it. */
    SOMETIMES,
    /** Only a member that a service's documentation does not name can be it. */
    DOUBTFUL,
    /** The path selects any number of values, and none here. */
    EMPTY,
    /** No way to the state assigns the variable. */
    UNASSIGNED,
    /** Some way to the state does not assign the variable. */
    SOMETIMES_ASSIGNED;

    /** Returns whether there is surely nothing. */
    public boolean isSure() {
        return this == ALWAYS || this == UNASSIGNED;
    }
}
