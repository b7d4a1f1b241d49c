package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** An engine is closed while somebody wants something of it: that one is told, and waits for nothing that does not come. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClosingTest {
    private static final StateMachineDefinition WAIT =
            Definitions.of("{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':60,'End':true}}}");
    private static final JsonNode INPUT = Definitions.json("{}");

    private static Workflow<JsonNode, JsonNode> register(Engine engine) {
        return engine.register("Machine", WAIT, JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    @Test
    void whoever_starts_an_execution_meanwhile_is_refused() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        Engine engine = Engine.create(EngineConfig.builder()
                .ids(() -> {
                    meanwhile.get().run();
                    return UUID.randomUUID();
                })
                .build());
        Workflow<JsonNode, JsonNode> workflow = register(engine);
        meanwhile.set(engine::close);

        assertThatThrownBy(() -> workflow.start("one", INPUT)).hasMessageContaining("the engine has been closed");
    }

    @Test
    void whoever_recovers_meanwhile_gets_what_has_been_made_anew() {
        RecordingStore store = new RecordingStore();
        try (Engine before = Engine.create(EngineConfig.builder()
                .store(store)
                .time(VirtualTime.manual(Instant.EPOCH))
                .build())) {
            register(before).start("one", INPUT);
            register(before).start("two", INPUT);
        }
        AtomicReference<Engine> engine = new AtomicReference<>();
        RecordingStore slow = new RecordingStore(store.kept()) {
            @Override
            public Resumption resumption(String executionArn) {
                CompletableFuture.runAsync(() -> engine.get().close());
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("the engine is being closed", e);
                }
                return super.resumption(executionArn);
            }
        };
        engine.set(Engine.create(
                EngineConfig.builder().store(slow).engineThreads(1).build()));
        register(engine.get());

        List<Execution<JsonNode>> recovered = engine.get().recover();

        assertThat(recovered).isEmpty();
        assertThat(store.running()).hasSize(2);
    }

    @Test
    void a_handler_that_waits_for_a_thread_does_not_begin_any_more() throws InterruptedException {
        BlockingQueue<String> begun = new ArrayBlockingQueue<>(2);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Engine engine = Engine.create(EngineConfig.builder().handlerThreads(1).build());
        Workflow<JsonNode, JsonNode> workflow = engine.register(
                "Machine",
                Definitions.task("arn:aws:states:::sqs:sendMessage"),
                JsonNode.class,
                JsonNode.class,
                TaskHandlers.builder()
                        .state("Work", (input, context) -> {
                            begun.add(Thread.currentThread().getName());
                            mayEnd.await();
                            return input;
                        })
                        .build());
        workflow.start(INPUT);
        assumeThat(begun.take()).as("a thread of a pool").startsWith("stepwright-task-");
        workflow.start(INPUT);

        Thread closing = new Thread(() -> engine.close(Duration.ofSeconds(30)));
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait(); // until it waits for the first
        }
        mayEnd.countDown();
        closing.join();

        assertThat(begun).isEmpty();
    }

    @Test
    void whoever_sends_a_token_back_meanwhile_is_told_that_it_may_not_be_stored() throws InterruptedException {
        HeldStore store = new HeldStore();
        BlockingQueue<String> tokens = new ArrayBlockingQueue<>(1);
        Engine engine = Engine.create(EngineConfig.builder().store(store).build());
        engine.register(
                        "Machine",
                        Definitions.task("arn:aws:states:::sqs:sendMessage.waitForTaskToken"),
                        JsonNode.class,
                        JsonNode.class,
                        TaskHandlers.builder()
                                .state("Work", (input, context) -> {
                                    tokens.add(context.taskToken().orElseThrow());
                                    new CountDownLatch(1).await();
                                    return input;
                                })
                                .build())
                .start("one", INPUT);
        String token = tokens.take();
        CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> engine.sendTaskSuccess(token, INPUT));
        store.awaitFirst();

        engine.close();

        assertThatThrownBy(sent::join).hasMessageContaining("the engine was closed");
    }
}
