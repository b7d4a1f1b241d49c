package dev.stepwright.runtime.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is open of one kind, by its number, in the order in which it was opened. Most executions have one of a kind or none at any time,
 * which takes no table.
 */
final class Open<T> {
    private long onlyId;
    private @Nullable T only;
    private @Nullable Map<Long, T> several;

    @Nullable
    T get(long id) {
        if (several != null) {
            return several.get(id);
        }
        return id == onlyId ? only : null;
    }

    /** Adds what has just been opened; its number is new. */
    void put(long id, T opened) {
        if (several == null && only == null) {
            onlyId = id;
            only = opened;
            return;
        }
        Map<Long, T> all = several;
        if (all == null) {
            all = new LinkedHashMap<>();
            all.put(onlyId, only);
            several = all;
            only = null;
        }
        all.put(id, opened);
    }

    @Nullable
    T remove(long id) {
        if (several == null) {
            T found = get(id);
            if (found != null) {
                only = null;
            }
            return found;
        }
        T found = several.remove(id);
        if (several.isEmpty()) {
            several = null;
        }
        return found;
    }

    Collection<T> values() {
        if (several != null) {
            return several.values();
        }
        return only == null ? List.of() : List.of(only);
    }

    void clear() {
        only = null;
        several = null;
    }
}
