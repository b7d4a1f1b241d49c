package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.time.Chance;
import java.util.UUID;

/** The seed of an execution, from which each decision takes its own chance. */
record ExecutionSeed(UUID value) {
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    /** Has the chance of a decision begin, by the number of its stimulus. */
    void restart(Chance chance, long number) {
        chance.restart(
                value.getMostSignificantBits() + number * STRIDE, value.getLeastSignificantBits() - number * STRIDE);
    }
}
