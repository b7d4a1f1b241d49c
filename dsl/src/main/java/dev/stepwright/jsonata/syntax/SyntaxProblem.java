package dev.stepwright.jsonata.syntax;

import dev.stepwright.jsonata.error.JsonataException;
import org.jspecify.annotations.Nullable;

/**
 * Something that keeps a text from being JSONata.
 *
 * @param code {@code S....} as in the reference implementation
 * @param start offset of what was found, 0 for the first character
 * @param end offset after it
 * @param found what stands there, {@code (end)} at the end of the text
 * @param expected what could stand there, or null if the message says it all
 * @param message one sentence
 */
public record SyntaxProblem(
        String code,
        int start,
        int end,
        String found,
        @Nullable String expected,
        String message) {

    static SyntaxProblem of(JsonataException error, int start, int end, String found, @Nullable String expected) {
        return new SyntaxProblem(error.code(), start, end, found, expected, error.getMessage());
    }
}
