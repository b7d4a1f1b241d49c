package dev.stepwright.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

class InMemoryStoreTest {
    private static final StateMachineDefinition DEFINITION =
            StateMachineDefinition.of(JsonNodeFactory.instance.objectNode());
    private static final NullNode NULL = NullNode.getInstance();

    private final InMemoryStore store = new InMemoryStore(1);

    private static ExecutionHeader header(String arn) {
        return new ExecutionHeader(
                new ExecutionIdentity(arn, arn, "machine", "machine", "role", Instant.EPOCH, false, false, null, null),
                DEFINITION,
                NULL,
                null,
                null);
    }

    private Optional<StoredExecution> create(String arn) {
        return store.create(header(arn), batch(1, null)).toCompletableFuture().join();
    }

    private static Batch batch(long sequence, @Nullable ExecutionEnd end) {
        Event event = new Event.ExecutionSucceeded(NULL);
        return new Batch(
                sequence,
                new Stimulus.Resumed(Instant.EPOCH),
                List.of(new HistoryEntry(sequence, sequence - 1, Instant.EPOCH, event)),
                end);
    }

    private static ExecutionEnd end() {
        return new ExecutionEnd(ExecutionStatus.SUCCEEDED, Instant.EPOCH, NULL, null, null);
    }

    @Test
    void an_execution_is_created_once() {
        assertThat(create("a")).isEmpty();
        assertThat(create("a")).contains(new StoredExecution(header("a"), null));
    }

    @Test
    void a_batch_out_of_its_place_is_refused() {
        create("a");

        assertThatThrownBy(() -> store.append("a", List.of(batch(1, null)))
                        .toCompletableFuture()
                        .join())
                .hasCauseInstanceOf(StaleSequenceException.class)
                .hasMessageContaining("batch 1 of a was appended where batch 2 is next");
    }

    @Test
    void history_is_read_in_pages() {
        create("a");
        for (int i = 2; i <= 5; i++) {
            store.append("a", List.of(batch(i, null)));
        }

        assertThat(store.history("a", 0, 2)).extracting(HistoryEntry::id).containsExactly(1L, 2L);
        assertThat(store.history("a", 3, 10)).extracting(HistoryEntry::id).containsExactly(4L, 5L);
        assertThat(store.history("a", 9, 10)).isEmpty();
        assertThat(store.history("nobody", 0, 10)).isEmpty();
    }

    @Test
    void the_oldest_of_the_ended_makes_room_and_what_runs_stays() {
        for (String arn : List.of("runs", "first", "second")) {
            create(arn);
        }
        store.append("first", List.of(batch(2, end())));
        store.append("second", List.of(batch(2, end())));

        assertThat(store.find("first")).isEmpty();
        assertThat(store.find("second")).contains(new StoredExecution(header("second"), end()));
        assertThat(store.running()).containsExactly("runs");
    }
}
