package dev.stepwright.runtime.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;

/** SPI: opens durable stores. A module that has one names it in {@code META-INF/services}. */
public interface StoreProvider {
    /**
     * Returns whether it opens stores at such a place.
     *
     * @param place a folder, or a URL like {@code jdbc:postgresql://host/database}
     */
    boolean opens(String place);

    /**
     * Opens the store at a place; a folder is made if it is not there. One process has it open at a time; a store for several machines waits
     * until it is this one's turn.
     *
     * @throws IllegalStateException if it is open elsewhere, damaged, or was written by a later version
     */
    DurableStore open(String place);

    /**
     * Like {@link #open(String)}.
     *
     * @param retention how long executions are kept after they have ended, above 0
     * @throws IllegalStateException also if this provider's stores cannot be told so
     */
    default DurableStore open(String place, Duration retention) {
        throw new IllegalStateException("no retention can be set for the stores that " + this + " opens");
    }

    /** Opens the store in a folder, as {@link #openDurable(String)}. */
    static DurableStore openDurable(Path folder) {
        return openDurable(folder.toString());
    }

    /**
     * Opens a store with the one provider on the class path that knows such places.
     *
     * @throws IllegalStateException if there is none or more than one, and as {@link #open}
     */
    static DurableStore openDurable(String place) {
        return provider(place).open(place);
    }

    /** Like {@link #openDurable(String)}, as {@link #open(String, Duration)}. */
    static DurableStore openDurable(String place, Duration retention) {
        return provider(place).open(place, retention);
    }

    private static StoreProvider provider(String place) {
        List<StoreProvider> providers = ServiceLoader.load(StoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.opens(place))
                .toList();
        if (providers.size() != 1) {
            throw new IllegalStateException("a durable store in " + withoutSecrets(place)
                    + " needs one store module on the class path, but "
                    + (providers.isEmpty() ? "there is none" : "there are " + providers)
                    + "; add dev.stepwright:stepwright-store-sqlite for a folder, stepwright-store-postgres for a URL of"
                    + " PostgreSQL, or set your own store in EngineConfig");
        }
        return providers.get(0);
    }

    private static String withoutSecrets(String place) {
        return place.startsWith("jdbc:") ? place.replaceFirst("\\?.*", "") : place;
    }
}
