package dev.stepwright.runtime;

import dev.stepwright.runtime.store.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Batches of one execution that are written together with the next: nobody outside has heard of what is in them, so losing them only means
 * that it is computed again.
 */
final class Unwritten {
    /** So much is computed again at most, as long as no single handler takes longer. */
    private static final Duration LONGEST = Duration.ofMillis(5);

    private static final int MOST = 256;

    private List<Batch> batches = List.of();

    boolean isEmpty() {
        return batches.isEmpty();
    }

    /** Returns whether one more may wait. */
    boolean hasRoom(Instant now) {
        return batches.isEmpty()
                || batches.size() < MOST
                        && batches.get(0).stimulus().now().plus(LONGEST).isAfter(now);
    }

    void add(Batch batch) {
        if (batches.isEmpty()) {
            batches = new ArrayList<>();
        }
        batches.add(batch);
    }

    /** Returns what waits and a batch after it; nothing waits any more. */
    List<Batch> with(Batch last) {
        if (batches.isEmpty()) {
            return List.of(last);
        }
        add(last);
        List<Batch> all = batches;
        batches = List.of();
        return all;
    }
}
