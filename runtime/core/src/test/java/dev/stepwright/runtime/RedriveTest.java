package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Executions that have failed go on. A task is done by a service of its name, which is up or down. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedriveTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final VirtualTime time = VirtualTime.automatic(START);
    private final Set<String> down = ConcurrentHashMap.newKeySet();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final Engine engine = Engine.create(EngineConfig.builder()
            .time(time)
            .limits(new Limits(2_000, 60, Duration.ofDays(365)))
            .handlers(TaskHandlers.builder()
                    .resource("service", (input, task) -> call(task.stateName(), input))
                    .resource("echo", (input, task) -> input)
                    .build())
            .build());

    @AfterEach
    void close() {
        engine.close();
    }

    private JsonNode call(String state, JsonNode input) throws TaskFailure {
        String call = state + (input.isNumber() ? input.asString() : "");
        calls.add(call);
        if (down.contains(call)) {
            throw new TaskFailure("Down", call + " is down");
        }
        return Definitions.json("'" + call + "'");
    }

    private Execution<JsonNode> start(String definition, String input) {
        StateMachineDefinition machine = Definitions.of(definition);
        return engine.register("M", machine, JsonNode.class, JsonNode.class, TaskHandlers.none())
                .start("e", Definitions.json(input));
    }

    private static String poll(Engine engine, String activity) {
        return engine.activities()
                .poll(activity, null)
                .toCompletableFuture()
                .join()
                .taskToken();
    }

    private static List<String> events(Execution<JsonNode> execution) {
        return execution.history().stream()
                .map(event -> event.id() + "<" + event.previousEventId() + " " + event.type())
                .toList();
    }

    private static String task(String name, String rest) {
        return "'" + name + "':{'Type':'Task','Resource':'service'," + rest + "}";
    }

    private static final String TWO =
            "{'StartAt':'Charge','States':{" + task("Charge", "'ResultPath':'$.charged','Next':'Ship'") + ","
                    + task("Ship", "'ResultPath':'$.shipped','End':true") + "}}";

    @Test
    void the_failed_task_is_scheduled_again_and_what_has_succeeded_is_not() {
        down.add("Ship");
        Execution<JsonNode> first = start(TWO, "{'id':1}");
        assertThat(first.await()).isEqualTo(new Outcome.Failed<>("Down", "Ship is down"));

        down.clear();
        Execution<JsonNode> second = first.redrive();

        assertThat(second.await().output()).isEqualTo(Definitions.json("{'id':1,'charged':'Charge','shipped':'Ship'}"));
        assertThat(calls).containsExactly("Charge", "Ship", "Ship");
        assertThat(second.arn()).isEqualTo(first.arn());
        assertThat(events(second).subList(10, 17))
                .containsExactly(
                        "11<10 ExecutionFailed",
                        "12<11 ExecutionRedriven",
                        "13<12 TaskScheduled",
                        "14<13 TaskStarted",
                        "15<14 TaskSucceeded",
                        "16<15 TaskStateExited",
                        "17<16 ExecutionSucceeded");
        HistoryEvent redriven = second.history().get(11);
        assertThat(redriven.detailsMember()).isEqualTo("executionRedrivenEventDetails");
        assertThat(redriven.details()).isEqualTo(Definitions.json("{'redriveCount':1}"));
        assertThat(second.description().redriveCount()).isEqualTo(1);
        assertThat(second.description().redriveTime()).isEqualTo(START);
        assertThat(second.description().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(first.description().redriveCount()).isZero();
    }

    @Test
    void an_execution_can_be_redriven_again_and_again() {
        down.add("Charge");
        Execution<JsonNode> execution = start(TWO, "{}");
        execution.await();
        execution = execution.redrive();
        assertThat(execution.await()).isEqualTo(new Outcome.Failed<>("Down", "Charge is down"));
        down.remove("Charge");
        down.add("Ship");
        execution = execution.redrive();
        assertThat(execution.await()).isEqualTo(new Outcome.Failed<>("Down", "Ship is down"));
        down.clear();
        execution = execution.redrive();

        assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(calls).containsExactly("Charge", "Charge", "Charge", "Ship", "Ship");
        assertThat(execution.description().redriveCount()).isEqualTo(3);
        assertThat(engine.describe(execution.arn()).orElseThrow().redriveCount())
                .isEqualTo(3);
    }

    @Test
    void the_context_object_tells_count_and_time_of_the_redrive() {
        down.add("Charge");
        Execution<JsonNode> first = start("""
                {'StartAt':'Rest','States':{'Rest':{'Type':'Wait','Seconds':5,'Next':'Charge'},%s,
                 'Tell':{'Type':'Pass','Parameters':{'it.$':'$$.Execution'},'OutputPath':'$.it','End':true}}}""".formatted(task("Charge", "'Next':'Tell'")), "{}");
        first.await();
        down.clear();

        JsonNode told = first.redrive().await().output();

        assertThat(told.path("RedriveCount").intValue()).isEqualTo(1);
        assertThat(told.path("RedriveTime").stringValue()).isEqualTo("2026-01-01T00:00:05.000Z");
        assertThat(told.path("StartTime").stringValue()).isEqualTo("2026-01-01T00:00:00.000Z");
    }

    @Test
    void retry_counters_begin_anew() {
        down.add("Charge");
        Execution<JsonNode> first = start(
                "{'StartAt':'Charge','States':{"
                        + task("Charge", "'Retry':[{'ErrorEquals':['Down'],'MaxAttempts':2}],'End':true") + "}}",
                "{}");
        first.await();

        first.redrive().await();

        assertThat(calls).hasSize(6);
    }

    @Test
    void of_a_parallel_only_the_branches_that_failed_or_were_cut_run_again_each_from_where_it_was() {
        down.add("B2");
        Execution<JsonNode> first = start(
                """
                {'StartAt':'Both','States':{'Both':{'Type':'Parallel','End':true,'Branches':[
                  {'StartAt':'A','States':{%s}},
                  {'StartAt':'B1','States':{%s,'Later':{'Type':'Wait','Seconds':5,'Next':'B2'},%s}},
                  {'StartAt':'C1','States':{%s,'Long':{'Type':'Wait','Seconds':60,'Next':'C2'},%s}}]}}}""".formatted(
                                task("A", "'End':true"),
                                task("B1", "'Next':'Later'"),
                                task("B2", "'End':true"),
                                task("C1", "'Next':'Long'"),
                                task("C2", "'End':true")),
                "{}");
        first.await();
        down.clear();

        Outcome<JsonNode> second = first.redrive().await();

        assertThat(second.output()).isEqualTo(Definitions.json("['A','B2','C2']"));
        assertThat(calls).containsExactlyInAnyOrder("A", "B1", "C1", "B2", "B2", "C2");
        assertThat(time.now()).as("what is left of the Wait is waited for").isEqualTo(START.plusSeconds(60));
    }

    @Test
    void of_a_map_the_iterations_that_failed_or_had_not_begun_run_and_results_keep_their_places() {
        down.add("Each2");
        String map = "{'StartAt':'All','States':{'All':{'Type':'Map','MaxConcurrency':1,'End':true,"
                + "'ItemProcessor':{'StartAt':'Each','States':{" + task("Each", "'End':true") + "}}}}}";
        Execution<JsonNode> first = start(map, "[1,2,3]");
        assertThat(first.await()).isEqualTo(new Outcome.Failed<>("Down", "Each2 is down"));
        down.clear();

        Execution<JsonNode> second = first.redrive();

        assertThat(second.await().output()).isEqualTo(Definitions.json("['Each1','Each2','Each3']"));
        assertThat(calls).containsExactly("Each1", "Each2", "Each2", "Each3");
        assertThat(events(second).subList(18, 23))
                .containsExactly(
                        "19<18 ExecutionFailed",
                        "20<19 ExecutionRedriven",
                        "21<20 TaskScheduled",
                        "22<21 TaskStarted",
                        "23<22 TaskSucceeded");
    }

    @Test
    void what_is_nested_goes_on_at_every_depth() {
        down.add("Each2");
        Execution<JsonNode> first =
                start("""
                {'StartAt':'Both','States':{'Both':{'Type':'Parallel','End':true,'Branches':[
                  {'StartAt':'All','States':{'All':{'Type':'Map','End':true,'MaxConcurrency':1,'ItemProcessor':{
                    'StartAt':'Inner','States':{'Inner':{'Type':'Parallel','End':true,'Branches':[
                      {'StartAt':'Each','States':{%s}},{'StartAt':'Other','States':{%s}}]}}}}}}]}}}""".formatted(task("Each", "'End':true"), task("Other", "'End':true")), "[1,2]");
        first.await();
        down.clear();

        assertThat(first.redrive().await().output())
                .isEqualTo(Definitions.json("[[['Each1','Other1'],['Each2','Other2']]]"));
        assertThat(calls.stream().filter("Each1"::equals)).hasSize(1);
        assertThat(calls.stream().filter("Each2"::equals)).hasSize(2);
    }

    @Test
    void variables_are_still_assigned() {
        down.add("Ship");
        Execution<JsonNode> first = start("""
                {'QueryLanguage':'JSONata','StartAt':'Set','States':{
                  'Set':{'Type':'Pass','Assign':{'v':7},'Next':'Ship'},
                  'Ship':{'Type':'Task','Resource':'service','Output':'{% $v %}','End':true}}}""", "{}");
        first.await();
        down.clear();

        assertThat(first.redrive().await().output()).isEqualTo(Definitions.json("7"));
    }

    @Test
    void a_wait_that_was_stopped_waits_for_what_is_left_and_one_that_is_over_is_left_at_once() {
        String rest = "{'StartAt':'Rest','States':{'Rest':{'Type':'Wait','Seconds':100,'End':true}}}";
        VirtualTime clock = VirtualTime.manual(START);
        try (Engine manual = Engine.create(EngineConfig.builder().time(clock).build())) {
            var workflow =
                    manual.register("M", Definitions.of(rest), JsonNode.class, JsonNode.class, TaskHandlers.none());
            Execution<JsonNode> execution = workflow.start(Definitions.json("{}"));
            clock.advance(Duration.ofSeconds(30));
            execution.stop("Stopped", null);
            assertThat(execution.await()).isEqualTo(new Outcome.Aborted<>("Stopped", null));
            clock.advance(Duration.ofSeconds(30));
            execution = execution.redrive();
            clock.advance(Duration.ofSeconds(39));
            assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
            execution.stop(null, null);
            execution.await();
            clock.advance(Duration.ofSeconds(2));
            execution = execution.redrive();

            assertThat(execution.await()).isEqualTo(new Outcome.Succeeded<>(Definitions.json("{}")));
            assertThat(execution.description().stopTime()).isEqualTo(START.plusSeconds(101));
            assertThat(events(execution).get(events(execution).size() - 2)).isEqualTo("7<6 WaitStateExited");
        }
    }

    @Test
    void the_time_limit_of_the_machine_begins_anew() {
        Execution<JsonNode> first = start(
                "{'TimeoutSeconds':30,'StartAt':'A','States':{'A':{'Type':'Wait','Seconds':50,'Next':'B'},"
                        + "'B':{'Type':'Wait','Seconds':50,'End':true}}}",
                "{}");
        assertThat(first.await()).isEqualTo(new Outcome.TimedOut<>());

        Execution<JsonNode> second = first.redrive();

        assertThat(second.await()).isEqualTo(new Outcome.TimedOut<>());
        assertThat(second.description().stopTime()).isEqualTo(START.plusSeconds(60));
        assertThat(second.redrive().await()).isEqualTo(new Outcome.TimedOut<>());
        assertThat(time.now()).isEqualTo(START.plusSeconds(90));
    }

    @Test
    void a_fail_state_is_entered_again_and_fails_again() {
        Execution<JsonNode> first =
                start("{'StartAt':'No','States':{'No':{'Type':'Fail','Error':'No','Cause':'never'}}}", "{}");
        first.await();

        Execution<JsonNode> second = first.redrive();

        assertThat(second.await()).isEqualTo(new Outcome.Failed<>("No", "never"));
        assertThat(events(second))
                .containsExactly(
                        "1<0 ExecutionStarted",
                        "2<0 FailStateEntered",
                        "3<2 ExecutionFailed",
                        "4<3 ExecutionRedriven",
                        "5<4 FailStateEntered",
                        "6<5 ExecutionFailed");
    }

    @Test
    void a_task_whose_output_could_not_be_made_is_done_again() {
        Execution<JsonNode> first =
                start("{'StartAt':'Charge','States':{" + task("Charge", "'OutputPath':'$.no','End':true") + "}}", "{}");
        first.await();

        first.redrive().await();

        assertThat(calls).containsExactly("Charge", "Charge");
    }

    @Test
    void branches_that_have_succeeded_are_kept_where_the_parallel_fails_after_them() {
        Execution<JsonNode> first = start(
                "{'StartAt':'P','States':{'P':{'Type':'Parallel','ResultSelector':{'x.$':'$.no.such'},'End':true,"
                        + "'Branches':[{'StartAt':'A','States':{" + task("A", "'End':true") + "}}]}}}",
                "{}");
        Outcome<JsonNode> failed = first.await();

        assertThat(first.redrive().await()).isEqualTo(failed);
        assertThat(calls).containsExactly("A");
    }

    @Test
    void all_branches_run_again_where_their_results_were_too_large() {
        String big = "x".repeat(1_200);
        Execution<JsonNode> first =
                start("""
                {'StartAt':'P','States':{'P':{'Type':'Parallel','End':true,'Branches':[
                  {'StartAt':'A','States':{%s,'BigA':{'Type':'Pass','Result':'%s','End':true}}},
                  {'StartAt':'B','States':{%s,'BigB':{'Type':'Pass','Result':'%s','End':true}}}]}}}""".formatted(task("A", "'Next':'BigA'"), big, task("B", "'Next':'BigB'"), big), "{}");
        assertThat(first.await())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error()).isEqualTo("States.DataLimitExceeded"));

        first.redrive().await();

        assertThat(calls).containsExactlyInAnyOrder("A", "B", "A", "B");
    }

    @Test
    void a_task_that_was_open_when_the_execution_was_stopped_gets_another_token() {
        VirtualTime clock = VirtualTime.manual(START);
        try (Engine manual = Engine.create(EngineConfig.builder().time(clock).build())) {
            String activity = manual.activities().create("a");
            Execution<JsonNode> first = manual.register(
                            "M", Definitions.task(activity), JsonNode.class, JsonNode.class, TaskHandlers.none())
                    .start(Definitions.json("{}"));
            String stale = poll(manual, activity);
            first.stop(null, null);
            first.await();

            Execution<JsonNode> second = first.redrive();
            String token = poll(manual, activity);
            assertThatThrownBy(() -> manual.sendTaskSuccess(stale, Definitions.json("'no'")))
                    .isInstanceOf(TaskTokenException.class);
            manual.sendTaskSuccess(token, Definitions.json("'yes'"));

            assertThat(second.await().output()).isEqualTo(Definitions.json("'yes'"));
        }
    }

    @Test
    void what_runs_or_has_succeeded_is_not_redriven() {
        Execution<JsonNode> execution = start(TWO, "{}");
        execution.await();

        assertThatThrownBy(execution::redrive)
                .isInstanceOf(ExecutionNotRedrivableException.class)
                .hasMessage("Execution is SUCCEEDED and cannot be redriven");
        assertThatThrownBy(() -> engine.redrive(execution.arn() + "x", null))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("Execution Does Not Exist: '" + execution.arn() + "x'");
        assertThat(execution.description().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void an_execution_that_ended_too_long_ago_is_not_redriven() {
        down.add("Charge");
        VirtualTime clock = VirtualTime.manual(START);
        try (Engine manual = Engine.create(EngineConfig.builder().time(clock).build())) {
            var workflow = manual.register(
                    "M",
                    Definitions.of("{'StartAt':'No','States':{'No':{'Type':'Fail'}}}"),
                    JsonNode.class,
                    JsonNode.class,
                    TaskHandlers.none());
            Execution<JsonNode> execution = workflow.start(Definitions.json("{}"));
            execution.await();
            clock.advance(Duration.ofDays(14));
            assertThat(manual.redriveRefusal(execution.description())).isEmpty();
            clock.advance(Duration.ofSeconds(1));

            assertThat(manual.redriveRefusal(execution.description())).contains("Execution redrivable period exceeded");
            assertThatThrownBy(execution::redrive).hasMessage("Execution redrivable period exceeded");
        }
    }

    @Test
    void an_execution_whose_history_is_full_is_not_redriven() {
        Execution<JsonNode> execution =
                start("{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'B'},'B':{'Type':'Pass','Next':'A'}}}", "{}");
        execution.await();

        assertThat(engine.redriveRefusal(execution.description())).contains("Execution history event limit exceeded");
        assertThatThrownBy(execution::redrive).hasMessage("Execution history event limit exceeded");
    }

    @Test
    void a_request_that_is_repeated_with_its_token_redrives_once() {
        down.add("Charge");
        Execution<JsonNode> execution = start(TWO, "{}");
        execution.await();

        Instant first = engine.redrive(execution.arn(), "token");
        engine.running(execution.arn()).ifPresent(Execution::await);
        Instant second = engine.redrive(execution.arn(), "token");

        assertThat(second).isEqualTo(first);
        assertThat(engine.describe(execution.arn()).orElseThrow().redriveCount())
                .isEqualTo(1);
        engine.redrive(execution.arn(), "other");
        engine.running(execution.arn()).ifPresent(Execution::await);
        assertThat(engine.describe(execution.arn()).orElseThrow().redriveCount())
                .isEqualTo(2);
    }

    private static final StateMachineDefinition FAIL =
            Definitions.of("{'StartAt':'F','States':{'F':{'Type':'Fail','Error':'No'}}}");

    @Test
    void a_request_that_is_repeated_while_the_first_is_under_way_gets_the_same_redrive() throws Exception {
        CompletableFuture<Engine> engine = new CompletableFuture<>();
        CompletableFuture<String> arn = new CompletableFuture<>();
        FutureTask<Instant> repeating = new FutureTask<>(() -> engine.join().redrive(arn.join(), "token"));
        Thread repeater = new Thread(repeating);
        RecordingStore slow = new RecordingStore() {
            @Override
            public List<Batch> batches(String executionArn) {
                if (repeater.getState() == Thread.State.NEW) {
                    repeater.start();
                }
                while (repeater.isAlive() && repeater.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait(); // until it has been answered, or waits for the first
                }
                return super.batches(executionArn);
            }
        };
        try (Engine own =
                Engine.create(EngineConfig.builder().store(slow).time(time).build())) {
            Execution<JsonNode> execution = own.register("M", FAIL, JsonNode.class, JsonNode.class, TaskHandlers.none())
                    .start("e", Definitions.json("{}"));
            execution.await();
            engine.complete(own);
            arn.complete(execution.arn());

            Instant first = own.redrive(execution.arn(), "token");

            assertThat(repeating.get()).isEqualTo(first);
            assertThat(own.describe(execution.arn()).orElseThrow().redriveCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void whoever_starts_one_of_its_name_while_it_is_redriven_in_vain_is_told_that_it_exists() {
        CompletableFuture<Workflow<JsonNode, JsonNode>> machine = new CompletableFuture<>();
        FutureTask<Execution<JsonNode>> starting =
                new FutureTask<>(() -> machine.join().start("e", Definitions.json("{}")));
        Thread starter = new Thread(starting);
        RecordingStore broken = new RecordingStore() {
            @Override
            public List<Batch> batches(String executionArn) {
                starter.start();
                while (starter.isAlive() && starter.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait(); // until it waits for the redrive
                }
                throw new IllegalStateException("out of reach");
            }
        };
        try (Engine own =
                Engine.create(EngineConfig.builder().store(broken).time(time).build())) {
            var workflow = own.register("M", FAIL, JsonNode.class, JsonNode.class, TaskHandlers.none());
            String arn = workflow.start("e", Definitions.json("{}")).arn();
            own.end(arn).toCompletableFuture().join();
            machine.complete(workflow);

            assertThatThrownBy(() -> own.redrive(arn, null)).hasMessageContaining("out of reach");

            assertThatThrownBy(starting::get).hasCauseInstanceOf(ExecutionAlreadyExistsException.class);
        }
    }

    @Test
    void an_execution_for_whose_redrive_there_was_no_memory_can_be_redriven() {
        AtomicInteger finds = new AtomicInteger(Integer.MIN_VALUE);
        RecordingStore small = new RecordingStore() {
            @Override
            public Optional<StoredExecution> find(String executionArn) {
                if (finds.incrementAndGet() == 2) { // once nobody else can redrive it any more
                    throw new OutOfMemoryError("Java heap space");
                }
                return super.find(executionArn);
            }
        };
        try (Engine own =
                Engine.create(EngineConfig.builder().store(small).time(time).build())) {
            Execution<JsonNode> execution = own.register("M", FAIL, JsonNode.class, JsonNode.class, TaskHandlers.none())
                    .start("e", Definitions.json("{}"));
            execution.await();
            finds.set(0);

            assertThatThrownBy(() -> own.redrive(execution.arn(), null)).isInstanceOf(OutOfMemoryError.class);

            own.redrive(execution.arn(), null);
            assertThat(own.describe(execution.arn()).orElseThrow().redriveCount())
                    .isEqualTo(1);
        }
    }
}
