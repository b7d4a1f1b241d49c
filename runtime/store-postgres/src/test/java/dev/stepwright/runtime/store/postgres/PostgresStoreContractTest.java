package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.testkit.ExecutionStoreContract;
import dev.stepwright.testkit.Stored;

class PostgresStoreContractTest extends ExecutionStoreContract {
    @Override
    protected ExecutionStore open() {
        return PostgresStore.open(TestDatabase.url(), TestDatabase.settings().withClock(() -> Stored.START));
    }
}
