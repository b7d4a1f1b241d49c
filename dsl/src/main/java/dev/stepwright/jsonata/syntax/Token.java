package dev.stepwright.jsonata.syntax;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A word of the text.
 *
 * @param text the operator, the name without its quotes, the value of a string, the pattern of a regular expression
 * @param value the number or constant; the flags of a regular expression; else null
 */
record Token(Kind kind, String text, @Nullable JsonNode value, int start, int end) {
    enum Kind {
        NAME,
        VARIABLE,
        STRING,
        NUMBER,
        CONSTANT,
        REGEX,
        OPERATOR,
        END
    }

    boolean is(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    /** What a message shows as found. */
    String found() {
        return kind == Kind.END ? "(end)" : kind == Kind.NUMBER || kind == Kind.CONSTANT ? String.valueOf(value) : text;
    }

    /** What the text of a problem names: numbers and constants as they are, all else in quotes. */
    Object named() {
        return kind == Kind.NUMBER || kind == Kind.CONSTANT ? Objects.requireNonNull(value) : found();
    }

    Span span() {
        return new Span(start, end);
    }
}
