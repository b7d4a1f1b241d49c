package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.store.Batch;
import java.time.Duration;
import java.util.List;

/**
 * What has been decided and is to be carried out once it is stored.
 *
 * @param batches the last is that of the decision; those before it have been carried out
 * @param letter what it follows from
 * @param tries 1, then one more for each time that it could not be stored
 */
record Decided(List<Batch> batches, Decision decision, Mailbox.Letter letter, int tries) {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    /** Returns how long to wait before it is tried again: 1, 2, 4 seconds and so on, a minute at most. */
    Duration pause() {
        Duration doubled = Duration.ofSeconds(1L << Math.min(tries - 1, DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    Decided again() {
        return new Decided(batches, decision, letter, tries + 1);
    }
}
