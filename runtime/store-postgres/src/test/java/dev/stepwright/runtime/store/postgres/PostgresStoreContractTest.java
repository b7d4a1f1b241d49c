package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.store.DurableStore;
import dev.stepwright.testkit.DurableStoreContract;
import dev.stepwright.testkit.Stored;

class PostgresStoreContractTest extends DurableStoreContract {
    @Override
    protected DurableStore openDurable() {
        return PostgresStore.open(TestDatabase.url(), TestDatabase.settings().withClock(() -> Stored.START));
    }
}
