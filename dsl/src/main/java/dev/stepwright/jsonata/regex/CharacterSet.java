package dev.stepwright.jsonata.regex;

/** Some of the characters of the basic plane. */
final class CharacterSet {
    static final int TABLE = 128;

    private final boolean[] low = new boolean[TABLE];
    private final StringBuilder high = new StringBuilder(); // first and last of each range beyond the table
    private boolean negated;

    /** Adds the characters from one to another; those beyond the basic plane are left out. */
    CharacterSet add(int from, int to) {
        for (int c = from; c <= Math.min(to, TABLE - 1); c++) {
            low[c] = true;
        }
        if (to >= TABLE && from <= Character.MAX_VALUE) {
            high.append((char) Math.max(from, TABLE)).append((char) Math.min(to, Character.MAX_VALUE));
        }
        return this;
    }

    CharacterSet negate() {
        for (int c = 0; c < TABLE; c++) {
            low[c] = !low[c];
        }
        negated = !negated;
        return this;
    }

    /** Returns whether a character below {@value #TABLE} is in the set. */
    boolean hasLow(char c) {
        return low[c];
    }

    boolean has(char c) {
        return c < TABLE ? low[c] : hasHigh(c);
    }

    private boolean hasHigh(char c) {
        for (int i = 0; i < high.length(); i += 2) {
            if (c >= high.charAt(i) && c <= high.charAt(i + 1)) {
                return !negated;
            }
        }
        return negated;
    }

    /** Returns whether no character is in both. May say no although it is so. */
    boolean isApartFrom(CharacterSet other) {
        for (int c = 0; c < TABLE; c++) {
            if (low[c] && other.low[c]) {
                return false;
            }
        }
        return isLow() || other.isLow();
    }

    private boolean isLow() {
        return !negated && high.isEmpty();
    }
}
