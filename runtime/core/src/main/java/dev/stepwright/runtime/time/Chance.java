package dev.stepwright.runtime.time;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Random numbers and ids that follow from a seed alone, so that a decision repeated with the same seed is the same decision.
 * The seed comes in with the event that is decided on. Not for use by several threads.
 */
public final class Chance {
    private final SplittableRandom high;
    private final SplittableRandom low;

    public Chance(UUID seed) {
        this.high = new SplittableRandom(seed.getMostSignificantBits());
        this.low = new SplittableRandom(seed.getLeastSignificantBits());
    }

    /** Returns a number of at least 0 and below 1. */
    public double nextDouble() {
        return low.nextDouble();
    }

    /** Returns a whole number of at least {@code from} and below {@code to}. */
    public long nextLong(long from, long to) {
        return low.nextLong(from, to);
    }

    /** Returns a random UUID of version 4. */
    public UUID nextUuid() {
        long most = high.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x4000L;
        long least = low.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(most, least);
    }
}
