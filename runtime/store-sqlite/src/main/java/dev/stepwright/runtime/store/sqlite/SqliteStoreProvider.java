package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.store.DurableStore;
import dev.stepwright.runtime.store.StoreProvider;
import java.nio.file.Path;

/** Opens {@link SqliteStore}s with their default settings. */
public final class SqliteStoreProvider implements StoreProvider {
    @Override
    public boolean opens(String place) {
        return !place.startsWith("jdbc:");
    }

    @Override
    public DurableStore open(String place) {
        return SqliteStore.open(Path.of(place));
    }
}
