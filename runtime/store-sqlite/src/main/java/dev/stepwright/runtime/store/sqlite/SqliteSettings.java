package dev.stepwright.runtime.store.sqlite;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a store is kept.
 *
 * @param retention how long executions are kept after they have ended; then they are removed little by little
 * @param clock what tells that the time is over
 * @param fullCheckBytes up to which size of the file all of it is checked on opening; larger ones are checked in the part that recovery reads,
 *     and wholly by {@link SqliteStore#verify}
 * @param mostBytes how large the file may become; what does not fit any more fails, as on a full disk
 */
public record SqliteSettings(Duration retention, InstantSource clock, long fullCheckBytes, long mostBytes) {
    /** 90 days, as AWS keeps histories; the machine's clock; full checks up to 32 MiB; no limit but the disk's. */
    public static final SqliteSettings DEFAULT =
            new SqliteSettings(Duration.ofDays(90), InstantSource.system(), 32L << 20, Long.MAX_VALUE);

    public SqliteSettings {
        if (retention.isNegative() || fullCheckBytes < 0 || mostBytes < 1) {
            throw new IllegalArgumentException("retention and sizes must not be negative, found " + retention + ", "
                    + fullCheckBytes + " and " + mostBytes);
        }
    }

    public SqliteSettings withRetention(Duration value) {
        return new SqliteSettings(value, clock, fullCheckBytes, mostBytes);
    }

    public SqliteSettings withClock(InstantSource value) {
        return new SqliteSettings(retention, value, fullCheckBytes, mostBytes);
    }

    public SqliteSettings withFullCheckBytes(long value) {
        return new SqliteSettings(retention, clock, value, mostBytes);
    }

    public SqliteSettings withMostBytes(long value) {
        return new SqliteSettings(retention, clock, fullCheckBytes, value);
    }
}
