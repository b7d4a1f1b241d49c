package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.engine.MapRun;
import dev.stepwright.runtime.engine.MapRunExecution;
import dev.stepwright.runtime.engine.MapRunTerms;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.plan.Plan;
import dev.stepwright.runtime.planning.Planner;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What distributed Maps have started, as it is told while they run and afterwards, and what a redrive makes of it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MapRunsTest {
    private static final String WRITER =
            "'MaxConcurrency':1,'ResultWriter':{'Resource':'arn:aws:states:::s3:putObject',"
                    + "'Parameters':{'Bucket':'x','Prefix':'p'}},";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String PREFIX = "arn:aws:states:us-east-1:123456789012:";

    private final VirtualTime time = VirtualTime.manual(START);
    private final ItemServices services = new ItemServices();
    private final Engine engine = Engine.create(
            EngineConfig.builder().time(time).handlers(services.handlers()).build());

    @AfterEach
    void close() {
        engine.close();
    }

    private static String map(String terms, String states) {
        return "{'StartAt':'Each','States':{'Each':{'Type':'Map','Label':'all',%s'End':true,'ItemProcessor':{"
                        .formatted(terms)
                + "'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'}," + states + "}}}}";
    }

    private static final String WORK = "'StartAt':'Do','States':{'Do':{'Type':'Task','Resource':'service','End':true}}";
    private static final String REST = "'StartAt':'Rest','States':{'Rest':{'Type':'Wait','Seconds':60,'End':true}}";

    private Execution<JsonNode> start(String definition, String input) {
        return engine.register("M", Definitions.of(definition), JsonNode.class, JsonNode.class, TaskHandlers.none())
                .start("e", Definitions.json(input));
    }

    private MapRun theRun(Execution<JsonNode> execution) {
        List<MapRun> runs = engine.mapRuns().of(execution.arn());
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private static List<String> types(Execution<JsonNode> execution) {
        return execution.history().stream().map(HistoryEvent::type).toList();
    }

    /** Waits until so many have succeeded, and as many are running. */
    private void await(Execution<JsonNode> execution, int succeeded, int running) {
        MapRun.Counts counts;
        do {
            counts = theRun(execution).executions();
        } while (counts.succeeded() != succeeded || counts.running() != running);
    }

    @Test
    void a_map_run_that_has_succeeded_tells_its_terms_counts_and_executions() {
        services.down.add("b");
        Execution<JsonNode> execution = start(
                map("'MaxConcurrency':2,'ToleratedFailurePercentage':50,'ToleratedFailureCount':3,", WORK),
                "['a','b','c']");
        execution.await();

        MapRun run = theRun(execution);

        assertThat(run.arn()).startsWith(PREFIX + "mapRun:M/all:");
        assertThat(run.executionArn()).isEqualTo(execution.arn());
        assertThat(run.machineArn()).isEqualTo(PREFIX + "stateMachine:M/all");
        assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(run.startTime()).isEqualTo(START);
        assertThat(run.stopTime()).isEqualTo(START);
        assertThat(run.maxConcurrency()).isEqualTo(2);
        assertThat(run.toleratedPercentage()).isEqualTo(50);
        assertThat(run.toleratedCount()).isEqualTo(3);
        assertThat(run.executions())
                .isEqualTo(new MapRun.Counts(0, 0, 2, 1, 0, 0, 0, 0, 3))
                .isEqualTo(run.items());
        assertThat(engine.mapRuns().find(run.arn())).contains(run);
        List<MapRunExecution> children = engine.mapRuns().executions(run.arn());
        assertThat(children)
                .extracting(MapRunExecution::status)
                .containsExactly(ExecutionStatus.SUCCEEDED, ExecutionStatus.FAILED, ExecutionStatus.SUCCEEDED);
        assertThat(children.get(0).output()).isEqualTo(Definitions.json("'done a'"));
        assertThat(children.get(1).error()).isEqualTo("Down");
        assertThat(children.get(1).cause()).isEqualTo("b is down");
        assertThat(children.get(1).input()).isEqualTo(Definitions.json("'b'"));
        assertThat(children.get(1).identity().arn()).startsWith(PREFIX + "execution:M/all:");
        assertThat(engine.mapRuns().execution(children.get(1).identity().arn())).contains(children.get(1));
    }

    @Test
    void items_are_counted_one_by_one_where_executions_stand_for_batches() {
        Execution<JsonNode> execution = start(
                map("'ItemBatcher':{'MaxItemsPerBatch':2},", "'StartAt':'P','States':{'P':{'Type':'Pass','End':true}}"),
                "[1,2,3]");
        execution.await();

        assertThat(theRun(execution).items().succeeded()).isEqualTo(3);
        assertThat(theRun(execution).executions().succeeded()).isEqualTo(2);
        assertThat(engine.mapRuns().executions(theRun(execution).arn()))
                .extracting(MapRunExecution::items)
                .containsExactly(2, 1);
    }

    @Test
    void a_map_run_is_told_while_it_runs_and_is_aborted_with_its_execution() {
        Execution<JsonNode> execution = start(map("'MaxConcurrency':2,", REST), "[1,2,3]");
        MapRun run = theRun(execution);
        assertThat(run.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(run.executions()).isEqualTo(new MapRun.Counts(1, 2, 0, 0, 0, 0, 0, 0, 3));

        execution.stop(null, null);
        execution.await();

        run = theRun(execution);
        assertThat(run.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(run.executions()).isEqualTo(new MapRun.Counts(1, 0, 0, 0, 0, 2, 0, 0, 3));
    }

    @Test
    void a_map_run_is_aborted_when_another_iteration_of_the_map_around_it_fails() {
        Execution<JsonNode> execution = start("""
                {'StartAt':'Around','States':{'Around':{'Type':'Map','End':true,
                  'Catch':[{'ErrorEquals':['Broken'],'Next':'Rest'}],
                  'ItemProcessor':{'StartAt':'Which','States':{
                    'Which':{'Type':'Choice','Choices':[{'Variable':'$[0]','IsPresent':true,'Next':'Each'}],'Default':'Soon'},
                    'Each':{'Type':'Map','Label':'all','End':true,'ItemProcessor':{
                      'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},%s}},
                    'Soon':{'Type':'Wait','Seconds':5,'Next':'Broken'},
                    'Broken':{'Type':'Fail','Error':'Broken'}}}},
                  'Rest':{'Type':'Wait','Seconds':60,'End':true}}}""".formatted(REST), "[[1,2],[]]");
        time.advance(Duration.ofSeconds(5));
        MapRun run;
        do {
            run = theRun(execution);
        } while (run.status() == ExecutionStatus.RUNNING);

        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(run.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(run.stopTime()).isEqualTo(START.plusSeconds(5));
        assertThat(run.executions()).isEqualTo(new MapRun.Counts(0, 0, 0, 0, 0, 2, 0, 0, 2));
        assertThat(types(execution))
                .containsSubsequence(
                        "FailStateEntered",
                        "MapIterationFailed",
                        "MapIterationAborted",
                        "MapRunAborted",
                        "MapStateAborted",
                        "MapStateFailed",
                        "MapStateExited");
        assertThat(engine.mapRuns().update(run.arn(), new MapRunTerms(1L, null, null)))
                .isFalse();
    }

    @Test
    void more_run_at_once_when_the_concurrency_is_raised() {
        Execution<JsonNode> execution = start(map("'MaxConcurrency':1,", REST), "[1,2,3,4]");
        MapRun run = theRun(execution);

        assertThat(engine.mapRuns().update(run.arn(), new MapRunTerms(3L, null, null)))
                .isTrue();

        assertThat(theRun(execution).executions().running()).isEqualTo(3);
        assertThat(theRun(execution).maxConcurrency()).isEqualTo(3);
        time.advance(Duration.ofSeconds(60));
        await(execution, 3, 1);
        time.advance(Duration.ofSeconds(60));
        assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(engine.mapRuns().update(run.arn(), new MapRunTerms(1L, null, null)))
                .isFalse();
    }

    @Test
    void more_may_fail_when_the_tolerance_is_raised() {
        services.down.addAll(Set.of("a", "b"));
        String states = "'StartAt':'Rest','States':{'Rest':{'Type':'Wait','Seconds':60,'Next':'Do'},"
                + "'Do':{'Type':'Task','Resource':'service','End':true}}";
        Execution<JsonNode> execution = start(map("", states), "['a','b','c']");
        MapRun run = theRun(execution);

        engine.mapRuns().update(run.arn(), new MapRunTerms(null, null, 2L));
        time.advance(Duration.ofSeconds(60));

        assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(theRun(execution).toleratedCount()).isEqualTo(2);
        assertThat(theRun(execution).executions().failed()).isEqualTo(2);
    }

    @Test
    void only_what_has_not_succeeded_runs_again_when_a_map_run_is_redriven() {
        services.down.add("b");
        Execution<JsonNode> first = start(map("'MaxConcurrency':1,", WORK), "['a','b','c']");
        assertThat(first.await()).isInstanceOf(Outcome.Failed.class);
        MapRun failed = theRun(first);
        List<MapRunExecution> before = engine.mapRuns().executions(failed.arn());
        services.down.clear();

        Execution<JsonNode> second = first.redrive();

        assertThat(second.await().output()).isEqualTo(Definitions.json("['done a','done b','done c']"));
        assertThat(services.calls).containsExactly("a", "b", "b", "c");
        MapRun run = theRun(second);
        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(run.arn()).isEqualTo(failed.arn());
        assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(run.redriveCount()).isEqualTo(1);
        assertThat(run.redriveTime()).isEqualTo(START);
        assertThat(run.executions()).isEqualTo(new MapRun.Counts(0, 0, 3, 0, 0, 0, 0, 0, 3));
        List<MapRunExecution> after = engine.mapRuns().executions(run.arn());
        assertThat(after.get(1).identity())
                .as("the same execution")
                .isEqualTo(before.get(1).identity());
        assertThat(after).extracting(MapRunExecution::redriveCount).containsExactly(0, 1, 0);
        assertThat(types(second))
                .containsSubsequence(
                        "MapRunStarted",
                        "MapRunFailed",
                        "MapStateFailed",
                        "ExecutionFailed",
                        "ExecutionRedriven",
                        "MapRunRedriven",
                        "MapRunSucceeded",
                        "MapStateSucceeded",
                        "MapStateExited",
                        "ExecutionSucceeded");
        assertThat(second.history().stream()
                        .filter(event -> event.type().equals("MapRunRedriven"))
                        .map(event -> event.details().toString()))
                .containsExactly("{\"mapRunArn\":\"" + run.arn() + "\",\"redriveCount\":1}");
    }

    @Test
    void executions_wait_for_their_turn_in_a_map_run_that_was_redriven() {
        String states = "'StartAt':'Rest','States':{'Rest':{'Type':'Wait','Seconds':60,'End':true}}";
        Execution<JsonNode> execution = start(map("'MaxConcurrency':3,", states), "[1,2,3,4]");
        engine.mapRuns().update(theRun(execution).arn(), new MapRunTerms(1L, null, null));
        execution.stop(null, null);
        execution.await();

        execution = execution.redrive();

        assertThat(theRun(execution).executions()).isEqualTo(new MapRun.Counts(1, 1, 0, 0, 0, 0, 0, 2, 4));
        time.advance(Duration.ofSeconds(60)); // what is left of the Waits of the first three
        await(execution, 3, 1);
        time.advance(Duration.ofSeconds(60));
        assertThat(execution.await().output()).isEqualTo(Definitions.json("[1,2,3,4]"));
    }

    @Test
    void failures_that_were_tolerated_run_again_where_one_too_many_failed() {
        services.down.addAll(Set.of("a", "b"));
        Execution<JsonNode> first = start(map("'MaxConcurrency':1,'ToleratedFailureCount':1,", WORK), "['a','b','c']");
        first.await();
        services.down.remove("a");

        Execution<JsonNode> second = first.redrive();

        assertThat(second.await()).as("one failure is tolerated").isInstanceOf(Outcome.Succeeded.class);
        assertThat(services.calls).containsExactly("a", "b", "a", "b", "c");
        assertThat(theRun(second).executions()).isEqualTo(new MapRun.Counts(0, 0, 2, 1, 0, 0, 0, 0, 3));
    }

    @Test
    void what_is_written_of_a_failure_has_the_members_of_aws() {
        services.down.add("a");

        start(map(WRITER, WORK), "['a']").await();

        JsonNode failure =
                Definitions.json(services.written.get(0).split(" ", 2)[1]).get(0);
        assertThat(failure.propertyNames())
                .containsSubsequence("ExecutionArn", "Input", "InputDetails", "Name", "OutputDetails", "RedriveCount")
                .doesNotContain("Output");
        assertThat(failure.at("/OutputDetails")).isEqualTo(Definitions.json("{'Included':true}"));
    }

    @Test
    void results_are_written_as_soon_as_they_fill_a_file() {
        String large = "'StartAt':'Do','States':{'Do':{'Type':'Pass','Result':'%s','End':true}}"
                .formatted("x".repeat(100_000));

        start(map(WRITER, large), "[" + "1,".repeat(99) + "1]").await();

        assertThat(services.written)
                .extracting(file -> file.split(" ")[0])
                .startsWith("SUCCEEDED_0.json", "SUCCEEDED_1.json")
                .endsWith("manifest.json");
        List<JsonNode> results = services.written.stream()
                .limit(services.written.size() - 1)
                .map(file -> Definitions.json(file.split(" ", 2)[1]))
                .toList();
        assertThat(results.get(0)).hasSizeLessThan(50);
        assertThat(results.stream().mapToInt(JsonNode::size).sum()).isEqualTo(100);
    }

    @Test
    void results_are_written_as_they_are_after_the_redrive() {
        services.down.add("b");
        Execution<JsonNode> first = start(map(WRITER, WORK), "['a','b','c']");
        assertThat(first.await()).isInstanceOf(Outcome.Failed.class);
        assertThat(services.written)
                .extracting(file -> file.split(" ")[0])
                .containsExactly("FAILED_0.json", "PENDING_0.json", "SUCCEEDED_0.json", "manifest.json");
        services.written.clear();
        services.down.clear();

        assertThat(first.redrive().await()).isInstanceOf(Outcome.Succeeded.class);

        assertThat(services.written)
                .extracting(file -> file.split(" ")[0])
                .containsExactly("SUCCEEDED_1.json", "manifest.json");
        assertThat(services.written.get(0)).contains("done b", "done c").doesNotContain("done a");
        assertThat(Definitions.json(services.written.get(1).split(" ")[1]).at("/ResultFiles/SUCCEEDED"))
                .hasSize(2);
        assertThat(Definitions.json(services.written.get(1).split(" ")[1]).at("/ResultFiles/FAILED"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'MaxConcurrency':1,",
                "'MaxConcurrency':2,'ToleratedFailureCount':1,",
                "'MaxConcurrency':1,'ItemBatcher':{'MaxItemsPerBatch':1},",
                "'MaxConcurrency':1,'ItemSelector':{'v.$':'$$.Map.Item.Value'},",
                "'MaxConcurrency':1,'ResultWriter':{'Resource':'arn:aws:states:::s3:putObject','Parameters':{'Bucket':'x'}},"
            })
    void a_map_run_that_is_redriven_goes_to_bytes_and_back_at_every_point(String terms) {
        RecordingStore store = new RecordingStore();
        List<String> seen = new ArrayList<>();
        String states = "'StartAt':'Both','States':{'Both':{'Type':'Parallel','End':true,'Branches':["
                + "{'StartAt':'Rest','States':{'Rest':{'Type':'Wait','Seconds':3,'End':true}}}," + "{" + WORK + "}]}}";
        TaskHandlers handlers = TaskHandlers.builder()
                .resource("service", (input, task) -> {
                    seen.add(input.toString());
                    if (seen.size() % 2 == 0) {
                        throw new TaskFailure("Down", "every second time");
                    }
                    return input;
                })
                .resource("arn:aws:states:::s3:putObject", (input, task) -> input)
                .build();
        try (Engine recording = Engine.create(EngineConfig.builder()
                .time(VirtualTime.automatic(START))
                .store(store)
                .handlerThreads(1)
                .handlers(handlers)
                .build())) {
            Execution<JsonNode> execution = recording
                    .register(
                            "M",
                            Definitions.of(map(terms, states)),
                            JsonNode.class,
                            JsonNode.class,
                            TaskHandlers.none())
                    .start(Definitions.json("[1,2,3,4,5]"));
            for (int redrives = 0; execution.await() instanceof Outcome.Failed; redrives++) {
                assertThat(redrives).isLessThan(10);
                execution = execution.redrive();
            }

            assertThat(execution.description().redriveCount()).isPositive();
            replay(store, execution.arn());
        }
    }

    /** Decides again on all that was stored, with a state that is read from its bytes after each decision. */
    private static void replay(RecordingStore store, String arn) {
        ExecutionHeader header = store.find(arn).orElseThrow().header();
        Plan plan = Objects.requireNonNull(Planner.plan(header.definition()).plan());
        ExecutionState state = ExecutionState.create(plan, header.identity(), Limits.STANDARD, true);
        for (Batch batch : store.batches(arn)) {
            assertThat(Rebuilding.decideAgain(state, batch).events()).isEqualTo(batch.events());
            if (state.isRunning()) {
                byte[] bytes = state.snapshot();
                ExecutionState read = state.restored(bytes);
                assertThat(read.snapshot()).isEqualTo(bytes);
                assertThat(read.outstanding()).isEqualTo(state.outstanding());
                state = read;
            }
        }
        assertThat(state.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void what_is_no_map_run_is_not_found() {
        Execution<JsonNode> execution = start(map("", WORK), "['a']");
        execution.await();
        String run = theRun(execution).arn();

        assertThat(engine.mapRuns().of(execution.arn() + "x")).isEmpty();
        assertThat(engine.mapRuns().find(run + "0")).isEmpty();
        assertThat(engine.mapRuns().find(run.substring(0, run.length() - 1) + "_"))
                .isEmpty();
        assertThat(engine.mapRuns().executions(PREFIX + "mapRun:Other/all:" + run.substring(run.lastIndexOf(':') + 1)))
                .isEmpty();
        assertThat(engine.mapRuns().execution(execution.arn())).isEmpty();
    }
}
