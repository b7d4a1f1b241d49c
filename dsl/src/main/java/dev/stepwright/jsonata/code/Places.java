package dev.stepwright.jsonata.code;

/** How many variables a frame holds; grows while the expression is compiled, fixed afterwards. */
public final class Places {
    private int count;

    /** Returns how many there are. */
    public int count() {
        return count;
    }

    /** Adds one and returns its number. */
    public int add() {
        return count++;
    }
}
