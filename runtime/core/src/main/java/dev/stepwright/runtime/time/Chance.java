package dev.stepwright.runtime.time;

import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Random numbers and ids that follow from a seed alone, so that a decision repeated with the same seed is the same decision.
 * The seed comes in with the event that is decided on. Not for use by several threads.
 */
public final class Chance {
    private long highSeed;
    private long lowSeed;
    private @Nullable SplittableRandom high;
    private @Nullable SplittableRandom low;

    public Chance(UUID seed) {
        this(seed.getMostSignificantBits(), seed.getLeastSignificantBits());
    }

    /** Returns the chance that follows from a seed in two halves. It costs next to nothing until it is asked. */
    public Chance(long highSeed, long lowSeed) {
        this.highSeed = highSeed;
        this.lowSeed = lowSeed;
    }

    /** Begins anew, as if made from another seed. */
    public void restart(long newHighSeed, long newLowSeed) {
        highSeed = newHighSeed;
        lowSeed = newLowSeed;
        high = null;
        low = null;
    }

    private SplittableRandom high() {
        if (high == null) {
            high = new SplittableRandom(highSeed);
        }
        return high;
    }

    private SplittableRandom low() {
        if (low == null) {
            low = new SplittableRandom(lowSeed);
        }
        return low;
    }

    /** Returns a number of at least 0 and below 1. */
    public double nextDouble() {
        return low().nextDouble();
    }

    /** Returns a whole number of at least {@code from} and below {@code to}. */
    public long nextLong(long from, long to) {
        return low().nextLong(from, to);
    }

    /** Returns a random UUID of version 4. */
    public UUID nextUuid() {
        long most = high().nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x4000L;
        long least = low().nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(most, least);
    }
}
