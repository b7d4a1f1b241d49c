package dev.stepwright.runtime.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a clock was set, by a count that only goes on. It never tells of more that a clock was set back than happened: if the thread stands still
 * between two looks at them, the clock seems to have been set forward. So it does where the machine stood still and the count with it. Not for use by
 * several threads at once.
 */
final class ClockJumps {
    /** A clock that is corrected goes slower or quicker for a while; that is none. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private @Nullable Instant last;
    private long count;

    /**
     * Returns by how much the clock was set forward since the last look, negative if back; zero if it was not, or by a second at most.
     *
     * @param before the count before the look at the clock, as that of {@link System#nanoTime}
     * @param now what the clock says
     * @param after the count after it
     */
    Duration sinceLast(long before, Instant now, long after) {
        Duration jump = last == null ? Duration.ZERO : Duration.between(last.plusNanos(before - count), now);
        last = now;
        count = after;
        return jump.abs().compareTo(LEAST) > 0 ? jump : Duration.ZERO;
    }
}
