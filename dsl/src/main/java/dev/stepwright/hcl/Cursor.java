package dev.stepwright.hcl;

import dev.stepwright.json.JsonDocument;
import java.util.function.Supplier;

/** Goes through a text, past white space and comments. */
final class Cursor {
    private static final char END = '\0';

    /** Nobody reads more of an expression, and each one within another one has its own text. */
    private static final int MOST_WRITTEN = 1000;

    private final String text;
    private int at;
    private int depth;
    private boolean isLineEnd = true;

    Cursor(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** Returns the next character; {@code \0} at the end. */
    char peek() {
        return isAtEnd() ? END : text.charAt(at);
    }

    boolean isAt(String word) {
        return text.startsWith(word, at);
    }

    void advance(int characters) {
        at += characters;
    }

    /** Returns what stands between a character and here. */
    String since(int from) {
        return text.substring(from, at);
    }

    /** Returns how what stands between a character and here is written; of a long one the beginning. */
    String written(int from) {
        return text.substring(from, Math.min(at, from + MOST_WRITTEN));
    }

    /** Refuses what goes on and on: of that each part is as deep in the one behind it as what is nested. */
    void limit(int links) {
        if (links > JsonDocument.MAX_DEPTH) {
            throw error(at, "this goes on for more than " + JsonDocument.MAX_DEPTH + " steps");
        }
    }

    /** Goes to the next word: past ends of lines too, where these mean nothing. */
    void skip() {
        while (!isAtEnd()) {
            char next = peek();
            if (next == ' ' || next == '\t' || !isLineEnd && (next == '\n' || next == '\r')) {
                at++;
            } else if (next == '#' || isAt("//")) {
                skipLine();
            } else if (isAt("/*")) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw error(at, "the comment that begins here does not end; close it with */");
                }
                at = end + 2;
            } else {
                return;
            }
        }
    }

    private void skipLine() {
        while (!isAtEnd() && peek() != '\n' && !isAt("\r\n")) {
            at++;
        }
    }

    /** Goes to the next word, past ends of lines. */
    void skipLines() {
        boolean before = isLineEnd;
        isLineEnd = false;
        skip();
        isLineEnd = before;
    }

    /** Goes past a word if it is the next one. */
    boolean take(String word) {
        skip();
        boolean is = isAt(word);
        at += is ? word.length() : 0;
        return is;
    }

    /** Goes past a word, which has to be the next one. */
    void expect(String word, int from, String what) {
        if (!take(word)) {
            throw isAtEnd()
                    ? error(from, what + " that begins here does not end; close it with " + word)
                    : error(at, "expected \"" + word + "\", found " + found());
        }
    }

    /** Returns whether a decimal digit is next. */
    boolean isAtDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    /** Returns whether an identifier is next. */
    boolean isAtIdentifier() {
        return Character.isUnicodeIdentifierStart(peek()) || peek() == '_';
    }

    /** Goes past an identifier, which has to be the next word, and returns it. */
    String identifier(String what) {
        if (!isAtIdentifier()) {
            throw error(at, "expected " + what + ", found " + found());
        }
        int from = at;
        while (!isAtEnd() && (Character.isUnicodeIdentifierPart(peek()) || peek() == '-')) {
            at++;
        }
        return since(from);
    }

    /** Returns what is next, for a message. */
    String found() {
        return isAtEnd()
                ? "the end of the file"
                : peek() == '\n' || peek() == '\r' ? "the end of the line" : "\"" + peek() + "\"";
    }

    /**
     * Reads something that may hold its like.
     *
     * @param doLinesEnd whether ends of lines mean something in it
     */
    <T> T within(boolean doLinesEnd, Supplier<T> reading) {
        if (depth == JsonDocument.MAX_DEPTH) {
            throw error(at, "this is nested deeper than " + JsonDocument.MAX_DEPTH + " levels");
        }
        boolean before = isLineEnd;
        isLineEnd = doLinesEnd;
        depth++;
        try {
            return reading.get();
        } finally {
            depth--;
            isLineEnd = before;
        }
    }

    /** Reads something that may hold its like, in which ends of lines mean what they mean here. */
    <T> T deeper(Supplier<T> reading) {
        return within(isLineEnd, reading);
    }

    HclSyntaxException error(int offset, String problem) {
        return new HclSyntaxException(JsonDocument.position(text, offset), problem);
    }
}
