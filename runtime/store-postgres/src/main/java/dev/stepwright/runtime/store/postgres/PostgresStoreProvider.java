package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.store.DurableStore;
import dev.stepwright.runtime.store.StoreProvider;

/** Opens {@link PostgresStore}s by their {@code jdbc:postgresql:} URLs, with the default settings. */
public final class PostgresStoreProvider implements StoreProvider {
    @Override
    public boolean opens(String place) {
        return place.startsWith("jdbc:postgresql:");
    }

    @Override
    public DurableStore open(String place) {
        return PostgresStore.open(place);
    }
}
