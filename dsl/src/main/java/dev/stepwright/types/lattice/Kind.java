package dev.stepwright.types.lattice;

/** The kinds of scalars. A number known to be whole is an integer. */
public enum Kind {
    NULL("null"),
    BOOLEAN("a boolean"),
    INTEGER("an integer"),
    NUMBER("a number"),
    STRING("a string");

    private final String phrase;

    Kind(String phrase) {
        this.phrase = phrase;
    }

    /** Returns the kind with its article, for messages: "a string". */
    public String phrase() {
        return phrase;
    }

    int bit() {
        return 1 << ordinal();
    }
}
