package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NestedExecutionsTest {
    private static final String SLOW = """
            {'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':7,'Next':'P'},
              'P':{'Type':'Pass','Parameters':{'got.$':'$.n'},'End':true}}}""";
    private static final String REFUSING =
            "{'StartAt':'F','States':{'F':{'Type':'Fail','Error':'Full','Cause':'no room'}}}";
    private static final String PREFIX = "arn:aws:states:us-east-1:123456789012:";

    private static Engine engine() {
        return Engine.create(EngineConfig.builder()
                .time(VirtualTime.automatic(Instant.parse("2026-01-01T00:00:00Z")))
                .build());
    }

    private static Workflow<JsonNode, JsonNode> express(Engine engine, String definition) {
        return engine.registerExpress(
                "child", Definitions.of(definition), JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    private static Workflow<JsonNode, JsonNode> standard(Engine engine, String name, String definition) {
        return engine.register(name, Definitions.of(definition), JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    private static Execution<JsonNode> call(Engine engine, String action, String child) {
        Execution<JsonNode> parent = start(engine, action, child);
        parent.await();
        return parent;
    }

    private static Execution<JsonNode> start(Engine engine, String action, String child) {
        return standard(engine, "parent", """
                        {'StartAt':'Call','States':{'Call':{'Type':'Task','Resource':'arn:aws:states:::%s',
                          'Parameters':{'StateMachineArn':'%s','Name':'once','Input.$':'$'},'End':true}}}""".formatted(action, child)).start(Definitions.json("{'n':5}"));
    }

    @Test
    void an_express_execution_is_run_to_its_end_by_start_sync_execution() {
        try (Engine engine = engine()) {
            var parent = call(
                    engine,
                    "aws-sdk:sfn:startSyncExecution",
                    express(engine, SLOW).arn());

            JsonNode answer = parent.await().output();
            assertThat(answer.path("ExecutionArn").asString("")).startsWith(PREFIX + "express:child:once:");
            assertThat(answer.path("StateMachineArn").asString("")).isEqualTo(PREFIX + "stateMachine:child");
            assertThat(answer.path("Status").asString("")).isEqualTo("SUCCEEDED");
            assertThat(answer.path("Input").asString("")).isEqualTo("{\"n\":5}");
            assertThat(answer.path("Output").asString("")).isEqualTo("{\"got\":5}");
            assertThat(answer.path("StartDate").asString("")).isEqualTo("2026-01-01T00:00:00.000Z");
            assertThat(answer.path("StopDate").asString("")).isEqualTo("2026-01-01T00:00:07.000Z");
            assertThat(answer.path("BillingDetails"))
                    .hasToString("{\"BilledDurationInMilliseconds\":7000,\"BilledMemoryUsedInMB\":64}");
        }
    }

    @Test
    void the_task_succeeds_where_the_express_execution_that_it_runs_fails() {
        try (Engine engine = engine()) {
            var parent = call(
                    engine,
                    "aws-sdk:sfn:startSyncExecution",
                    express(engine, REFUSING).arn());

            JsonNode answer = parent.await().output();
            assertThat(answer.path("Status").asString("")).isEqualTo("FAILED");
            assertThat(answer.path("Error").asString("")).isEqualTo("Full");
            assertThat(answer.path("Cause").asString("")).isEqualTo("no room");
            assertThat(answer.has("Output")).isFalse();
        }
    }

    @Test
    void a_standard_machine_is_not_run_by_start_sync_execution() {
        try (Engine engine = engine()) {
            var child = standard(engine, "child", SLOW);
            var parent = call(engine, "aws-sdk:sfn:startSyncExecution", child.arn());

            assertThat(parent.description().error()).isEqualTo("Sfn.StateMachineTypeNotSupportedException");
            assertThat(parent.description().cause())
                    .startsWith("This operation is not supported by this type of state machine (Service: Sfn");
            assertThat(child.executions(null, 10)).isEmpty();
        }
    }

    @Test
    void a_machine_that_was_forgotten_is_not_started_any_more_but_its_executions_go_on() {
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        try (Engine engine = Engine.create(EngineConfig.builder().time(time).build())) {
            var child = standard(engine, "child", SLOW);
            var running = child.start("begun", Definitions.json("{'n':5}"));

            engine.unregister(child.arn());
            var parent = call(engine, "states:startExecution", child.arn());
            time.advance(Duration.ofSeconds(7));

            assertThat(parent.description().error()).isEqualTo("StepFunctions.StateMachineDoesNotExistException");
            assertThat(running.await().output()).isEqualTo(Definitions.json("{'got':5}"));
            assertThat(engine.describe(running.arn())).isPresent();
        }
    }

    @Test
    void a_machine_is_meant_by_what_else_it_is_known_as() {
        try (Engine engine = engine()) {
            String alias = "arn:aws:states:eu-west-1:999999999999:stateMachine:Shipping:PROD";
            var child = standard(engine, "child", SLOW).knownAs("${Shipping}").knownAs(alias);

            JsonNode byPlaceholder = call(engine, "states:startExecution.sync:2", "${Shipping}")
                    .await()
                    .output();
            var byAlias = call(engine, "states:startExecution", alias);

            assertThat(byPlaceholder.path("StateMachineArn").asString("")).isEqualTo(child.arn());
            assertThat(byPlaceholder.at("/Output/got").asInt(0)).isEqualTo(5);
            assertThat(byAlias.description().error()).isEqualTo("StepFunctions.ExecutionAlreadyExistsException");
        }
    }

    @Test
    void what_an_express_execution_has_done_is_kept_on_request() {
        EngineConfig keeping = EngineConfig.builder().keepingExpress().build();
        try (Engine engine = Engine.create(keeping);
                Engine usual = Engine.inMemory()) {
            var kept = express(engine, REFUSING).start(Definitions.json("{}"));
            var gone = express(usual, REFUSING).start(Definitions.json("{}"));
            kept.await();
            gone.await();

            assertThat(engine.describe(kept.arn()))
                    .hasValueSatisfying(found -> assertThat(found.status()).isEqualTo(ExecutionStatus.FAILED));
            assertThat(kept.history())
                    .extracting(HistoryEvent::type)
                    .containsExactly("ExecutionStarted", "FailStateEntered", "ExecutionFailed");
            assertThat(usual.describe(gone.arn())).isEmpty();
            assertThat(gone.history()).isEmpty();
        }
    }

    private enum Refusing {
        AT_ONCE,
        LATER,
        BEFORE_IT_IS_ASKED,
        BY_A_FAULT
    }

    /** Takes no child, so many times, as a full disk does or a database that is away. */
    private static final class RefusingStore extends RecordingStore {
        final AtomicInteger refusals = new AtomicInteger();
        final Refusing how;
        private volatile boolean isParentThere;

        RefusingStore(Refusing how) {
            this.how = how;
        }

        @Override
        public boolean isFull() {
            return how == Refusing.BEFORE_IT_IS_ASKED && isParentThere && refusals.getAndDecrement() > 0;
        }

        @Override
        public CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
            isParentThere = true;
            if (!header.identity().machineName().equals("child") || refusals.getAndDecrement() <= 0) {
                return super.create(header, first);
            }
            IllegalStateException full = new IllegalStateException("the disk is full");
            return switch (how) {
                case LATER ->
                    CompletableFuture.supplyAsync(() -> {
                        throw full;
                    });
                case BY_A_FAULT -> throw new IllegalStateException("a fault", full);
                default -> CompletableFuture.failedFuture(full);
            };
        }
    }

    private static Engine engine(RefusingStore store, VirtualTime time) {
        return Engine.create(EngineConfig.builder().store(store).time(time).build());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BY_A_FAULT")
    void a_task_waits_for_a_store_that_cannot_note_the_child(Refusing how) {
        RefusingStore store = new RefusingStore(how);
        store.refusals.set(3);
        try (Engine engine = engine(store, VirtualTime.automatic(Instant.EPOCH))) {
            String child = standard(engine, "child", SLOW).arn();

            var parent = call(engine, "states:startExecution.sync:2", child);

            assertThat(parent.await().output().path("Output")).isEqualTo(Definitions.json("{'got':5}"));
        }
    }

    @Test
    void a_task_whose_child_fails_by_a_fault_waits_for_nothing() {
        RefusingStore store = new RefusingStore(Refusing.BY_A_FAULT);
        store.refusals.set(1);
        try (Engine engine = engine(store, VirtualTime.manual(Instant.EPOCH))) {
            String child = standard(engine, "child", SLOW).arn();

            var parent = call(engine, "states:startExecution", child);

            assertThat(parent.await())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.cause()).contains("a fault"));
        }
    }

    @Test
    void a_task_that_comes_to_its_turn_while_the_engine_closes_is_left_to_the_next_engine() throws Exception {
        RecordingStore store = new RecordingStore();
        CountDownLatch begun = new CountDownLatch(1);
        Engine engine = Engine.create(EngineConfig.builder().store(store).build());
        TaskHandlers untilClosed = TaskHandlers.builder()
                .inline("Work", (input, context) -> {
                    begun.countDown();
                    while (engine.isOpen()) {
                        Thread.onSpinWait();
                    }
                    return input;
                })
                .build();
        String definition = """
                {'StartAt':'Work','States':{'Work':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','Next':'Call'},
                  'Call':{'Type':'Task','Resource':'arn:aws:states:::states:startExecution',
                    'Parameters':{'StateMachineArn':'%s'},'End':true}}}""".formatted(standard(engine, "child", SLOW).arn());
        String parent = engine.register(
                        "parent", Definitions.of(definition), JsonNode.class, JsonNode.class, untilClosed)
                .start(Definitions.json("{}"))
                .arn();
        begun.await();

        engine.close();

        assertThat(store.running()).containsExactly(parent);
    }

    @Test
    void a_task_that_waits_for_the_store_starts_nothing_any_more_once_it_is_stopped() {
        RefusingStore store = new RefusingStore(Refusing.AT_ONCE);
        store.refusals.set(1);
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        try (Engine engine = engine(store, time)) {
            String child = standard(engine, "child", SLOW).arn();
            var parent = start(engine, "states:startExecution", child);
            time.pass(Duration.ZERO);

            parent.stop(null, null);
            time.pass(Duration.ofMinutes(1));

            assertThat(store.refusals).hasValue(0);
            assertThat(store.running()).isEmpty();
        }
    }

    @Test
    void a_task_that_waits_for_the_store_is_left_to_the_next_engine_while_its_own_is_closed() throws Exception {
        RefusingStore store = new RefusingStore(Refusing.AT_ONCE);
        store.refusals.set(1);
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        Engine engine = engine(store, time);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        String parent = start(
                        engine,
                        "states:startExecution",
                        standard(engine, "child", SLOW).arn())
                .arn();
        time.pass(Duration.ZERO);
        TaskHandlers slow = TaskHandlers.builder()
                .state("Work", (input, context) -> {
                    begun.countDown();
                    mayEnd.await();
                    return input;
                })
                .build();
        engine.register(
                        "slow",
                        Definitions.task("arn:aws:states:::sqs:sendMessage"),
                        JsonNode.class,
                        JsonNode.class,
                        slow)
                .start(Definitions.json("{}"));
        begun.await();

        Thread closing = new Thread(() -> engine.close(Duration.ofSeconds(30)));
        closing.start();
        while (engine.isOpen()) {
            Thread.onSpinWait();
        }
        time.advance(Workplace.PAUSE);
        mayEnd.countDown();
        closing.join();

        assertThat(store.running()).containsExactly(parent);
    }
}
