package dev.stepwright.json;

/**
 * A place in a text.
 *
 * @param line 1 for the first line
 * @param column 1 for the first character of a line, counted in UTF-16 code units
 */
public record Position(int line, int column) {
    /** The first character of a text. */
    public static final Position START = new Position(1, 1);

    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column count from 1, but were " + line + " and " + column);
        }
    }

    /** Returns {@code line:column}, as compilers print it. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
