package dev.stepwright.validation;

import dev.stepwright.json.Position;

/** Finds a character of a string in the text that the string was read from, where escapes are longer than what they stand for. */
final class StringPlace {
    private static final int UNICODE_ESCAPE = 6;

    private StringPlace() {}

    /**
     * Returns where a character of a string stands.
     *
     * @param line the line of the text in which the string stands; JSON strings have no line breaks
     * @param start where the string's quotation mark stands
     * @param offset the character, 0 for the first; behind the last, the place of the closing mark
     */
    static Position of(String line, Position start, int offset) {
        int column = start.column();
        for (int i = 0; i < offset && column < line.length() && line.charAt(column) != '"'; i++) {
            column += length(line, column);
        }
        return new Position(start.line(), Math.min(column, line.length()) + 1);
    }

    private static int length(String line, int at) {
        if (line.charAt(at) != '\\') {
            return 1;
        }
        return line.startsWith("\\u", at) ? UNICODE_ESCAPE : 2;
    }
}
