package dev.stepwright.runtime.store.postgres;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * When another process takes the store over, and how it waits for that. All times are measured by the clock of the database. The {@code grace} and
 * {@code lease} of the process that works are what counts for it.
 *
 * @param grace after so long without a sign of life whoever works is taken for dead, if its connection is gone too: a process that was
 *     killed. A shorter loss of the connection has no consequence. At least 30 ms
 * @param lease after so long without a sign of life whoever works is replaced, though its connection is still there: a process or machine
 *     that stands still, a network that is cut in two. Longer than the longest pause of the garbage collector; at least as long as {@code grace}
 * @param longestWait how long {@code open} stands by at most, before it fails
 * @param told is told once, in words, that this process stands by, and for whom; a log line says it anyway
 */
public record Failover(Duration grace, Duration lease, Duration longestWait, Consumer<String> told) {
    private static final Duration SHORTEST = Duration.ofMillis(30);

    /** 3 s after a process was killed, 15 s after it stands still; stands by without bound. */
    public static final Failover DEFAULT =
            new Failover(Duration.ofSeconds(3), Duration.ofSeconds(15), Duration.ofDays(36_500), message -> {});

    public Failover {
        if (grace.compareTo(SHORTEST) < 0 || lease.compareTo(grace) < 0 || longestWait.isNegative()) {
            throw new IllegalArgumentException(
                    "grace must be at least " + SHORTEST + ", lease at least grace, and the longest wait"
                            + " not negative; found " + grace + ", " + lease + " and " + longestWait);
        }
    }

    public Failover withGrace(Duration value) {
        return new Failover(value, lease, longestWait, told);
    }

    public Failover withLease(Duration value) {
        return new Failover(grace, value, longestWait, told);
    }

    public Failover withLongestWait(Duration value) {
        return new Failover(grace, lease, value, told);
    }

    public Failover withTold(Consumer<String> value) {
        return new Failover(grace, lease, longestWait, value);
    }

    /** How often whoever works gives a sign of life. */
    Duration pulse() {
        return grace.dividedBy(3);
    }
}
