package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.store.DurableStore;
import dev.stepwright.runtime.store.StoreProvider;
import java.time.Duration;

/** Opens {@link PostgresStore}s by their {@code jdbc:postgresql:} URLs, with the default settings but for what is asked for. */
public final class PostgresStoreProvider implements StoreProvider {
    @Override
    public boolean opens(String place) {
        return place.startsWith("jdbc:postgresql:");
    }

    @Override
    public DurableStore open(String place) {
        return PostgresStore.open(place);
    }

    @Override
    public DurableStore open(String place, Duration retention) {
        return PostgresStore.open(place, PostgresSettings.DEFAULT.withRetention(retention));
    }
}
