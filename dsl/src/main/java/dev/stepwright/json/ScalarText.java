package dev.stepwright.json;

/**
 * Finds the characters of a string in the text that it was read from, in whatever style of JSON or YAML it is written: escapes are longer than
 * what they stand for, and lines of YAML are indented and folded.
 */
final class ScalarText {
    private static final int HEX = 16;
    private static final int HEX_ESCAPE = 4;
    private static final int UNICODE_ESCAPE = 6;
    private static final int LONG_ESCAPE = 10;

    private final String text;
    private int at;

    private ScalarText(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * Returns where each character of a string stands, and last where it ends.
     *
     * @param start where the string starts: its mark, its first character, or a tag or an anchor before it
     */
    static int[] offsets(String text, int start, String value) {
        ScalarText scalar = new ScalarText(text, start);
        char style = scalar.open();
        int[] offsets = new int[value.length() + 1];
        for (int i = 0; i < value.length(); i++) {
            scalar.seek(value.charAt(i), style);
            offsets[i] = scalar.at;
            int length = scalar.length(value.charAt(i), style);
            if (length == LONG_ESCAPE && Character.isHighSurrogate(value.charAt(i))) {
                i++;
                offsets[i] = scalar.at;
            }
            scalar.at = Math.min(text.length(), scalar.at + length);
        }
        if (style == '"') {
            scalar.seek(style, style);
        }
        offsets[value.length()] = scalar.at;
        return offsets;
    }

    /** Goes to the first character; returns the mark of the style, a blank for a plain scalar. */
    private char open() {
        while (current() == '!' || current() == '&') {
            while (at < text.length() && !isWhite(current())) {
                at++;
            }
            skipWhite();
        }
        char mark = current();
        switch (mark) {
            case '"', '\'' -> at++;
            case '|', '>' -> {
                while (at < text.length() && current() != '\n' && current() != '\r') {
                    at++;
                }
                at = Math.min(text.length(), at + breakLength());
            }
            default -> {
                return ' ';
            }
        }
        return mark;
    }

    /** Goes on to where a character can be: no other than white space, in whatever writing, can be left out before it. */
    private void seek(char character, char style) {
        boolean isVisible = !isWhite(character);
        if (isVisible) {
            skipWhite();
        }
        while (style == '"' && (isContinued() || isVisible && isWhite(escaped()))) {
            at += isContinued() ? 1 : escapeLength();
            skipWhite();
        }
    }

    /** A backslash before the end of a line joins the next one to it. */
    private boolean isContinued() {
        return current() == '\\'
                && at + 1 < text.length()
                && (text.charAt(at + 1) == '\n' || text.charAt(at + 1) == '\r');
    }

    private char current() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skipWhite() {
        while (isWhite(current())) {
            at++;
        }
    }

    private static boolean isWhite(char character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    private int length(char character, char style) {
        if (style == '"' && current() == '\\') {
            return isWhite(character) && escaped() != character ? 0 : escapeLength();
        }
        if (style == '\'' && character == '\'') {
            return 2;
        }
        if (character == '\n' && current() == '\r') {
            return breakLength();
        }
        return isWhite(character) && current() != character ? 0 : 1;
    }

    private int breakLength() {
        return text.startsWith("\r\n", at) ? 2 : 1;
    }

    private int escapeLength() {
        return switch (at + 1 < text.length() ? text.charAt(at + 1) : ' ') {
            case 'x' -> HEX_ESCAPE;
            case 'u' -> UNICODE_ESCAPE;
            case 'U' -> LONG_ESCAPE;
            default -> 2;
        };
    }

    /** Returns the white space that an escape stands for; another character if it stands for none, or if no escape stands here. */
    private char escaped() {
        char mark = current() == '\\' && at + 1 < text.length() ? text.charAt(at + 1) : '\0';
        return switch (mark) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'x', 'u', 'U' -> (char) Integer.parseInt(text.substring(at + 2, at + escapeLength()), HEX);
            default -> mark;
        };
    }
}
