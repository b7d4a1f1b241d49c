package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdmissionTest {
    private static final StateMachineDefinition WAIT =
            Definitions.of("{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':60,'End':true}}}");

    private static Workflow<JsonNode, JsonNode> register(
            Engine engine, String name, StateMachineDefinition definition) {
        return engine.register(name, definition, JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    private static Engine engine(Admission admission) {
        return Engine.create(EngineConfig.builder()
                .admission(admission)
                .time(VirtualTime.manual(Instant.EPOCH))
                .build());
    }

    @Test
    void one_more_than_may_be_open_is_refused_until_one_has_ended() {
        try (Engine engine = engine(new Admission(2, 100))) {
            Workflow<JsonNode, JsonNode> workflow = register(engine, "Waits", WAIT);
            Execution<JsonNode> first = workflow.start("first", Definitions.json("{}"));
            workflow.start("second", Definitions.json("{}"));

            assertThatThrownBy(() -> workflow.start("third", Definitions.json("{}")))
                    .isInstanceOfSatisfying(
                            ExecutionLimitExceededException.class,
                            e -> assertThat(e.bound()).isEqualTo(ExecutionLimitExceededException.Bound.OPEN_EXECUTIONS))
                    .hasMessageContaining("maximum number of running executions has been reached (2)");
            assertThat(workflow.start("first", Definitions.json("{}")).arn()).isEqualTo(first.arn());

            first.stop(null, null);
            first.await();
            workflow.start("third", Definitions.json("{}"));
        }
    }

    @Test
    void a_queue_that_nobody_works_off_throttles_starts() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        TaskHandlers blocking = TaskHandlers.builder()
                .inline("Work", (input, context) -> {
                    busy.countDown();
                    release.await();
                    return input;
                })
                .build();
        EngineConfig config = EngineConfig.builder()
                .admission(new Admission(1_000, 3))
                .engineThreads(1)
                .build();
        try (Engine engine = Engine.create(config)) {
            Workflow<JsonNode, JsonNode> workflow = engine.register(
                    "Blocks",
                    Definitions.task("arn:aws:states:::sqs:sendMessage"),
                    JsonNode.class,
                    JsonNode.class,
                    blocking);
            List<Execution<JsonNode>> started = new ArrayList<>(List.of(workflow.start(Definitions.json("{}"))));
            busy.await();
            for (int i = 0; i < 3; i++) {
                started.add(workflow.start(Definitions.json("{}")));
            }

            assertThatThrownBy(() -> workflow.start(Definitions.json("{}")))
                    .isInstanceOf(ExecutionLimitExceededException.class)
                    .hasMessageContaining("Rate exceeded: more than 3 executions wait");
            release.countDown();

            assertThat(started)
                    .allSatisfy(execution -> assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class));
        }
    }

    @Test
    void a_machine_that_starts_itself_without_end_comes_to_a_bound_and_fails() {
        StateMachineDefinition self = Definitions.of("""
                {'StartAt':'Again','States':{'Again':{'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync',
                  'Parameters':{'StateMachineArn':'arn:aws:states:us-east-1:123456789012:stateMachine:Self'},'End':true}}}""");
        try (Engine engine = engine(new Admission(500, 100))) {
            Outcome<JsonNode> outcome =
                    register(engine, "Self", self).start(Definitions.json("{}")).await();

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.error()).isEqualTo("States.TaskFailed");
                assertThat(failed.cause())
                        .as("each tells the cause of the one inside it, quoted once more")
                        .contains("\\\"Cause\\\"")
                        .hasSizeLessThan(100_000);
            });
            register(engine, "Self", WAIT).start(Definitions.json("{}")); // there is room again
        }
    }

    @Test
    void a_store_in_memory_that_is_full_of_running_executions_takes_no_more() {
        InMemoryStore store = new InMemoryStore(10, 3_000);
        EngineConfig config = EngineConfig.builder()
                .store(store)
                .time(VirtualTime.manual(Instant.EPOCH))
                .build();
        try (Engine engine = Engine.create(config)) {
            Workflow<JsonNode, JsonNode> workflow = register(engine, "Waits", WAIT);
            JsonNode large = Definitions.json("'" + "x".repeat(5_000) + "'");
            Execution<JsonNode> first = workflow.start(large);

            assertThatThrownBy(() -> workflow.start(Definitions.json("{}")))
                    .isInstanceOf(ExecutionLimitExceededException.class)
                    .hasMessageContaining("the store of executions takes no more");
            first.stop(null, null);
            first.await();

            workflow.start(Definitions.json("{}"));
            assertThat(engine.describe(first.arn())).as("it has made room").isEmpty();
        }
    }

    @Test
    void a_loop_fills_the_store_in_memory_until_its_history_is_as_long_as_it_may_be() {
        InMemoryStore store = new InMemoryStore(1, 1 << 20);
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger callsWhenFull = new AtomicInteger();
        JsonNode kilobyte = Definitions.json("'" + "x".repeat(1_000) + "'");
        TaskHandlers handlers = TaskHandlers.builder()
                .inline("Work", (input, context) -> {
                    calls.incrementAndGet();
                    if (store.isFull()) {
                        callsWhenFull.compareAndSet(0, calls.get());
                    }
                    return kilobyte;
                })
                .build();
        StateMachineDefinition loop = Definitions.of(
                "{'StartAt':'Work','States':{'Work':{'Type':'Task',"
                        + "'Resource':'arn:aws:states:::sqs:sendMessage','Next':'Again'},'Again':{'Type':'Pass','Next':'Work'}}}");
        try (Engine engine = Engine.create(EngineConfig.builder().store(store).build())) {
            Workflow<JsonNode, JsonNode> workflow =
                    engine.register("Loops", loop, JsonNode.class, JsonNode.class, handlers);

            Outcome<JsonNode> outcome = workflow.start(Definitions.json("{}")).await();

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.cause())
                                    .isEqualTo("The execution reached the maximum number of history events (25000)."));
            assertThat(calls).hasValueBetween(25_000 / 7 - 1, 25_000 / 7 + 1);
            assertThat(callsWhenFull).hasValueBetween(500, 1_000);
        }
    }

    @Test
    void a_store_that_does_not_keep_up_throttles_starts_whichever_it_is() throws InterruptedException {
        HeldStore store = new HeldStore();
        EngineConfig config = EngineConfig.builder()
                .store(store)
                .admission(new Admission(100, 100, 100))
                .time(VirtualTime.manual(Instant.EPOCH))
                .build();
        try (Engine engine = Engine.create(config)) {
            Workflow<JsonNode, JsonNode> workflow = register(engine, "Waits", WAIT);
            workflow.start(Definitions.json("{}")).stop(null, null);
            store.awaitFirst();

            assertThatThrownBy(() -> workflow.start(Definitions.json("{}")))
                    .isInstanceOfSatisfying(
                            ExecutionLimitExceededException.class,
                            e -> assertThat(e.bound()).isEqualTo(ExecutionLimitExceededException.Bound.WRITES));
            store.release();

            workflow.start(Definitions.json("{}"));
        }
    }
}
