package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.task.TaskHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LostStoreTest {
    private static final String TASK = "{'StartAt':'T','States':{'T':{'Type':'Task','Resource':'any','End':true}}}";

    /** A store that another process may take over. */
    private static class TakenStore extends RecordingStore {
        private final StoreLostException reason = new StoreLostException("taken over by another process");
        private final CompletableFuture<StoreLostException> lost = new CompletableFuture<>();

        void takeOver() {
            lost.complete(reason);
        }

        @Override
        public CompletionStage<StoreLostException> lost() {
            return lost;
        }

        @Override
        public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
            return lost.isDone() ? CompletableFuture.failedFuture(reason) : super.append(executionArn, batches);
        }
    }

    @Test
    void an_engine_whose_store_was_taken_over_stops_and_says_why() {
        TakenStore store = new TakenStore();
        CompletableFuture<JsonNode> result = new CompletableFuture<>();
        try (Engine engine = Engine.create(EngineConfig.builder().store(store).build())) {
            Workflow<JsonNode, JsonNode> workflow = engine.register(
                    "Machine",
                    Definitions.of(TASK),
                    JsonNode.class,
                    JsonNode.class,
                    TaskHandlers.builder()
                            .state("T", (input, context) -> result.join())
                            .build());
            Execution<JsonNode> execution = workflow.start(Definitions.json("{}"));

            store.takeOver();
            result.complete(Definitions.json("{}"));

            assertThat(engine.lost().toCompletableFuture().join()).hasMessage("taken over by another process");
            assertThatThrownBy(execution::await)
                    .hasMessageContaining("cannot be had: ")
                    .hasStackTraceContaining("taken over by another process");
            assertThatThrownBy(() -> workflow.start(Definitions.json("{}")))
                    .hasMessage("the engine has been closed: taken over by another process");
            assertThat(engine.running(execution.arn())).isEmpty();
            assertThat(store.running()).containsExactly(execution.arn());
        }
    }

    @Test
    void who_waits_for_the_loss_is_told_even_if_the_store_cannot_be_closed() {
        TakenStore store = new TakenStore() {
            @Override
            public void close() {
                throw new IllegalStateException("cannot be closed");
            }
        };
        Engine engine = Engine.create(EngineConfig.builder().store(store).build());

        store.takeOver();

        assertThat(engine.lost().toCompletableFuture().join()).hasMessage("taken over by another process");
        engine.close();
    }
}
