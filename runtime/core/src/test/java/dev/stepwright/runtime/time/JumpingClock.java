package dev.stepwright.runtime.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells the hour that has passed while the thread slept: the clock was set, or the machine stood still. */
final class JumpingClock extends Clock {
    private final AtomicInteger looks = new AtomicInteger();

    @Override
    public Instant instant() {
        return looks.getAndIncrement() == 0 ? Instant.EPOCH : Instant.EPOCH.plusSeconds(3_600);
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
