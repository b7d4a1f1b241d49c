package dev.stepwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.store.DocumentStore;
import dev.stepwright.runtime.store.DurableStore;
import dev.stepwright.runtime.store.ExecutionStore;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the engine and the server rely on in a store that survives the process. Extend it for a store of yours and say how one is opened. */
public abstract class DurableStoreContract extends ExecutionStoreContract {
    private @Nullable DurableStore store;

    /** Returns an empty store. */
    protected abstract DurableStore openDurable() throws Exception;

    @Override
    protected final ExecutionStore open() throws Exception {
        store = openDurable();
        return store;
    }

    private DurableStore opened() {
        return Objects.requireNonNull(store);
    }

    @Test
    void documents_are_kept_replaced_and_forgotten() {
        DocumentStore documents = opened().documents();
        documents.put("c", "2", "é");
        documents.put("c", "1", "one");
        documents.put("d", "1", "other");
        documents.put("c", "2", "two");

        assertThat(documents.all("c")).containsExactly(Map.entry("1", "one"), Map.entry("2", "two"));
        documents.remove("c", "1");
        documents.remove("c", "nobody");
        assertThat(documents.all("c")).containsOnlyKeys("2");
    }

    @Test
    void after_closing_nothing_is_written_or_read() {
        DurableStore closed = opened();
        Stored.create(closed, "a");
        closed.close();

        assertThatThrownBy(() -> Stored.append(closed, "a", Stored.batch(2, "two")))
                .hasMessageContaining("has been closed");
        assertThatThrownBy(() -> closed.find("a")).hasMessageContaining("has been closed");
    }
}
