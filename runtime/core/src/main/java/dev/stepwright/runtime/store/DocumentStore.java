package dev.stepwright.runtime.store;

import java.util.Map;

/** Small texts that whoever runs an engine keeps beside its executions: what a server knows of its state machines, for example. */
public interface DocumentStore {
    /**
     * Keeps a text in the place of an earlier one. When this returns, it cannot be lost any more.
     *
     * @throws IllegalStateException if it could not be written; then the earlier one is still there
     */
    void put(String collection, String key, String text);

    /**
     * Forgets a text; without effect if there is none. When this returns, it is gone for good.
     *
     * @throws IllegalStateException if that could not be written; then it is still there
     */
    void remove(String collection, String key);

    /** Returns all texts of a collection by their keys, in the order of the keys. */
    Map<String, String> all(String collection);
}
