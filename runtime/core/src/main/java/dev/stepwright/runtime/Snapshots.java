package dev.stepwright.runtime;

import dev.stepwright.runtime.store.Batch;
import java.util.List;

/** When the state of an execution is kept, so that it need not be made anew from a long history. */
final class Snapshots {
    /** So many events, or batches, are decided on again in a few milliseconds. */
    private static final int APART = 500;

    /** A large state is kept less often: what is written for states stays below what is written for events, which have about so many bytes. */
    private static final int EVENT_BYTES = 200;

    private int since;
    private int apart = APART;

    /** Counts batches, and returns whether the state after them is to be kept. */
    boolean isDue(List<Batch> batches) {
        for (Batch batch : batches) {
            since += Math.max(1, batch.events().size());
        }
        return since >= apart;
    }

    /** Begins to count anew. */
    void taken(int bytes) {
        since = 0;
        apart = Math.max(APART, bytes / EVENT_BYTES);
    }
}
