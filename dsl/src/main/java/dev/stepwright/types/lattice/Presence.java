package dev.stepwright.types.lattice;

/** How sure it is that objects have a field; from most to least, so that the greater of two holds for both. */
public enum Presence {
    /** Every such object has it. */
    ALWAYS,
    /** Whoever makes the object may leave it out; that is no fault of the definition, so nothing is said about it. */
    OPTIONAL,
    /** Some way through the definition makes the object without it. */
    SOMETIMES;

    /** Returns how sure it is where either of two objects may be meant. */
    public Presence and(Presence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
