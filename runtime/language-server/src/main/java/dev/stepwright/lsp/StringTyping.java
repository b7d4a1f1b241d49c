package dev.stepwright.lsp;

import dev.stepwright.asl.edit.Quotes;
import dev.stepwright.lsp.Typing.Typed;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;

/** The string in double quotes in which the cursor stands, in any language. What follows it need not be there yet. */
final class StringTyping {
    private final String text;
    private final int start;
    private final int end;
    private final boolean isClosed;

    private StringTyping(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.isClosed = text.startsWith("\"", end);
    }

    /** Returns what may be typed at a place, or before the closing quote there; nothing outside of strings. No string goes over several lines. */
    static Stream<Typed> at(OpenText open, Position cursor) {
        String line = open.tokens().line(cursor.getLine());
        int lineStart = open.tokens().offset(new Position(cursor.getLine(), 0));
        int column = Math.min(cursor.getCharacter(), line.length());
        int at = 0;
        while (at < column) {
            int end = at;
            if (line.charAt(at) == '"') {
                end = end(line, at + 1);
                if (column <= end) {
                    return new StringTyping(open.text(), lineStart + at + 1, lineStart + end).typed();
                }
            }
            at = end + 1;
        }
        return Stream.empty();
    }

    private static int end(String line, int start) {
        int end = start;
        while (end < line.length() && line.charAt(end) != '"') {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end, line.length());
    }

    /** Commas may be missing around it, and the value of a name. */
    private Stream<Typed> typed() {
        String name = "\"" + text.substring(start, end) + "\"";
        return Stream.concat(typed("\"\"", false), Stream.concat(typed(name, true), typed(name + ":null", true)));
    }

    private Stream<Typed> typed(String word, boolean isName) {
        return Stream.of("", ",")
                .flatMap(before -> Stream.of(word, word + ",").map(rest -> {
                    String head = text.substring(0, start - 1) + before;
                    String tail = text.substring(isClosed ? end + 1 : end);
                    return new Typed(head + rest + tail, head.length(), isName, "", Quotes.DOUBLE, start, end);
                }));
    }
}
