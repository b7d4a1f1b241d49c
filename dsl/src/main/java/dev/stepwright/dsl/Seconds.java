package dev.stepwright.dsl;

import java.time.Duration;

/** Durations as the language has them: in whole seconds. */
record Seconds(String state, Problems problems) {
    private static final long MOST = 99_999_999;

    long of(String field, Duration duration, long least) {
        if (duration.getNano() != 0 || duration.getSeconds() < least || duration.getSeconds() > MOST) {
            problems.add(
                    state,
                    field + " is " + duration + ", but the language has whole seconds from " + least + " to " + MOST,
                    "use such a Duration");
        }
        return duration.getSeconds();
    }
}
