package dev.stepwright.testkit.soundness;

import java.util.List;
import java.util.SplittableRandom;

/** Decisions by chance; the same for the same seed. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Returns a number from 0 to one less than {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    String pick(String... from) {
        return from[below(from.length)];
    }
}
