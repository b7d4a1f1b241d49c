package dev.stepwright.lsp;

import dev.stepwright.json.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.Range;

/** The words of a text, by its lines: a string with its quotes, or what stands between blanks and signs. */
final class Tokens {
    /** A quote within a string. */
    private static final String ESCAPED = "\\\"";

    /** The order of places. */
    static final Comparator<org.eclipse.lsp4j.Position> ORDER = Comparator.comparingInt(
                    org.eclipse.lsp4j.Position::getLine)
            .thenComparingInt(org.eclipse.lsp4j.Position::getCharacter);

    private static final String ENDS = ",:{}[]\"'";

    private final List<String> lines = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    Tokens(String text) {
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                add(text.substring(start, at), start);
                at += text.startsWith("\r\n", at) ? 1 : 0;
                start = at + 1;
            }
        }
        add(text.substring(start), start);
    }

    private void add(String line, int start) {
        lines.add(line);
        starts.add(start);
    }

    /** Returns a place as the protocol counts it, from 0. */
    static org.eclipse.lsp4j.Position place(Position position) {
        return new org.eclipse.lsp4j.Position(position.line() - 1, position.column() - 1);
    }

    /** Returns a place of the protocol as texts count it, from 1. */
    static Position position(org.eclipse.lsp4j.Position place) {
        return new Position(place.getLine() + 1, place.getCharacter() + 1);
    }

    /** Returns the word that starts at a place; of a bracket, and at the end of a line, one character. */
    Range at(Position start) {
        String line = start.line() > lines.size() ? "" : lines.get(start.line() - 1);
        return new Range(place(start), place(new Position(start.line(), end(line, start.column() - 1) + 1)));
    }

    private static int end(String line, int start) {
        if (start >= line.length()) {
            return start + 1;
        }
        if (line.startsWith(ESCAPED, start)) {
            int last = line.indexOf(ESCAPED, start + ESCAPED.length());
            return last < 0 ? line.length() : last + ESCAPED.length();
        }
        char first = line.charAt(start);
        int end = start + 1;
        if (first == '"' || first == '\'') {
            while (end < line.length() && line.charAt(end) != first) {
                end += line.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(end + 1, line.length());
        }
        while (end < line.length() && !Character.isWhitespace(line.charAt(end)) && ENDS.indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Returns a line, 0 for the first, without its end; nothing behind the last. */
    String line(int number) {
        return number < lines.size() ? lines.get(number) : "";
    }

    /** Returns what a range of one line says. */
    String text(Range range) {
        return lines.get(range.getStart().getLine())
                .substring(range.getStart().getCharacter(), range.getEnd().getCharacter());
    }

    /** Returns which character of the text stands at a place, 0 for the first; at the end of a line, or of the text, for what is behind it. */
    int offset(org.eclipse.lsp4j.Position place) {
        int last = lines.size() - 1;
        int character = place.getLine() > last ? Integer.MAX_VALUE : place.getCharacter();
        int line = Math.min(place.getLine(), last);
        return starts.get(line) + Math.min(character, lines.get(line).length());
    }

    /** Returns where a character of the text stands. */
    org.eclipse.lsp4j.Position place(int offset) {
        int found = Collections.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new org.eclipse.lsp4j.Position(line, offset - starts.get(line));
    }

    /** Returns the place behind the last character. */
    org.eclipse.lsp4j.Position end() {
        return new org.eclipse.lsp4j.Position(
                lines.size() - 1, lines.get(lines.size() - 1).length());
    }

    /** Returns the range of a word and what follows it up to a place; of a word behind the place, which an alias has, its own. */
    static Range from(Range word, org.eclipse.lsp4j.Position end) {
        return new Range(word.getStart(), ORDER.compare(word.getEnd(), end) < 0 ? end : word.getEnd());
    }

    static boolean isIn(Range range, org.eclipse.lsp4j.Position place) {
        return areTouching(range, new Range(place, place));
    }

    /** Returns whether two ranges have a place in common, be that only the end of one and the start of the other. */
    static boolean areTouching(Range one, Range other) {
        return ORDER.compare(one.getStart(), other.getEnd()) <= 0 && ORDER.compare(other.getStart(), one.getEnd()) <= 0;
    }
}
