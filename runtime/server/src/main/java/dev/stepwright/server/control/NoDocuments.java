package dev.stepwright.server.control;

import dev.stepwright.runtime.store.DocumentStore;
import java.util.Map;

/** Keeps nothing: for a server whose state machines end with it. */
final class NoDocuments implements DocumentStore {
    @Override
    public void put(String collection, String key, String text) {
        // the server has it in memory
    }

    @Override
    public void remove(String collection, String key) {
        // as above
    }

    @Override
    public Map<String, String> all(String collection) {
        return Map.of();
    }
}
