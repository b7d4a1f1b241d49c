package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What a program meets that has an engine in it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmbeddingTest {
    private static final JsonNode EMPTY = Definitions.json("{}");
    private static final StateMachineDefinition WORK = Definitions.of("""
            {'StartAt':'Work','States':{'Work':{'Type':'Task','Resource':'work','End':true,
              'Retry':[{'ErrorEquals':['Busy'],'IntervalSeconds':10}]}}}""");

    record Answer(boolean isGood) {}

    private static TaskHandlers heldUntil(CountDownLatch mayEnd) {
        return TaskHandlers.builder()
                .state("Work", (input, context) -> {
                    mayEnd.await();
                    return input;
                })
                .build();
    }

    @Test
    void who_waits_for_an_outcome_may_give_up() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        TaskHandlers held = heldUntil(mayEnd);

        try (Engine engine = Engine.inMemory()) {
            var execution = engine.register("work", WORK, JsonNode.class, JsonNode.class, held)
                    .start(EMPTY);

            assertThat(execution.await(Duration.ZERO)).isEmpty();
            mayEnd.countDown();
            assertThat(execution.await(Duration.ofSeconds(50))).contains(new Outcome.Succeeded<>(EMPTY));
        }
    }

    @Test
    void who_waits_is_told_why_there_is_no_outcome() {
        Engine engine = Engine.inMemory();
        var execution = engine.register(
                        "work",
                        WORK,
                        JsonNode.class,
                        Answer.class,
                        TaskHandlers.builder()
                                .state("Work", (input, context) -> {
                                    new CountDownLatch(1).await();
                                    return input;
                                })
                                .build())
                .start(EMPTY);

        engine.close();

        assertThatThrownBy(() -> execution.await(Duration.ofSeconds(50)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the outcome of " + execution.arn()
                        + " cannot be had: the engine was closed while the execution " + execution.arn()
                        + " was running");
    }

    @Test
    void a_thread_of_the_engine_does_not_wait_for_what_it_may_have_to_do_itself() {
        EngineConfig oneThread = EngineConfig.builder().engineThreads(1).build();
        StateMachineDefinition wait =
                Definitions.of("{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':60,'End':true}}}");
        CountDownLatch mayEnd = new CountDownLatch(1);
        TaskHandlers held = heldUntil(mayEnd);

        try (Engine engine = Engine.create(oneThread)) {
            var slow = engine.register("slow", wait, JsonNode.class, JsonNode.class, TaskHandlers.none())
                    .start(EMPTY);
            var afterwards = engine.register("work", WORK, JsonNode.class, JsonNode.class, held)
                    .start(EMPTY)
                    .outcome()
                    .thenApply(outcome -> slow.await());
            mayEnd.countDown();

            assertThatThrownBy(() -> afterwards.toCompletableFuture().join())
                    .hasMessageContaining("an engine thread must not wait for " + slow.arn());
        }
    }

    @Test
    void an_output_of_another_type_is_refused_where_it_is_asked_for() {
        try (Engine engine = Engine.inMemory()) {
            var execution = engine.register(
                            "work",
                            WORK,
                            JsonNode.class,
                            Answer.class,
                            TaskHandlers.builder()
                                    .state("Work", (input, context) -> Definitions.json("'text'"))
                                    .build())
                    .start(EMPTY);

            assertThatThrownBy(execution::await)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("\"text\"", "Answer");
            assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        }
    }

    @Test
    void a_token_is_sent_back_with_a_java_value() throws InterruptedException {
        BlockingQueue<String> tokens = new ArrayBlockingQueue<>(1);
        TaskHandlers asking = TaskHandlers.builder()
                .state("Work", (input, context) -> {
                    tokens.add(context.taskToken().orElseThrow());
                    return input;
                })
                .build();
        StateMachineDefinition ask = Definitions.task("arn:aws:states:::sqs:sendMessage.waitForTaskToken");

        try (Engine engine = Engine.inMemory()) {
            var execution = engine.register("ask", ask, JsonNode.class, Answer.class, asking)
                    .start(EMPTY);
            engine.sendTaskSuccess(tokens.take(), new Answer(true));

            assertThat(execution.await().output()).isEqualTo(new Answer(true));
        }
    }

    @Test
    void a_test_lets_time_pass_and_looks() {
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        AtomicInteger calls = new AtomicInteger();
        TaskHandlers busy = TaskHandlers.builder()
                .state("Work", (input, context) -> {
                    if (calls.incrementAndGet() < 3) {
                        throw new TaskFailure("Busy", null);
                    }
                    return input;
                })
                .build();

        try (Engine engine = Engine.create(EngineConfig.builder().time(time).build())) {
            var execution = engine.register("work", WORK, JsonNode.class, JsonNode.class, busy)
                    .start(EMPTY);

            time.pass(Duration.ofSeconds(9));
            assertThat(calls).hasValue(1);
            time.pass(Duration.ofSeconds(1));
            assertThat(calls).hasValue(2);
            time.pass(Duration.ofHours(1));
            assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class);
            assertThat(execution.description().stopTime()).isEqualTo(Instant.EPOCH.plusSeconds(10 + 20));
        }
    }

    @Test
    void several_watch_in_their_order_and_one_that_fails_does_not_keep_the_next_from_it() {
        List<String> told = new ArrayList<>();
        EngineConfig config = EngineConfig.builder()
                .listener(progress -> told.add("a " + progress.machineName()))
                .listener(progress -> {
                    throw new NoClassDefFoundError("broken");
                })
                .listener(progress -> told.add("b " + progress.machineName()))
                .build();

        try (Engine engine = Engine.create(config)) {
            engine.register(
                            "pass",
                            Definitions.of("{'StartAt':'S','States':{'S':{'Type':'Succeed'}}}"),
                            JsonNode.class,
                            JsonNode.class,
                            TaskHandlers.none())
                    .run(EMPTY);
        }

        assertThat(told).startsWith("a pass", "b pass", "a pass", "b pass").hasSize(8); // started, entered, left, ended
    }

    @Test
    void whoever_gives_up_again_and_again_leaves_nothing_behind() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        TaskHandlers held = heldUntil(mayEnd);
        Host host = new Host(EngineConfig.builder().build());

        try (Engine engine = new Engine(host)) {
            var execution = engine.register("work", WORK, JsonNode.class, JsonNode.class, held)
                    .start(EMPTY);
            for (int i = 0; i < 100; i++) {
                assertThat(execution.await(Duration.ofNanos(1))).isEmpty();
            }

            assertThat(host.cell(execution.arn()).end().getNumberOfDependents()).isLessThan(2);
            mayEnd.countDown();
        }
    }

    @Test
    void what_an_engine_has_in_hand_is_told() {
        AtomicBoolean isFull = new AtomicBoolean();
        RecordingStore store = new RecordingStore() {
            @Override
            public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
                return isFull.get()
                        ? CompletableFuture.failedFuture(new IllegalStateException("the disk is full"))
                        : super.append(executionArn, batches);
            }
        };
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        Engine engine =
                Engine.create(EngineConfig.builder().store(store).time(time).build());
        startWaiting(engine);
        assertThat(engine.load()).isEqualTo(new Load(1, 0, 0, 0, 0));

        isFull.set(true);
        time.pass(Duration.ofSeconds(62)); // tried again after 1 second
        assertThat(engine.load().unstoredExecutions()).isEqualTo(1);

        isFull.set(false);
        time.pass(Duration.ofSeconds(2));
        assertThat(engine.load()).isEqualTo(new Load(0, 0, 0, 0, 0));
        assertThat(engine.isOpen()).isTrue();
        engine.close();
        assertThat(engine.isOpen()).isFalse();
    }

    @Test
    void how_much_a_store_has_refused_to_start_is_told_until_it_takes_something() {
        AtomicBoolean isFull = new AtomicBoolean(true);
        RecordingStore store = new RecordingStore() {
            @Override
            public CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
                return isFull.get()
                        ? CompletableFuture.failedFuture(new IllegalStateException("the disk is full"))
                        : super.create(header, first);
            }
        };
        try (Engine engine = Engine.create(EngineConfig.builder()
                .store(store)
                .time(VirtualTime.manual(Instant.EPOCH))
                .build())) {
            assertThatThrownBy(() -> startWaiting(engine)).isInstanceOf(ExecutionLimitExceededException.class);
            assertThat(engine.load().refusedBytes()).isBetween(100L, 10_000L);

            isFull.set(false);
            startWaiting(engine);
            assertThat(engine.load().refusedBytes()).isZero();
        }
    }

    /** Starts an execution that waits for a minute. */
    private static Execution<JsonNode> startWaiting(Engine engine) {
        return engine.register(
                        "wait",
                        Definitions.of("{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':60,'End':true}}}"),
                        JsonNode.class,
                        JsonNode.class,
                        TaskHandlers.none())
                .start(EMPTY);
    }

    @Test
    void what_could_not_be_stored_is_tried_again_after_an_error_of_the_machine_too() {
        AtomicInteger tries = new AtomicInteger();
        RecordingStore store = new RecordingStore() {
            @Override
            public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
                return switch (tries.getAndIncrement()) {
                    case 0 -> CompletableFuture.failedFuture(new IllegalStateException("the disk is full"));
                    case 1 -> throw new OutOfMemoryError("no memory to write with");
                    default -> super.append(executionArn, batches);
                };
            }
        };
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        try (Engine engine =
                Engine.create(EngineConfig.builder().store(store).time(time).build())) {
            Execution<JsonNode> execution = startWaiting(engine);

            time.pass(Duration.ofSeconds(70));

            assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(engine.load()).isEqualTo(new Load(0, 0, 0, 0, 0));
        }
    }

    @Test
    void settings_that_cannot_be_are_refused_where_they_are_made() {
        EngineConfig.Builder settings = EngineConfig.builder();

        assertThatThrownBy(() -> settings.handlerThreads(0)).hasMessage("handlerThreads must be 1 or more, found 0");
        assertThatThrownBy(() -> settings.engineThreads(-1)).hasMessage("engineThreads must be 1 or more, found -1");
        assertThatThrownBy(() -> settings.region(" "))
                .hasMessage("the region must be part of an ARN, such as eu-west-1, found \" \"");
        assertThatThrownBy(() -> settings.account("arn:aws"))
                .hasMessage("the account must be part of an ARN, such as 123456789012, found \"arn:aws\"");
    }
}
