package dev.stepwright.asl.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands in a text of JSON.
 *
 * @param start the offset of its first character
 * @param end the offset after its last one
 * @param parts its members or elements in their order; empty for others
 */
record Span(int start, int end, List<Part> parts) {
    /**
     * A member or an element.
     *
     * @param start where its name begins; of an element, where its value does
     * @param nameEnd the offset after its name; of an element, where its value begins
     */
    record Part(int start, int nameEnd, Span value) {}

    /** Returns where the value of a text stands that is known to be JSON, but for placeholders without quotes. */
    static Span of(String text) {
        return new Reader(text).value();
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Span value() {
            skipBlanks();
            int start = at;
            char first = text.charAt(at);
            List<Part> parts = new ArrayList<>();
            if (first == '{' || first == '[') {
                parts(first == '{', parts);
            } else if (first == '"') {
                skipString();
            } else {
                skipWord();
            }
            return new Span(start, at, List.copyOf(parts));
        }

        private void parts(boolean isObject, List<Part> parts) {
            at++;
            skipBlanks();
            while (text.charAt(at) != '}' && text.charAt(at) != ']') {
                int start = at;
                if (isObject) {
                    skipString();
                }
                int nameEnd = at;
                at = isObject ? text.indexOf(':', at) + 1 : at;
                parts.add(new Part(start, nameEnd, value()));
                skipBlanks();
                if (text.charAt(at) == ',') {
                    at++;
                    skipBlanks();
                }
            }
            at++;
        }

        private void skipBlanks() {
            while (" \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private void skipString() {
            at++;
            while (text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
        }

        /** A placeholder without quotes is a word too. */
        private void skipWord() {
            if (text.startsWith("${", at)) {
                at = text.indexOf('}', at) + 1;
            }
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
    }
}
