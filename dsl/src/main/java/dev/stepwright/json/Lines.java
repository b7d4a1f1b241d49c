package dev.stepwright.json;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The lines of a text, by which characters are counted from its beginning or from that of their line. */
public final class Lines {
    private static final Pattern BREAK = Pattern.compile("\r\n|\n|\r");

    private final String text;
    private final int[] starts;

    /** Reads the lines of a text, however they end. */
    public Lines(String text) {
        this.text = text;
        this.starts = IntStream.concat(
                        IntStream.of(0), IntStream.rangeClosed(1, text.length()).filter(this::isBehindBreak))
                .toArray();
    }

    private boolean isBehindBreak(int offset) {
        char before = text.charAt(offset - 1);
        return before == '\n' || before == '\r' && (offset == text.length() || text.charAt(offset) != '\n');
    }

    /** Returns the whole text. */
    public String text() {
        return text;
    }

    /** Returns how the first line ends; as on most systems if there is no other. */
    public String ending() {
        Matcher first = BREAK.matcher(text);
        return first.find() ? first.group() : "\n";
    }

    /** Returns the place of a character, 0 for the first. */
    public Position at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - starts[line] + 1);
    }

    /** Returns which character stands at a place. */
    public int offset(Position position) {
        return Math.min(starts[Math.min(position.line(), starts.length) - 1] + position.column() - 1, text.length());
    }
}
