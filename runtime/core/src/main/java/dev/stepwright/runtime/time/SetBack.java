package dev.stepwright.runtime.time;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a clock was set back, by a count that only goes on. What it tells is never more than what happened: if the thread stands still between
 * two looks at them, the clock seems to have gone on. Not for use by several threads at once.
 */
final class SetBack {
    /** A clock that is corrected goes slower for a while; that is none. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final Supplier<Instant> clock;
    private final LongSupplier nanoseconds;
    private @Nullable Instant last;
    private long count;

    /** @param nanoseconds a count as that of {@link System#nanoTime} */
    SetBack(Supplier<Instant> clock, LongSupplier nanoseconds) {
        this.clock = clock;
        this.nanoseconds = nanoseconds;
    }

    /** Returns by how much the clock was set back since the last call; zero if it was not, or by a second at most. */
    Duration sinceLast() {
        long before = nanoseconds.getAsLong();
        Instant now = clock.get();
        Duration back = last == null ? Duration.ZERO : Duration.between(now, last.plusNanos(before - count));
        last = now;
        count = nanoseconds.getAsLong();
        return back.compareTo(LEAST) > 0 ? back : Duration.ZERO;
    }
}
