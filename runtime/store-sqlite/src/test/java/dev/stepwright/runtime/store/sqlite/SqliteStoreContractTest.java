package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.testkit.ExecutionStoreContract;
import dev.stepwright.testkit.Stored;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreContractTest extends ExecutionStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected ExecutionStore open() {
        return SqliteStore.open(folder, SqliteSettings.DEFAULT.withClock(() -> Stored.START));
    }
}
