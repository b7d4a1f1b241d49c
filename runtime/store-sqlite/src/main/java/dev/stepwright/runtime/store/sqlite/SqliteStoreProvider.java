package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.store.DurableStore;
import dev.stepwright.runtime.store.StoreProvider;
import java.nio.file.Path;
import java.time.Duration;

/** Opens {@link SqliteStore}s with their default settings but for what is asked for. */
public final class SqliteStoreProvider implements StoreProvider {
    @Override
    public boolean opens(String place) {
        return !place.startsWith("jdbc:");
    }

    @Override
    public DurableStore open(String place) {
        return SqliteStore.open(Path.of(place));
    }

    @Override
    public DurableStore open(String place, Duration retention) {
        return SqliteStore.open(Path.of(place), SqliteSettings.DEFAULT.withRetention(retention));
    }
}
