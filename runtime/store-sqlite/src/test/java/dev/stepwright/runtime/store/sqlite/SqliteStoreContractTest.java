package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.store.DurableStore;
import dev.stepwright.testkit.DurableStoreContract;
import dev.stepwright.testkit.Stored;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreContractTest extends DurableStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected DurableStore openDurable() {
        return SqliteStore.open(folder, SqliteSettings.DEFAULT.withClock(() -> Stored.START));
    }
}
