package dev.stepwright.runtime.evaluate.dashjoin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tries regular expressions on texts that they may meet, before the library does, and charges for each look at a character.
 * The library applies an expression to what was evaluated within the same call, as function or argument.
 */
final class PatternGuard {
    private final Meter meter;
    private final List<Meeting> open = new ArrayList<>();

    PatternGuard(Meter meter) {
        this.meter = meter;
    }

    /** A call or operator begins at a depth; what follows at the next depth are its parts. */
    void enter(int depth) {
        while (open.size() <= depth) {
            open.add(new Meeting());
        }
        open.get(depth).clear();
    }

    /** A part of the call at a depth has a value. */
    void evaluated(int depth, @Nullable Object value) {
        if (depth < 0) {
            return;
        }
        Meeting meeting = open.get(depth);
        if (value instanceof Pattern pattern) {
            meeting.patterns.add(pattern);
            meeting.texts.forEach(text -> tryOn(pattern, text));
        } else if (value instanceof String || (value instanceof Collection<?> list && !list.isEmpty())) {
            meeting.texts.add(value);
            meeting.patterns.forEach(pattern -> tryOn(pattern, value));
        }
    }

    private void tryOn(Pattern pattern, Object value) {
        if (value instanceof String text) {
            tryOn(pattern, text);
        } else if (value instanceof Collection<?> list) {
            list.forEach(element -> {
                if (element instanceof String text) {
                    tryOn(pattern, text);
                }
            });
        }
    }

    private void tryOn(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(new MeteredText(text, meter));
        boolean found = matcher.find();
        while (found) {
            found = matcher.find();
        }
    }

    /** The expressions and texts of one call. */
    private static final class Meeting {
        private final List<Pattern> patterns = new ArrayList<>();
        private final List<Object> texts = new ArrayList<>();

        void clear() {
            patterns.clear();
            texts.clear();
        }
    }
}
