package dev.stepwright.runtime.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** A clock that somebody sets, and that goes on from there. */
final class SetClock extends Clock {
    private final LongSupplier nanoseconds;
    private volatile Instant zero;

    /** @param nanoseconds a count by which it goes on */
    SetClock(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
        this.zero = Instant.EPOCH.minusNanos(nanoseconds.getAsLong());
    }

    void set(Instant to) {
        zero = to.minusNanos(nanoseconds.getAsLong());
    }

    @Override
    public Instant instant() {
        return zero.plusNanos(nanoseconds.getAsLong());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
