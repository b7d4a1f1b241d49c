package dev.stepwright.lsp;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.edit.Quotes;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;

/** The string of a JSON text in which the cursor stands. What follows it need not be there yet. */
final class JsonTyping {
    private final String text;
    private final int offset;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int at;

    private JsonTyping(String text, int offset) {
        this.text = text;
        this.offset = offset;
    }

    /** Returns what is typed at a character, or before the closing quote there; nothing outside of strings, or if no comma mends the rest. */
    static Optional<Typing> at(String text, int offset) {
        return new JsonTyping(text, offset).typing();
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

    private Optional<Typing> typing() {
        while (at < offset) {
            char character = text.charAt(at);
            if (character == '"') {
                int start = at + 1;
                int end = endOfString(start);
                if (offset <= end) {
                    return typing(start, end);
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

    private Optional<Typing> typing(int start, int end) {
        boolean isName = isName();
        return completed(isName, start, end)
                .map(document -> new Typing(
                        AslDocument.of("", document),
                        pointer(start, end),
                        isName,
                        "",
                        Quotes.DOUBLE,
                        start,
                        end,
                        offset));
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

    private int endOfString(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end, text.length());
    }

    /**
     * Returns the document in which the string is empty, or a member of that name is null, with the commas that are missing; nothing if that cannot be
     * read either.
     */
    private Optional<JsonDocument> completed(boolean isName, int start, int end) {
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
