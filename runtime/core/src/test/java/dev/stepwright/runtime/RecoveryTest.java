package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.Latest;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** One engine stops, another takes over its store. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecoveryTest {
    private static final StateMachineDefinition WAIT_THEN_WORK = Definitions.of("""
            {'StartAt':'Wait','States':{'Wait':{'Type':'Wait','Seconds':60,'Next':'Work'},
              'Work':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','End':true}}}""");
    private static final StateMachineDefinition CALLBACK =
            Definitions.task("arn:aws:states:::sqs:sendMessage.waitForTaskToken");
    private static final StateMachineDefinition PARENT = Definitions.of("""
            {'StartAt':'Call','States':{'Call':{'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync:2',
              'Parameters':{'StateMachineArn':'arn:aws:states:us-east-1:123456789012:stateMachine:Child','Input':{'v':1}},
              'OutputPath':'$.Output','End':true}}}""");

    private final RecordingStore store = new RecordingStore();
    private final List<String> calls = new ArrayList<>();
    private final TaskHandlers handlers = TaskHandlers.builder()
            .inline("Work", (input, context) -> {
                calls.add(context.taskToken().orElse("called"));
                return input;
            })
            .build();

    private Engine engine(VirtualTime time) {
        return Engine.create(EngineConfig.builder().store(store).time(time).build());
    }

    private Workflow<JsonNode, JsonNode> register(Engine engine, String name, StateMachineDefinition definition) {
        return engine.register(name, definition, JsonNode.class, JsonNode.class, handlers);
    }

    private static void awaitEvent(Execution<JsonNode> execution, String type) {
        while (execution.history().stream().map(HistoryEvent::type).noneMatch(type::equals)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_wait_goes_on_where_it_was() {
        try (Engine first = engine(VirtualTime.manual(Instant.EPOCH))) {
            awaitEvent(
                    register(first, "Machine", WAIT_THEN_WORK).start("one", Definitions.json("{'v':1}")),
                    "WaitStateEntered");
        }

        VirtualTime later = VirtualTime.manual(Instant.EPOCH.plusSeconds(50));
        try (Engine second = engine(later)) {
            register(second, "Machine", CALLBACK); // the execution keeps its own definition
            Execution<JsonNode> execution = second.recover().get(0);
            later.advance(Duration.ofSeconds(9));
            assertThat(calls).isEmpty();
            later.advance(Duration.ofSeconds(1));

            assertThat(execution.await().output()).isEqualTo(Definitions.json("{'v':1}"));
            assertThat(execution.history())
                    .extracting(HistoryEvent::id)
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        }
    }

    @Test
    void an_execution_has_ended_when_its_time_was_over_however_late_that_is_noticed() {
        StateMachineDefinition limited = Definitions.of(
                "{'TimeoutSeconds':30,'StartAt':'Wait','States':{'Wait':{'Type':'Wait','Seconds':60,'End':true}}}");
        try (Engine first = engine(VirtualTime.manual(Instant.EPOCH))) {
            awaitEvent(register(first, "Machine", limited).start("one", Definitions.json("{}")), "WaitStateEntered");
        }

        try (Engine second = engine(VirtualTime.manual(Instant.EPOCH.plusSeconds(50)))) {
            register(second, "Machine", limited);
            Execution<JsonNode> execution = second.recover().get(0);

            assertThat(execution.await()).isEqualTo(new Outcome.TimedOut<>());
            assertThat(execution.description().stopTime()).isEqualTo(Instant.EPOCH.plusSeconds(30));
            assertThat(execution.history())
                    .last()
                    .extracting(HistoryEvent::timestamp)
                    .isEqualTo(Instant.EPOCH.plusSeconds(30));
        }
    }

    @Test
    void what_another_ends_while_it_is_being_stopped_has_been_ended_once() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        RecordingStore watched = new RecordingStore() {
            @Override
            public Optional<Latest> latest(String executionArn) {
                Optional<Latest> latest = super.latest(executionArn);
                meanwhile.getAndSet(() -> {}).run();
                return latest;
            }
        };
        EngineConfig.Builder config = EngineConfig.builder().store(watched);
        String arn;
        try (Engine first =
                Engine.create(config.time(VirtualTime.manual(Instant.EPOCH)).build())) {
            arn = register(first, "Machine", WAIT_THEN_WORK)
                    .start("one", Definitions.json("{}"))
                    .arn();
        }

        try (Engine second =
                Engine.create(config.time(VirtualTime.manual(Instant.EPOCH)).build())) {
            meanwhile.set(() -> assertThat(second.stop(arn, "Earlier", null)).isTrue());

            assertThat(second.stop(arn, "Later", null)).isFalse();
            assertThat(second.describe(arn).orElseThrow().error()).isEqualTo("Earlier");
        }
    }

    @Test
    void whoever_waits_for_an_execution_is_told_that_another_has_ended_it() {
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        try (Engine engine = engine(time)) {
            register(engine, "Child", WAIT_THEN_WORK);
            Execution<JsonNode> parent = register(engine, "Machine", PARENT).start("one", Definitions.json("{}"));
            time.pass(Duration.ZERO);
            String child = store.running().stream()
                    .filter(arn -> arn.contains(":Child:"))
                    .findFirst()
                    .orElseThrow();
            long latest = store.batches(child).size();
            store.append(
                            child,
                            List.of(new Batch(
                                    latest + 1,
                                    new Stimulus.Stopped(Instant.EPOCH, "Elsewhere", null),
                                    List.of(),
                                    new ExecutionEnd(ExecutionStatus.ABORTED, Instant.EPOCH, null, "Elsewhere", null))))
                    .toCompletableFuture()
                    .join();

            time.pass(Duration.ofSeconds(60)); // it finds out when it is to write

            assertThat(parent.await())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.cause()).contains("\"Elsewhere\""));
        }
    }

    @Test
    void a_task_that_was_submitted_is_not_submitted_again_and_its_token_still_holds() {
        try (Engine first = engine(VirtualTime.manual(Instant.EPOCH))) {
            awaitEvent(register(first, "Machine", CALLBACK).start("one", Definitions.json("{}")), "TaskSubmitted");
        }

        try (Engine second = engine(VirtualTime.manual(Instant.EPOCH))) {
            register(second, "Machine", CALLBACK);
            Execution<JsonNode> execution = second.recover().get(0);
            sendWhenResumed(second, calls.get(0));

            assertThat(execution.await().output()).isEqualTo(Definitions.json("{'done':true}"));
            assertThat(calls).hasSize(1);
        }
    }

    @Test
    void a_task_without_a_handler_waits_for_an_engine_that_has_one_if_that_is_wanted() {
        EngineConfig.Builder waiting = EngineConfig.builder().store(store).waitingForHandlers();
        StateMachineDefinition work = Definitions.task("arn:aws:states:::sqs:sendMessage");
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        try (Engine before = Engine.create(waiting.time(time).build())) {
            Execution<JsonNode> execution = before.register(
                            "Machine", work, JsonNode.class, JsonNode.class, TaskHandlers.none())
                    .start("one", Definitions.json("{'v':1}"));
            awaitEvent(execution, "TaskStarted");
            time.advance(Duration.ofDays(1));
            assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        }

        try (Engine after = engine(VirtualTime.manual(Instant.EPOCH.plus(Duration.ofDays(2))))) {
            register(after, "Machine", work);

            assertThat(after.recover().get(0).await().output()).isEqualTo(Definitions.json("{'v':1}"));
            assertThat(calls).containsExactly("called");
        }
    }

    /** The engine takes the execution up on a thread of its own. */
    private static void sendWhenResumed(Engine engine, String token) {
        while (true) {
            try {
                engine.sendTaskSuccess(token, Definitions.json("{'done':true}"));
                return;
            } catch (TaskTokenException e) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void a_parent_follows_its_child_again() {
        try (Engine first = engine(VirtualTime.manual(Instant.EPOCH))) {
            register(first, "Child", WAIT_THEN_WORK);
            awaitEvent(register(first, "Parent", PARENT).start("one", Definitions.json("{}")), "TaskSubmitted");
        }

        try (Engine second = engine(VirtualTime.automatic(Instant.EPOCH))) {
            register(second, "Child", WAIT_THEN_WORK);
            register(second, "Parent", PARENT);
            List<Execution<JsonNode>> recovered = second.recover();

            assertThat(recovered).hasSize(2);
            assertThat(recovered.get(0).await().output()).isEqualTo(Definitions.json("{'v':1}"));
        }
    }

    @Test
    void a_task_that_is_handed_over_again_finds_the_child_that_it_has_named_and_started() {
        StateMachineDefinition naming = Definitions.of("""
                {'StartAt':'Call','States':{'Call':{'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync:2',
                  'Parameters':{'StateMachineArn':'arn:aws:states:us-east-1:123456789012:stateMachine:Child','Name':'once','Input':{'v':1}},
                  'OutputPath':'$.Output','End':true}}}""");
        StateMachineDefinition pass = Definitions.of("{'StartAt':'P','States':{'P':{'Type':'Pass','End':true}}}");
        AtomicBoolean isCrashing = new AtomicBoolean(true);
        RecordingStore forgetful = new RecordingStore() {
            @Override
            public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
                boolean isLost = isCrashing.get() && batches.get(0).stimulus() instanceof Stimulus.TaskSubmitted;
                return isLost ? new CompletableFuture<>() : super.append(executionArn, batches);
            }
        };
        EngineConfig.Builder config = EngineConfig.builder().store(forgetful);
        try (Engine first =
                Engine.create(config.time(VirtualTime.manual(Instant.EPOCH)).build())) {
            Workflow<JsonNode, JsonNode> child = register(first, "Child", pass);
            register(first, "Parent", naming).start("one", Definitions.json("{}"));
            while (child.executions(ExecutionStatus.SUCCEEDED, 1).isEmpty()) {
                Thread.onSpinWait();
            }
        }

        isCrashing.set(false);
        try (Engine second =
                Engine.create(config.time(VirtualTime.manual(Instant.EPOCH)).build())) {
            register(second, "Child", pass);
            Workflow<JsonNode, JsonNode> parent = register(second, "Parent", naming);

            assertThat(second.recover().get(0).await().output()).isEqualTo(Definitions.json("{'v':1}"));
            assertThat(parent.start("two", Definitions.json("{}")).await())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.error())
                                    .isEqualTo("StepFunctions.ExecutionAlreadyExistsException"));
        }
    }

    @Test
    void a_listener_cannot_recover_since_it_must_not_wait() {
        AtomicReference<Engine> engine = new AtomicReference<>();
        CompletableFuture<List<?>> recovered = new CompletableFuture<>();
        engine.set(Engine.create(EngineConfig.builder()
                .listener(progress -> recovered.completeAsync(engine.get()::recover, Runnable::run))
                .build()));
        try (Engine open = engine.get()) {
            register(open, "Machine", WAIT_THEN_WORK).start("one", Definitions.json("{}"));

            assertThatThrownBy(recovered::join)
                    .hasMessageContaining("recover() was called on \"stepwright-engine-")
                    .hasMessageContaining("call it on your own thread");
        }
    }

    @Test
    void an_execution_that_is_damaged_keeps_no_other_from_being_recovered() {
        String damaged;
        try (Engine first = engine(VirtualTime.manual(Instant.EPOCH))) {
            Workflow<JsonNode, JsonNode> machine = register(first, "Machine", WAIT_THEN_WORK);
            damaged = machine.start("one", Definitions.json("{}")).arn();
            machine.start("two", Definitions.json("{}"));
        }

        RecordingStore flipped = new RecordingStore(store.kept()) {
            @Override
            public Optional<StoredExecution> find(String executionArn) {
                if (executionArn.equals(damaged)) {
                    throw new UnreadableException("bits have flipped");
                }
                return super.find(executionArn);
            }
        };
        try (Engine second = Engine.create(EngineConfig.builder()
                .store(flipped)
                .time(VirtualTime.automatic(Instant.EPOCH))
                .build())) {
            register(second, "Machine", WAIT_THEN_WORK);

            assertThat(second.recover())
                    .extracting(execution -> execution.description().identity().name())
                    .containsExactly("two");
        }
    }

    @Test
    void executions_of_unknown_machines_are_left_as_they_are() {
        try (Engine first = engine(VirtualTime.manual(Instant.EPOCH))) {
            awaitEvent(
                    register(first, "Machine", WAIT_THEN_WORK).start("one", Definitions.json("{}")),
                    "WaitStateEntered");
        }

        try (Engine second = engine(VirtualTime.manual(Instant.EPOCH))) {
            assertThat(second.recover()).isEmpty();
            assertThat(store.running()).hasSize(1);
        }
    }
}
