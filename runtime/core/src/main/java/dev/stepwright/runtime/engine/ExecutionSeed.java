package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.time.Chance;
import java.util.UUID;

/** The seed of an execution, from which each decision takes its own chance. */
record ExecutionSeed(UUID value) {
    private static final long HIGH = 0xFF51AFD7ED558CCDL;
    private static final long LOW = 0xC4CEB9FE1A85EC53L;

    /** Has the chance of a decision begin, by the number of its stimulus. */
    void restart(Chance chance, long number) {
        chance.restart(
                value.getMostSignificantBits() ^ mixed(number, HIGH),
                value.getLeastSignificantBits() ^ mixed(number, LOW));
    }

    /** Generators step through their seeds at a stride: seeds of neighbours must be nowhere near each other. */
    private static long mixed(long number, long by) {
        long bits = (number + 1) * by;
        bits = (bits ^ bits >>> 33) * HIGH;
        bits = (bits ^ bits >>> 29) * LOW;
        return bits ^ bits >>> 32;
    }
}
