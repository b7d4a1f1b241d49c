package dev.stepwright.runtime.evaluate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The timestamps of ASL: RFC 3339 with a capital {@code T}, and a capital {@code Z} or an offset. ASL: Timestamps. */
public final class Timestamps {
    /** Where a digit, and where which other character, stands up to the seconds. */
    private static final String SHAPE = "0000-00-00T00:00:00";

    private Timestamps() {}

    /** Returns the instant that a text stands for, to the nanosecond; empty if it is no timestamp. */
    public static Optional<Instant> parse(String text) {
        if (!hasShape(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The parser of the JDK alone would also take small letters and leave out seconds. */
    private static boolean hasShape(String text) {
        int end = SHAPE.length();
        if (text.length() <= end) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            if (SHAPE.charAt(i) == '0' ? !isDigit(text.charAt(i)) : SHAPE.charAt(i) != text.charAt(i)) {
                return false;
            }
        }
        int zone = text.charAt(end) == '.' ? afterDigits(text, end + 1) : end;
        if (zone == end + 1 || zone >= text.length()) {
            return false;
        }
        return text.charAt(zone) == 'Z' || text.length() - zone == "+00:00".length();
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
