package dev.stepwright.testkit;

import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.InMemoryStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A store that has only what every store must have; all else is done as the interface does it. */
class PlainStoreContractTest extends ExecutionStoreContract {
    @Override
    protected ExecutionStore open() {
        ExecutionStore kept = new InMemoryStore();
        return (ExecutionStore) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ExecutionStore.class},
                (plain, method, arguments) -> method.isDefault()
                        ? InvocationHandler.invokeDefault(plain, method, arguments)
                        : invoke(kept, method, arguments));
    }

    private static @Nullable Object invoke(ExecutionStore store, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
