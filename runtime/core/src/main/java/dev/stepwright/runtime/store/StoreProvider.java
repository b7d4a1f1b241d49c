package dev.stepwright.runtime.store;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** SPI: opens durable stores. A module that has one names it in {@code META-INF/services}. */
public interface StoreProvider {
    /**
     * Opens the store in a folder, which is made if it is not there. One process has it open at a time.
     *
     * @throws IllegalStateException if it is open elsewhere, damaged, or was written by a later version
     */
    DurableStore open(Path folder);

    /**
     * Opens a store with the one provider on the class path.
     *
     * @throws IllegalStateException if there is none or more than one, and as {@link #open}
     */
    static DurableStore openDurable(Path folder) {
        List<StoreProvider> providers = ServiceLoader.load(StoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (providers.size() != 1) {
            throw new IllegalStateException(
                    "a durable store in " + folder + " needs one store module on the class path, but "
                            + (providers.isEmpty() ? "there is none" : "there are " + providers)
                            + "; add dev.stepwright:stepwright-store-sqlite, or give EngineConfig a store of your own");
        }
        return providers.get(0).open(folder);
    }
}
