package dev.stepwright.dsl;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Durations as the language has them: in whole seconds. */
record Seconds(String state, Problems problems) {
    private static final long MOST = 99_999_999;

    /** Writes a duration; nothing if it is null. */
    void write(ObjectNode node, String field, @Nullable Duration duration, long least) {
        if (duration != null) {
            node.put(field, of(field, duration, least));
        }
    }

    long of(String field, Duration duration, long least) {
        if (duration.getNano() != 0 || duration.getSeconds() < least || duration.getSeconds() > MOST) {
            problems.add(
                    state,
                    field + " is " + duration + ", but ASL has whole seconds from " + least + " to " + MOST,
                    "use such a Duration");
        }
        return duration.getSeconds();
    }
}
