package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.MapRunTerms;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.log.ExecutionLogging;
import dev.stepwright.runtime.log.LogLevel;
import dev.stepwright.runtime.log.LogLines;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.Latest;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.StaleSequenceException;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Executions that an engine before this one has begun, and this one has not taken up. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnclaimedTest {
    private static final StateMachineDefinition WAIT =
            Definitions.of("{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':60,'End':true}}}");
    private static final StateMachineDefinition FAIL =
            Definitions.of("{'StartAt':'F','States':{'F':{'Type':'Fail','Error':'No'}}}");
    private static final JsonNode INPUT = Definitions.json("{'v':1}");

    private final RecordingStore store = new RecordingStore();
    private final VirtualTime time = VirtualTime.manual(Instant.EPOCH);

    private Engine engine(RecordingStore on) {
        return engine(on, VirtualTime.manual(Instant.EPOCH));
    }

    private static Engine engine(RecordingStore on, VirtualTime time) {
        return Engine.create(EngineConfig.builder().store(on).time(time).build());
    }

    private static Workflow<JsonNode, JsonNode> register(
            Engine engine, String name, StateMachineDefinition definition) {
        return engine.register(name, definition, JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    private static StateMachineDefinition parent(String parameters) {
        return Definitions.of("""
                {'StartAt':'Call','States':{'Call':{'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync:2',
                  'Parameters':{'StateMachineArn':'arn:aws:states:us-east-1:123456789012:stateMachine:Child','Input':{'v':1}%s},
                  'OutputPath':'$.Output','End':true}}}""".formatted(parameters));
    }

    private String begun(String machine, StateMachineDefinition definition) {
        try (Engine first = engine(store)) {
            return register(first, machine, definition).start("one", INPUT).arn();
        }
    }

    @Test
    void one_that_is_started_again_by_its_name_and_input_is_taken_up() {
        begun("Machine", WAIT);
        try (Engine second = engine(store, time)) {
            Workflow<JsonNode, JsonNode> workflow = register(second, "Machine", WAIT);

            Execution<JsonNode> again = workflow.start("one", INPUT);

            time.pass(Duration.ofSeconds(60));
            assertThat(again.await().output()).isEqualTo(INPUT);
            assertThat(again.history())
                    .extracting(HistoryEvent::type)
                    .containsOnlyOnce("ExecutionStarted", "ExecutionSucceeded");
            assertThat(second.recover()).isEmpty();
        }
    }

    @Test
    void one_that_is_started_again_with_another_input_has_the_name() {
        begun("Machine", WAIT);
        try (Engine second = engine(store)) {
            Workflow<JsonNode, JsonNode> workflow = register(second, "Machine", WAIT);

            assertThatThrownBy(() -> workflow.start("one", Definitions.json("{'v':2}")))
                    .isInstanceOf(ExecutionAlreadyExistsException.class);
            assertThat(second.recover()).hasSize(1);
        }
    }

    private RecordingStore damaged() {
        return new RecordingStore(store.kept()) {
            @Override
            public Resumption resumption(String executionArn) {
                throw new UnreadableException("a batch is damaged");
            }
        };
    }

    @Test
    void one_that_cannot_be_taken_up_has_the_name() {
        begun("Machine", WAIT);
        try (Engine second = engine(damaged())) {
            Workflow<JsonNode, JsonNode> workflow = register(second, "Machine", WAIT);

            assertThatThrownBy(() -> workflow.start("one", INPUT)).isInstanceOf(ExecutionAlreadyExistsException.class);
        }
    }

    @Test
    void whoever_waits_for_one_that_cannot_be_taken_up_is_told_that() throws Exception {
        begun("Machine", WAIT);
        CompletableFuture<Engine> engine = new CompletableFuture<>();
        FutureTask<?> asking =
                new FutureTask<>(() -> register(engine.join(), "Machine", WAIT).start("one", INPUT));
        Thread asker = new Thread(asking);
        RecordingStore damaged = new RecordingStore(store.kept()) {
            @Override
            public Resumption resumption(String executionArn) {
                asker.start();
                while (asker.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait(); // until it waits for what is being taken up
                }
                throw new UnreadableException("a batch is damaged");
            }
        };
        try (Engine second = engine(damaged)) {
            register(second, "Machine", WAIT);
            engine.complete(second);

            assertThat(second.recover()).isEmpty();

            assertThatThrownBy(asking::get)
                    .hasMessageContaining("one cannot be taken up: ")
                    .hasMessageContaining("a batch is damaged");
        }
    }

    @Test
    void those_that_are_not_recovered_are_logged_with_the_reason() {
        String unregistered = begun("Other", WAIT);
        String unreadable = begun("Machine", WAIT);
        try (Engine second = engine(damaged())) {
            register(second, "Machine", WAIT);

            List<String> lines =
                    LogLines.during(() -> assertThat(second.recover()).isEmpty());

            assertThat(lines)
                    .contains("WARN " + unregistered + " is not recovered: register its machine \"Other\" first")
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("ERROR " + unreadable + " cannot be taken up and is left as it is")
                            .endsWith("a batch is damaged"));
        }
    }

    @Test
    void one_whose_definition_cannot_be_run_any_more_has_the_name_and_is_logged_with_all_that_is_wrong() {
        String arn = begun("Machine", WAIT);
        try (Engine second = engine(older())) {
            Workflow<JsonNode, JsonNode> workflow = register(second, "Machine", WAIT);

            List<String> lines =
                    LogLines.during(() -> assertThat(second.recover()).isEmpty());

            assertThat(lines)
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("ERROR " + arn + " is not recovered: ")
                            .contains("/States/F: "));
        }
    }

    @Test
    void a_parent_waits_for_a_child_that_is_recovered_later() {
        beginParentAndChild();
        try (Engine second = engine(store, time)) {
            Execution<JsonNode> waiting = recoverParent(second);
            assertThat(waiting.status()).isEqualTo(ExecutionStatus.RUNNING);

            register(second, "Child", WAIT);
            assertThat(second.recover()).hasSize(1);
            time.pass(Duration.ofSeconds(60));

            assertThat(waiting.await().output()).isEqualTo(INPUT);
        }
    }

    private void beginParentAndChild() {
        try (Engine first = engine(store)) {
            register(first, "Child", WAIT);
            register(first, "Parent", parent("")).start("one", INPUT);
            awaitTwoRunning();
        }
    }

    private Execution<JsonNode> recoverParent(Engine engine) {
        register(engine, "Parent", parent(""));
        Execution<JsonNode> parent = engine.recover().get(0);
        time.pass(Duration.ZERO);
        return parent;
    }

    private void awaitTwoRunning() {
        while (store.running().size() < 2) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_child_that_is_not_recovered_is_stopped_with_its_parent() {
        beginParentAndChild();
        try (Engine second = engine(store, time)) {
            Execution<JsonNode> waiting = recoverParent(second);

            waiting.stop(null, null);
            time.pass(Duration.ZERO);

            assertThat(store.running()).isEmpty();
        }
    }

    @Test
    void a_task_that_names_an_execution_which_runs_already_waits_for_that_one() {
        String named = ",'Name':'one'";
        begun("Child", WAIT);
        try (Engine second = engine(store, time)) {
            register(second, "Child", WAIT);

            Execution<JsonNode> parent =
                    register(second, "Parent", parent(named)).start(INPUT);
            time.pass(Duration.ofSeconds(60));

            assertThat(parent.await().output()).isEqualTo(INPUT);
            assertThat(store.batches(parent.arn())).isNotEmpty();
        }
    }

    @Test
    void one_whose_name_a_task_asks_for_in_vain_is_not_stopped_with_that_task() {
        String other;
        try (Engine first = engine(store)) {
            other = register(first, "Child", WAIT)
                    .start("one", Definitions.json("{'v':2}"))
                    .arn();
        }
        CompletableFuture<Void> looked = new CompletableFuture<>();
        RecordingStore slow = new RecordingStore(store.kept()) {
            @Override
            public CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
                return header.identity().arn().equals(other)
                        ? looked.thenCompose(now -> super.create(header, first))
                        : super.create(header, first);
            }
        };
        EngineConfig config =
                EngineConfig.builder().store(slow).time(time).engineThreads(2).build();
        Host answeredAfterTheLook = new Host(config) {
            @Override
            void await(CompletableFuture<?> stage) {
                if (!EngineThreads.isDeciding()) {
                    super.await(stage);
                    return;
                }
                looked.complete(null);
                while (!stage.isDone()) {
                    Thread.onSpinWait();
                }
            }
        };
        try (Engine second = new Engine(answeredAfterTheLook)) {
            register(second, "Child", WAIT);

            Execution<JsonNode> parent =
                    register(second, "Parent", parent(",'Name':'one'")).start(INPUT);

            assertThat(parent.await())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.error())
                                    .isEqualTo("StepFunctions.ExecutionAlreadyExistsException"));
            assertThat(store.running()).containsExactly(other);
        }
    }

    /** Lets the child go when it is to write, and cannot find it then. */
    private static final class Unfinding extends RecordingStore {
        private volatile String lost = "";
        private volatile @Nullable RuntimeException reason;

        Unfinding(RecordingStore store) {
            super(store.kept());
        }

        @Override
        public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
            return executionArn.equals(lost)
                    ? CompletableFuture.failedFuture(new StaleSequenceException(executionArn, 3, 2))
                    : super.append(executionArn, batches);
        }

        @Override
        public Optional<StoredExecution> find(String executionArn) {
            RuntimeException why = reason;
            if (why != null && executionArn.equals(lost)) {
                throw why;
            }
            return super.find(executionArn);
        }
    }

    private Execution<JsonNode> losingItsChild(Engine engine, Unfinding failing, RuntimeException reason) {
        register(engine, "Child", WAIT);
        Execution<JsonNode> parent = register(engine, "Parent", parent("")).start("one", INPUT);
        awaitTwoRunning();
        failing.lost = store.running().get(1);
        failing.reason = reason;
        time.pass(Duration.ofSeconds(60));
        return parent;
    }

    @Test
    void a_parent_whose_child_is_let_go_and_is_damaged_is_told() {
        Unfinding failing = new Unfinding(store);
        try (Engine engine = engine(failing, time)) {
            Execution<JsonNode> parent = losingItsChild(engine, failing, new UnreadableException("bits have flipped"));

            assertThat(parent.await()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.error()).isEqualTo("States.TaskFailed");
                assertThat(failed.cause()).contains("bits have flipped");
            });
        }
    }

    @Test
    void a_parent_whose_child_is_let_go_waits_until_the_store_can_be_read_again() {
        Unfinding failing = new Unfinding(store);
        try (Engine engine = engine(failing, time)) {
            Execution<JsonNode> parent = losingItsChild(engine, failing, new IllegalStateException("out of reach"));
            time.pass(Duration.ofSeconds(60));
            assertThat(parent.status()).isEqualTo(ExecutionStatus.RUNNING);

            failing.reason = null;
            String child = failing.lost;
            failing.lost = "";
            store.append(child, List.of(stopped(child))).toCompletableFuture().join();
            time.pass(Duration.ofSeconds(60));

            assertThat(parent.await())
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.cause()).contains("\"Elsewhere\""));
        }
    }

    @Test
    void whoever_waits_for_one_that_is_let_go_is_told_when_the_engine_is_closed() {
        Unfinding failing = new Unfinding(store);
        Engine engine = engine(failing, time);
        Execution<JsonNode> execution = register(engine, "Machine", WAIT).start("one", INPUT);
        CompletableFuture<ExecutionDescription> end =
                engine.end(execution.arn()).toCompletableFuture();
        failing.lost = execution.arn();
        time.pass(Duration.ofSeconds(60));
        assertThat(end).isNotDone();

        engine.close();

        assertThat(end).isCompletedExceptionally();
        assertThat(engine.end(execution.arn()).toCompletableFuture()).isCompletedExceptionally();
    }

    private Batch stopped(String arn) {
        return new Batch(
                store.batches(arn).size() + 1,
                new Stimulus.Stopped(time.now(), "Elsewhere", null),
                List.of(),
                new ExecutionEnd(ExecutionStatus.ABORTED, time.now(), null, "Elsewhere", null));
    }

    private static final StateMachineDefinition EACH_WAITS = Definitions.of("""
            {'StartAt':'Each','States':{'Each':{'Type':'Map','End':true,'ItemProcessor':{
              'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},
              'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':60,'End':true}}}}}}""");

    @Test
    void one_with_a_map_run_is_taken_up_for_whoever_changes_or_stops_something_in_that() {
        try (Engine first = engine(store)) {
            register(first, "Machine", EACH_WAITS).start("one", Definitions.json("[1,2]"));
        }
        String arn = store.running().get(0);
        try (Engine second = engine(store, time)) {
            register(second, "Machine", EACH_WAITS);
            MapRuns runs = second.mapRuns();

            assertThat(runs.update(runs.of(arn).get(0).arn(), new MapRunTerms(1L, null, null)))
                    .isTrue();

            assertThat(second.running(arn)).isPresent();
        }
        try (Engine third = engine(store, time)) {
            register(third, "Machine", EACH_WAITS);
            MapRuns runs = third.mapRuns();
            String child =
                    runs.executions(runs.of(arn).get(0).arn()).get(0).identity().arn();

            assertThat(third.stop(child, "Enough", null)).isTrue();

            assertThat(runs.execution(child).orElseThrow().status()).isEqualTo(ExecutionStatus.ABORTED);
        }
    }

    @Test
    void one_that_cannot_be_taken_up_is_stopped_with_the_task_that_waits_for_it() {
        String child = begun("Child", WAIT);
        try (Engine second = engine(damaged(), time)) {
            register(second, "Child", WAIT);
            Execution<JsonNode> parent =
                    register(second, "Parent", parent(",'Name':'one'")).start(INPUT);
            time.pass(Duration.ZERO);
            assertThat(parent.status()).isEqualTo(ExecutionStatus.RUNNING);

            parent.stop(null, null);
            time.pass(Duration.ZERO);

            assertThat(second.describe(child).orElseThrow().status()).isEqualTo(ExecutionStatus.ABORTED);
        }
    }

    @Test
    void one_whose_batches_cannot_be_read_is_stopped_and_who_listens_is_told() {
        String arn = begun("Machine", WAIT);
        RecordingStore damaged = new RecordingStore(store.kept()) {
            @Override
            public List<Batch> batches(String executionArn) {
                throw new UnreadableException("a batch is damaged");
            }

            @Override
            public Optional<Latest> latest(String executionArn) {
                return store.latest(executionArn);
            }
        };
        List<Progress> told = new ArrayList<>();
        List<String> logged = new ArrayList<>();
        try (Engine second = Engine.create(EngineConfig.builder()
                .store(damaged)
                .time(VirtualTime.manual(Instant.EPOCH.plusSeconds(5)))
                .listener(told::add)
                .build())) {
            register(second, "Machine", WAIT)
                    .logged(new ExecutionLogging(
                            (execution, redrives, event) -> logged.add(event.id() + " " + event.type()),
                            LogLevel.FATAL,
                            true));

            assertThat(second.stop(arn, "Enough", "it is damaged")).isTrue();

            assertThat(second.describe(arn).orElseThrow().status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(told)
                    .containsExactly(new Progress.Ended(
                            arn,
                            Instant.EPOCH.plusSeconds(5),
                            Instant.EPOCH,
                            ExecutionStatus.ABORTED,
                            "Enough",
                            "it is damaged"));
            assertThat(logged).containsExactly("3 ExecutionAborted");
        }
    }

    @ParameterizedTest(name = "history is damaged: {0}")
    @CsvSource({"false, 1970-01-01T00:01:00Z", "true, 1970-01-01T00:00:05Z"})
    void one_that_is_stopped_after_the_clock_was_set_back_ends_no_earlier_than_what_it_has_done(
            boolean isDamaged, Instant end) {
        StateMachineDefinition waits = Definitions.of("""
                {'StartAt':'V','States':{'V':{'Type':'Wait','Seconds':60,'Next':'W'},'W':{'Type':'Wait','Seconds':60,'End':true}}}""");
        String arn;
        try (Engine first = engine(store, time)) {
            arn = register(first, "Machine", waits).start("one", INPUT).arn();
            time.pass(Duration.ofSeconds(60));
        }
        RecordingStore kept = new RecordingStore(store.kept()) {
            @Override
            public List<HistoryEntry> historyBefore(String executionArn, long beforeId, int most) {
                if (isDamaged) {
                    throw new UnreadableException("a batch is damaged");
                }
                return super.historyBefore(executionArn, beforeId, most);
            }

            @Override
            public Optional<Latest> latest(String executionArn) {
                return store.latest(executionArn);
            }
        };

        try (Engine second = engine(kept, VirtualTime.manual(Instant.EPOCH.plusSeconds(5)))) {
            assertThat(second.stop(arn, null, null)).isTrue();
        }

        assertThat(store.find(arn).orElseThrow().end())
                .extracting(ExecutionEnd::time)
                .isEqualTo(end);
        List<HistoryEntry> last = store.historyBefore(arn, 0, 2);
        assertThat(last).extracting(HistoryEntry::time).containsExactly(end, Instant.EPOCH.plusSeconds(60));
    }

    @Test
    void who_listens_to_one_that_is_stopped_may_use_the_store() {
        String arn = begun("Machine", WAIT);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        RecordingStore single = new RecordingStore(store.kept()) {
            @Override
            public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
                return CompletableFuture.supplyAsync(() -> super.append(executionArn, batches), writer)
                        .thenCompose(appended -> appended);
            }
        };
        List<Progress> told = new ArrayList<>();
        try (Engine second = Engine.create(EngineConfig.builder()
                .store(single)
                .time(VirtualTime.manual(Instant.EPOCH))
                .listener(progress -> {
                    CompletableFuture.runAsync(() -> {}, writer)
                            .orTimeout(10, TimeUnit.SECONDS)
                            .join();
                    told.add(progress);
                })
                .build())) {
            assertThat(second.stop(arn, null, null)).isTrue();

            assertThat(told).hasSize(1);
        } finally {
            writer.shutdownNow();
        }
    }

    @Test
    void one_that_ends_while_it_is_looked_for_is_not_taken_up() {
        String arn = begun("Machine", WAIT);
        RecordingStore late = new RecordingStore(store.kept()) {
            @Override
            public Resumption resumption(String executionArn) {
                try (Engine another = engine(store)) {
                    another.stop(executionArn, "Elsewhere", null);
                }
                return super.resumption(executionArn);
            }
        };
        try (Engine second = engine(late)) {
            register(second, "Machine", WAIT);

            assertThat(second.recover()).isEmpty();
            assertThat(second.running(arn)).isEmpty();
            assertThat(second.describe(arn).orElseThrow().error()).isEqualTo("Elsewhere");
        }
    }

    @Test
    void one_of_a_machine_that_has_become_an_express_machine_is_still_stored() {
        String arn = begun("Machine", WAIT);
        try (Engine second = engine(store, time)) {
            second.registerExpress("Machine", WAIT, JsonNode.class, JsonNode.class, TaskHandlers.none());
            second.recover();
            time.pass(Duration.ofSeconds(60));

            assertThat(store.running()).isEmpty();
            assertThat(second.describe(arn).orElseThrow().output()).isEqualTo(INPUT);
        }
    }

    @Test
    void one_that_has_failed_and_whose_definition_cannot_be_run_any_more_is_not_redriven_and_says_why() {
        String arn;
        try (Engine first = engine(store)) {
            Execution<JsonNode> failed = register(first, "Machine", FAIL).start("one", INPUT);
            failed.await();
            arn = failed.arn();
        }
        try (Engine second = engine(older())) {
            register(second, "Machine", FAIL);

            assertThatThrownBy(() -> second.redrive(arn, null))
                    .isInstanceOf(ExecutionNotRedrivableException.class)
                    .hasMessageStartingWith(arn + " cannot go on: the definition \"Machine\" cannot be run:")
                    .hasMessageContaining("/States/F: ");
            assertThat(second.running(arn)).isEmpty();
        }
    }

    @Test
    void one_with_a_time_limit_beyond_that_of_the_service_goes_on() {
        begun("Machine", WAIT);
        StateMachineDefinition unlimited = Definitions.of(
                "{'TimeoutSeconds':100000000,'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':60,'End':true}}}");
        try (Engine second = engine(begunBy(unlimited), time)) {
            register(second, "Machine", WAIT);

            Execution<JsonNode> recovered = second.recover().get(0);
            time.pass(Duration.ofSeconds(60));

            assertThat(recovered.await().output()).isEqualTo(INPUT);
            assertThatThrownBy(() -> register(second, "Another", unlimited))
                    .isInstanceOf(InvalidDefinitionException.class);
        }
    }

    /** What this engine reads has a definition that it cannot run. */
    private RecordingStore older() {
        return begunBy(Definitions.of("{'StartAt':'F','States':{'F':{'Type':'Later'}}}"));
    }

    /** What is read there has another definition. */
    private RecordingStore begunBy(StateMachineDefinition definition) {
        return new RecordingStore(store.kept()) {
            @Override
            public Optional<StoredExecution> find(String executionArn) {
                return super.find(executionArn)
                        .map(found ->
                                new StoredExecution(with(definition, found.header()), found.end(), found.redrive()));
            }
        };
    }

    private static ExecutionHeader with(StateMachineDefinition definition, ExecutionHeader header) {
        return new ExecutionHeader(header.identity(), definition, header.input(), header.inputText(), header.note());
    }
}
