package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.store.ForwardingStore;
import dev.stepwright.runtime.store.InMemoryStore;

/** A store that outlives its engine, so that a test can look at what was stored. Extend it for one that does something otherwise. */
public class RecordingStore extends ForwardingStore {
    private final InMemoryStore kept;

    public RecordingStore() {
        this(new InMemoryStore());
    }

    public RecordingStore(InMemoryStore kept) {
        super(kept);
        this.kept = kept;
    }

    public final InMemoryStore kept() {
        return kept;
    }

    @Override
    public void close() {
        // what has been stored is looked at afterwards
    }
}
