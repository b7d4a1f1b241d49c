package dev.stepwright.testkit;

import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.InMemoryStore;

class InMemoryStoreContractTest extends ExecutionStoreContract {
    @Override
    protected ExecutionStore open() {
        return new InMemoryStore();
    }
}
