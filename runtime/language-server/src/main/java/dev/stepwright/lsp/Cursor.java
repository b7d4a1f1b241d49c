package dev.stepwright.lsp;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;

/**
 * A string of a JSON text in which the cursor stands. What follows it need not be there yet.
 *
 * @param pointer where the string stands; of the name of a member that member
 * @param isName whether it is the name of a member
 * @param start of what is between the quotes
 * @param end before the closing quote
 * @param offset of the cursor
 */
record Cursor(JsonPointer pointer, boolean isName, int start, int end, int offset) {
    /** Goes through a text up to a character. */
    private static final class Scan {
        private final String text;
        private final Deque<Frame> frames = new ArrayDeque<>();
        private int at;

        Scan(String text) {
            this.text = text;
        }

        Optional<Cursor> to(int offset) {
            while (at < offset) {
                char character = text.charAt(at);
                if (character == '"') {
                    int start = at + 1;
                    int end = endOfString(text, start);
                    if (offset <= end) {
                        return Optional.of(new Cursor(pointer(start, end), isName(), start, end, offset));
                    }
                    ended(text.substring(start, end));
                    at = end;
                } else {
                    sign(character);
                }
                at++;
            }
            return Optional.empty();
        }

        private void sign(char character) {
            switch (character) {
                case '{' -> frames.push(new Frame(true));
                case '[' -> frames.push(new Frame(false));
                case '}', ']' -> frames.poll();
                case ',' -> next();
                case ':' -> colon();
                default -> {}
            }
        }

        private void next() {
            Frame frame = frames.peek();
            if (frame != null) {
                frame.index++;
                frame.isName = frame.isObject;
            }
        }

        private void colon() {
            Frame frame = frames.peek();
            if (frame != null) {
                frame.isName = false;
            }
        }

        private void ended(String string) {
            Frame frame = frames.peek();
            if (frame != null && frame.isName) {
                frame.name = string;
            } else if (frame != null && frame.isObject) {
                // Another member follows, be there a comma or not.
                frame.isName = true;
            }
        }

        private boolean isName() {
            Frame frame = frames.peek();
            return frame != null && frame.isName;
        }

        private JsonPointer pointer(int start, int end) {
            if (isName()) {
                frames.element().name = text.substring(start, end);
            }
            JsonPointer pointer = JsonPointer.empty();
            for (Frame frame : (Iterable<Frame>) frames::descendingIterator) {
                pointer = frame.isObject ? pointer.appendProperty(frame.name) : pointer.appendIndex(frame.index);
            }
            return pointer;
        }
    }

    /** An object or an array that is not closed yet. */
    private static final class Frame {
        final boolean isObject;
        boolean isName;
        String name = "";
        int index;

        Frame(boolean isObject) {
            this.isObject = isObject;
            this.isName = isObject;
        }
    }

    /** Returns the string in which a character stands, or before whose closing quote; none elsewhere. */
    static Optional<Cursor> at(String text, int offset) {
        return new Scan(text).to(offset);
    }

    private static int endOfString(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end, text.length());
    }

    /** Returns what stands between the opening quote and the cursor. */
    String before(String text) {
        return text.substring(start, offset);
    }

    /**
     * Returns a text that can be read, in which the string is empty, or a member of that name is null: the one it will be when the line is
     * complete, with the commas that are missing.
     */
    Optional<JsonDocument> completed(String text) {
        String head = text.substring(0, start - 1);
        String string = "\"" + (isName ? text.substring(start, end) : "") + "\"";
        String tail = text.substring(Math.min(end + 1, text.length()));
        List<String> words = isName ? List.of(string, string + ":null") : List.of(string);
        return words.stream()
                .flatMap(word -> Stream.of(word, word + ",", "," + word, "," + word + ","))
                .flatMap(word -> read(head + word + tail).stream())
                .findFirst();
    }

    private static Optional<JsonDocument> read(String text) {
        try {
            return Optional.of(JsonDocument.parse(text));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }
}
