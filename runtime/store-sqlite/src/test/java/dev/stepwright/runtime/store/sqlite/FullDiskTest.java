package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.ForwardingStore;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A disk that takes nothing for a while: what runs waits and goes on by itself. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FullDiskTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final JsonNode INPUT = JsonDocument.parse("{\"v\":1}").root();
    private static final StateMachineDefinition WORK = StateMachineDefinition.of(JsonDocument.parse(
                    "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"work\",\"Next\":\"B\"},"
                            + "\"B\":{\"Type\":\"Task\",\"Resource\":\"work\",\"End\":true}}}")
            .root());
    private static final StateMachineDefinition CALLBACK = StateMachineDefinition.of(
            JsonDocument.parse("{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"End\":true,"
                            + "\"Resource\":\"arn:aws:states:::sqs:sendMessage.waitForTaskToken\"}}}")
                    .root());

    @TempDir
    private Path folder;

    private final VirtualTime time = VirtualTime.automatic(START);
    private final ConcurrentLinkedQueue<String> attempts = new ConcurrentLinkedQueue<>();

    /** Refuses so many writes. */
    private static final class RefusingStore extends ForwardingStore {
        final AtomicInteger refusals = new AtomicInteger();

        RefusingStore(ExecutionStore store) {
            super(store);
        }

        @Override
        public CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
            return isRefused() ? full() : super.create(header, first);
        }

        @Override
        public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
            return isRefused() ? full() : super.append(executionArn, batches);
        }

        private boolean isRefused() {
            return refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }

        private static <T> CompletionStage<T> full() {
            return CompletableFuture.failedFuture(new IllegalStateException("the disk is full"));
        }
    }

    private RefusingStore store() {
        return new RefusingStore(SqliteStore.open(folder));
    }

    private static Engine engine(RefusingStore store, VirtualTime time) {
        return Engine.create(EngineConfig.builder().store(store).time(time).build());
    }

    private static Workflow<JsonNode, JsonNode> register(
            Engine engine, StateMachineDefinition definition, TaskHandlers.Builder handlers) {
        return engine.register("Machine", definition, JsonNode.class, JsonNode.class, handlers.build());
    }

    @Test
    void what_could_not_be_written_is_written_later_and_no_task_is_handed_over_again() {
        RefusingStore store = store();
        try (Engine engine = engine(store, time)) {
            TaskHandlers.Builder handlers = TaskHandlers.builder().resource("work", (input, context) -> {
                attempts.add(context.attemptId());
                if (attempts.size() == 1) {
                    store.refusals.set(4);
                }
                return input;
            });
            Execution<JsonNode> execution = register(engine, WORK, handlers).start("one", INPUT);

            assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class);
            assertThat(attempts).containsExactly(execution.arn() + "#1", execution.arn() + "#2");
            assertThat(time.now()).isEqualTo(START.plusSeconds(1 + 2 + 4 + 8));
            assertThat(execution.history()).hasSize(12);
        }
    }

    @Test
    void an_execution_that_cannot_be_noted_does_not_start() {
        RefusingStore store = store();
        try (Engine engine = engine(store, time)) {
            TaskHandlers.Builder handlers = TaskHandlers.builder().resource("work", (input, context) -> {
                attempts.add(context.attemptId());
                return input;
            });
            Workflow<JsonNode, JsonNode> workflow = register(engine, WORK, handlers);
            store.refusals.set(1);

            assertThatThrownBy(() -> workflow.start("one", INPUT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageEndingWith(" could not be stored and does not start: the disk is full");
            assertThat(attempts).isEmpty();
            assertThat(workflow.start("one", INPUT).await()).isInstanceOf(Outcome.Succeeded.class);
        }
    }

    @Test
    void who_sends_an_answer_is_told_that_it_is_not_stored_yet_and_the_answer_counts_all_the_same() throws Exception {
        RefusingStore store = store();
        VirtualTime manual = VirtualTime.manual(START);
        AtomicReference<String> token = new AtomicReference<>();
        CompletableFuture<Void> handedOut = new CompletableFuture<>();
        try (Engine engine = engine(store, manual)) {
            TaskHandlers.Builder handlers = TaskHandlers.builder().state("A", (input, context) -> {
                token.set(context.taskToken().orElseThrow());
                handedOut.complete(null);
                return input;
            });
            Execution<JsonNode> execution = register(engine, CALLBACK, handlers).start("one", INPUT);
            handedOut.get();
            while (store.batches(execution.arn()).size() < 2) {
                Thread.onSpinWait(); // until its submission is stored
            }
            store.refusals.set(1);

            assertThatThrownBy(() -> engine.sendTaskSuccess(token.get(), INPUT))
                    .hasMessageContaining("the disk is full");
            assertThat(execution.outcome().toCompletableFuture()).isNotDone();
            manual.advance(Duration.ofSeconds(1));
            assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class);
        }
    }
}
