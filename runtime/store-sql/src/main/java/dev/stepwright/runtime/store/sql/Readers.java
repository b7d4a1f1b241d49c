package dev.stepwright.runtime.store.sql;

import java.util.function.Function;

/** The connections of a store that read, for whoever comes. */
@FunctionalInterface
public interface Readers {
    /**
     * Has one of them read something; waits while all are in use.
     *
     * @throws IllegalStateException if the store has been closed, or cannot be read
     */
    <T> T read(Function<Reader, T> query);
}
