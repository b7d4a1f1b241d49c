package dev.stepwright.expression;

import dev.stepwright.json.JsonText;

/** A place in a text that is being parsed. */
final class Cursor {
    /** What {@link #peek} gives behind the last character; no expression contains it. */
    static final char END = '\uFFFF';

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    void at(int offset) {
        at = offset;
    }

    String since(int offset) {
        return text.substring(offset, at);
    }

    char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean isBehind(char character) {
        return at > 0 && text.charAt(at - 1) == character;
    }

    char next() {
        char c = peek();
        at++;
        return c;
    }

    boolean take(char expected) {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    boolean take(String expected) {
        if (!text.startsWith(expected, at)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    boolean takeInAnyCase(String expected) {
        if (!text.regionMatches(true, at, expected, 0, expected.length())) {
            return false;
        }
        at += expected.length();
        return true;
    }

    void skipBlanks() {
        while (!atEnd() && Character.isWhitespace(peek())) {
            at++;
        }
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Returns what stands here, for a message. */
    String found() {
        if (atEnd()) {
            return "the end";
        }
        return JsonText.quote(new String(Character.toChars(text.codePointAt(at))));
    }

    void expect(char expected, String what) {
        if (!take(expected)) {
            throw fail("expected \"" + expected + "\" " + what + ", found " + found());
        }
    }

    ExpressionSyntaxException fail(String problem) {
        return new ExpressionSyntaxException(Math.min(at, text.length()), problem);
    }

    /** Takes the rest of an identifier as Unicode defines it; returns whether there was one. */
    boolean takeIdentifier() {
        if (atEnd() || !Character.isUnicodeIdentifierStart(text.codePointAt(at))) {
            return false;
        }
        while (!atEnd() && Character.isUnicodeIdentifierPart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return true;
    }

    /** Takes the rest of a text without quotes, such as a number, a name, a date or an ARN; returns whether there was one. */
    boolean takePlainText() {
        int start = at;
        while (!atEnd() && isPlain(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at > start;
    }

    private static boolean isPlain(int character) {
        return Character.isUnicodeIdentifierPart(character) || "+-./:".indexOf(character) >= 0;
    }

    /** Takes a whole number of an {@code int}, with or without a minus. */
    int takeInteger(String what) {
        int start = at;
        take('-');
        while (isDigit(peek())) {
            at++;
        }
        try {
            return Integer.parseInt(since(start));
        } catch (NumberFormatException e) {
            at = start;
            throw new ExpressionSyntaxException(start, "expected " + what + ", found " + found());
        }
    }

    /**
     * Takes a string within {@code '} or {@code "}. A backslash escapes this quote and itself; before all else it is a character
     * of the string, as AWS has it.
     */
    String takeQuoted(String what) {
        int start = at;
        char quote = next();
        StringBuilder out = new StringBuilder();
        while (!take(quote)) {
            if (atEnd()) {
                throw new ExpressionSyntaxException(start, what + " has no closing " + quote);
            }
            char c = next();
            boolean escapes = c == '\\' && (peek() == quote || peek() == '\\');
            out.append(escapes ? next() : c);
        }
        return out.toString();
    }
}
