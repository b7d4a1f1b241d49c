package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.engine.MapRun;
import dev.stepwright.runtime.engine.MapRunExecution;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Executions of a Map Run, each looked at and stopped as any other execution is. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MapRunExecutionsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String PREFIX = "arn:aws:states:us-east-1:123456789012:";
    private static final String WORK = "'StartAt':'Do','States':{'Do':{'Type':'Task','Resource':'service','End':true}}";
    private static final String REST = "'StartAt':'Rest','States':{'Rest':{'Type':'Wait','Seconds':60,'End':true}}";
    private static final String REST_AND_WORK =
            "'StartAt':'Rest','States':{'Rest':{'Type':'Wait','SecondsPath':'$.rest','Next':'Do'},"
                    + "'Do':{'Type':'Task','Resource':'service','InputPath':'$.item','End':true}}";
    private static final String LOOP =
            "'StartAt':'A','States':{'A':{'Type':'Pass','Next':'B'},'B':{'Type':'Choice','Choices':["
                    + "{'Variable':'$','StringEquals':'forever','Next':'A'}],'Default':'Do'},"
                    + "'Do':{'Type':'Task','Resource':'service','End':true}}";

    private final VirtualTime time = VirtualTime.manual(START);
    private final ItemServices services = new ItemServices();
    private final Engine engine = Engine.create(EngineConfig.builder()
            .time(time)
            .limits(new Limits(Limits.STANDARD.payloadBytes(), 30, Duration.ofDays(365)))
            .handlers(services.handlers())
            .build());

    @AfterEach
    void close() {
        engine.close();
    }

    private static String map(String terms, String type, String states) {
        return "{'StartAt':'Each','States':{'Each':{'Type':'Map','Label':'all',%s'End':true,'ItemProcessor':{"
                        .formatted(terms)
                + "'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'" + type + "'}," + states + "}}}}";
    }

    private Execution<JsonNode> start(String terms, String states, String input) {
        return startDefinition(map(terms, "STANDARD", states), input);
    }

    private Execution<JsonNode> startDefinition(String definition, String input) {
        return engine.register("M", Definitions.of(definition), JsonNode.class, JsonNode.class, TaskHandlers.none())
                .start("e", Definitions.json(input));
    }

    private MapRun theRun(Execution<JsonNode> execution) {
        List<MapRun> runs = engine.mapRuns().of(execution.arn());
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private MapRunExecution child(Execution<JsonNode> execution, int index) {
        return engine.mapRuns().executions(theRun(execution).arn()).get(index);
    }

    private String arn(Execution<JsonNode> execution, int index) {
        return child(execution, index).identity().arn();
    }

    private List<HistoryEvent> history(String arn) {
        return AwsHistory.of(engine.history(arn, 0, Integer.MAX_VALUE));
    }

    private List<String> types(String arn) {
        return history(arn).stream()
                .map(event -> event.id() + " " + event.type() + " " + event.previousEventId())
                .toList();
    }

    private void await(Execution<JsonNode> execution, int ended) {
        MapRun.Counts counts;
        do {
            counts = theRun(execution).executions();
        } while (counts.succeeded() + counts.failed() + counts.aborted() + counts.timedOut() != ended);
    }

    @Test
    void each_has_the_history_of_an_execution_of_its_own() {
        services.down.add("b");
        Execution<JsonNode> execution = start(
                "'ToleratedFailureCount':1,'ItemSelector':{'item.$':'$$.Map.Item.Value','rest':60},",
                REST_AND_WORK,
                "['a','b']");
        String first = arn(execution, 0);
        String second = arn(execution, 1);
        List<String> meanwhile = types(first);
        time.advance(Duration.ofSeconds(60));
        execution.await();

        assertThat(meanwhile).containsExactly("1 ExecutionStarted 0", "2 WaitStateEntered 0");
        assertThat(types(first))
                .containsExactly(
                        "1 ExecutionStarted 0",
                        "2 WaitStateEntered 0",
                        "3 WaitStateExited 2",
                        "4 TaskStateEntered 3",
                        "5 TaskScheduled 4",
                        "6 TaskStarted 5",
                        "7 TaskSucceeded 6",
                        "8 TaskStateExited 7",
                        "9 ExecutionSucceeded 8");
        assertThat(types(second)).endsWith("7 TaskFailed 6", "8 ExecutionFailed 7");
        assertThat(history(first).get(0).details().path("input").asString()).isEqualTo("{\"item\":\"a\",\"rest\":60}");
        assertThat(history(first).get(8).timestamp()).isEqualTo(START.plusSeconds(60));
        assertThat(history(second).get(7).details().path("cause").asString()).isEqualTo("b is down");
        assertThat(AwsHistory.of(engine.historyBefore(first, 9, 2)))
                .extracting(HistoryEvent::id)
                .containsExactly(8L, 7L);
        assertThat(AwsHistory.of(engine.history(first, 3, 1)))
                .extracting(HistoryEvent::type)
                .containsExactly("TaskStateEntered");
        assertThat(engine.history(first + "0", 0, 100)).isEmpty();
        assertThat(execution.history()).extracting(HistoryEvent::type).doesNotContain("TaskStateEntered");
    }

    @Test
    void one_that_is_stopped_counts_as_aborted_and_the_map_goes_on_where_that_is_tolerated() {
        Execution<JsonNode> execution = start("'ToleratedFailureCount':1,", REST, "[1,2,3]");
        String second = arn(execution, 1);

        assertThat(engine.stop(second, "Enough", "of two")).isTrue();

        MapRunExecution stopped = child(execution, 1);
        assertThat(stopped.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(stopped.stopTime()).isEqualTo(START);
        assertThat(stopped.error()).isEqualTo("Enough");
        assertThat(stopped.cause()).isEqualTo("of two");
        assertThat(stopped.redriveRefusal()).isNull();
        assertThat(types(second))
                .containsExactly("1 ExecutionStarted 0", "2 WaitStateEntered 0", "3 ExecutionAborted 0");
        assertThat(theRun(execution).executions()).isEqualTo(new MapRun.Counts(0, 2, 0, 0, 0, 1, 0, 0, 3));
        assertThat(engine.stop(second, null, null)).as("it has ended").isFalse();
        assertThat(engine.stop(second + "0", null, null)).as("there is none").isFalse();
        time.advance(Duration.ofSeconds(60));
        assertThat(execution.await().output()).isEqualTo(Definitions.json("[1,{'Error':'Enough','Cause':'of two'},3]"));
        assertThat(theRun(execution).executions()).isEqualTo(new MapRun.Counts(0, 0, 2, 0, 0, 1, 0, 0, 3));
    }

    @Test
    void one_that_is_stopped_lets_another_begin_or_fails_the_map() {
        Execution<JsonNode> execution = start("'MaxConcurrency':1,'ToleratedFailureCount':1,", REST, "[1,2,3]");
        engine.stop(arn(execution, 0), null, null);
        assertThat(theRun(execution).executions()).isEqualTo(new MapRun.Counts(1, 1, 0, 0, 0, 1, 0, 0, 3));

        engine.stop(arn(execution, 1), null, null);

        assertThat(execution.await())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error()).isEqualTo("States.ExceedToleratedFailureThreshold"));
        assertThat(theRun(execution).status()).isEqualTo(ExecutionStatus.FAILED);
        Execution<JsonNode> again = execution.redrive();
        time.advance(Duration.ofSeconds(60));
        await(again, 2);
        time.advance(Duration.ofSeconds(60));
        assertThat(again.await().output()).isEqualTo(Definitions.json("[1,2,3]"));
        assertThat(types(arn(again, 0)))
                .containsExactly(
                        "1 ExecutionStarted 0",
                        "2 WaitStateEntered 0",
                        "3 ExecutionAborted 0",
                        "4 ExecutionRedriven 3",
                        "5 WaitStateExited 4",
                        "6 ExecutionSucceeded 5");
    }

    @Test
    void what_is_open_in_one_is_no_event_of_its_end() {
        String both = "'StartAt':'Both','States':{'Both':{'Type':'Parallel','End':true,'Branches':[{" + REST + "},{"
                + REST.replace("Rest", "Rest2") + "}]}}";
        Execution<JsonNode> execution = start("", both, "[1,2]");
        String first = arn(execution, 0);
        String second = arn(execution, 1);

        engine.stop(first, null, null);

        execution.await();
        List<String> expected = List.of(
                "1 ExecutionStarted 0",
                "2 ParallelStateEntered 0",
                "3 ParallelStateStarted 2",
                "4 WaitStateEntered 3",
                "5 WaitStateEntered 3",
                "6 ExecutionAborted 0");
        assertThat(types(first)).isEqualTo(expected);
        assertThat(types(second)).as("aborted with the Map").isEqualTo(expected);
    }

    @Test
    void those_that_run_are_aborted_with_the_execution_that_the_map_is_in() {
        Execution<JsonNode> execution = start("", REST, "[1,2]");

        execution.stop("Enough", null);
        execution.await();

        assertThat(child(execution, 1).status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(child(execution, 1).error())
                .as("that was the error of the other")
                .isNull();
        assertThat(types(arn(execution, 1)))
                .containsExactly("1 ExecutionStarted 0", "2 WaitStateEntered 0", "3 ExecutionAborted 0");
    }

    @Test
    void express_executions_have_arns_of_their_own_and_end_after_five_minutes() {
        services.down.add("b");
        Execution<JsonNode> execution = startDefinition(
                map(
                        "'ToleratedFailureCount':2,'ItemSelector':{'item.$':'$$.Map.Item.Value[0]','rest.$':'$$.Map.Item.Value[1]'},",
                        "EXPRESS",
                        REST_AND_WORK),
                "[['a',60],['b',60],['c',600]]");
        String slow = arn(execution, 2);
        time.advance(Duration.ofSeconds(60));
        await(execution, 2);
        time.advance(Duration.ofSeconds(240));

        assertThat(execution.await().output())
                .isEqualTo(Definitions.json(
                        "['done a',{'Error':'Down','Cause':'b is down'},{'Error':'States.Timeout','Cause':''}]"));
        assertThat(slow).matches(PREFIX + "express:M/all:[-0-9a-f]{36}:[-0-9a-f]{36}");
        MapRunExecution timedOut = engine.mapRuns().execution(slow).orElseThrow();
        assertThat(timedOut.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(timedOut.error()).isNull();
        assertThat(timedOut.identity().isExpress()).isTrue();
        assertThat(theRun(execution).executions()).isEqualTo(new MapRun.Counts(0, 0, 1, 1, 1, 0, 0, 0, 3));
        assertThat(types(slow)).endsWith("2 WaitStateEntered 0", "3 ExecutionTimedOut 0");
    }

    @Test
    void an_express_execution_is_not_redriven_but_started_again_under_its_arn() {
        services.down.add("b");
        String twice = "'StartAt':'First','States':{'First':{'Type':'Task','Resource':'service','Next':'Do'},"
                + "'Do':{'Type':'Task','Resource':'service','Parameters':'b','End':true}}";
        Execution<JsonNode> first = startDefinition(map("", "EXPRESS", twice), "['a']");
        first.await();
        MapRunExecution before = child(first, 0);
        services.down.clear();
        time.advance(Duration.ofSeconds(10));

        Execution<JsonNode> second = first.redrive();

        assertThat(second.await().output()).isEqualTo(Definitions.json("['done b']"));
        assertThat(services.calls).containsExactly("a", "b", "a", "b");
        MapRunExecution after = child(second, 0);
        assertThat(after.identity().arn()).isEqualTo(before.identity().arn());
        assertThat(after.identity().startTime()).isEqualTo(START.plusSeconds(10));
        assertThat(after.redriveCount()).isZero();
        assertThat(theRun(second).redriveCount()).isEqualTo(1);
        assertThat(types(after.identity().arn()))
                .startsWith("1 ExecutionStarted 0")
                .endsWith("12 ExecutionSucceeded 11");
    }

    @Test
    void failures_that_were_redriven_do_not_count_among_the_results() {
        String cause = "x".repeat(30_000);
        AtomicInteger left = new AtomicInteger(20 * 40);
        TaskHandlers handlers = TaskHandlers.builder()
                .resource("service", (input, task) -> {
                    if (left.getAndDecrement() > 0) {
                        throw new TaskFailure("Down", cause);
                    }
                    return input;
                })
                .build();
        String items = IntStream.range(0, 40).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        try (Engine unlucky = Engine.inMemory()) {
            Execution<JsonNode> execution = unlucky.register(
                            "M",
                            Definitions.of(map("'ToleratedFailureCount':39,", "STANDARD", WORK)),
                            JsonNode.class,
                            JsonNode.class,
                            handlers)
                    .start(Definitions.json(items));
            for (int round = 0; round < 20; round++) {
                assertThat(execution.await()).isInstanceOf(Outcome.Failed.class);
                execution = execution.redrive();
            }

            assertThat(execution.await().output()).isEqualTo(Definitions.json(items));
            assertThat(unlucky.mapRuns().of(execution.arn())).hasSize(1); // none was too large to go on with
        }
    }

    @Test
    void a_full_history_is_not_redriven_and_counts_at_once() {
        services.down.add("b");
        String writer = "'MaxConcurrency':1,'ToleratedFailureCount':1,'ResultWriter':{'Resource':"
                + "'arn:aws:states:::s3:putObject','Parameters':{'Bucket':'x'}},";
        Execution<JsonNode> first = start(writer, LOOP, "['forever','a','b','c']");
        assertThat(first.await()).isInstanceOf(Outcome.Failed.class);
        MapRunExecution full = child(first, 0);
        MapRun.Counts failed = theRun(first).executions();
        services.written.clear();
        services.down.clear();

        Execution<JsonNode> second = first.redrive();

        assertThat(second.await()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(full.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(full.error()).isEqualTo("States.Runtime");
        assertThat(full.cause()).isEqualTo("The execution reached the maximum number of history events (30).");
        assertThat(full.redriveRefusal()).isEqualTo("Execution history event limit exceeded");
        assertThat(history(full.identity().arn())).hasSize(30);
        assertThat(failed).isEqualTo(new MapRun.Counts(1, 0, 1, 2, 0, 0, 1, 0, 4));
        assertThat(services.calls).containsExactly("a", "b", "b", "c");
        assertThat(theRun(second).executions()).isEqualTo(new MapRun.Counts(0, 0, 3, 1, 0, 0, 1, 0, 4));
        assertThat(services.written)
                .extracting(file -> file.split(" ")[0])
                .containsExactly("FAILED_0.json", "SUCCEEDED_1.json", "manifest.json");
        assertThat(services.written.get(0))
                .contains("forever", "NOT_REDRIVABLE")
                .doesNotContain("b is down");
    }

    @Test
    void a_map_run_with_too_many_that_cannot_be_redriven_fails_again() {
        Execution<JsonNode> first = start("'MaxConcurrency':1,", LOOP, "['forever','a']");
        first.await();

        Execution<JsonNode> second = first.redrive();

        assertThat(second.await()).isInstanceOf(Outcome.Failed.class);
        assertThat(theRun(second).redriveCount()).isEqualTo(1);
        assertThat(theRun(second).status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(services.calls).isEmpty();
        assertThat(second.history())
                .extracting(HistoryEvent::type)
                .endsWith("ExecutionRedriven", "MapRunRedriven", "MapRunFailed", "MapStateFailed", "ExecutionFailed");
    }

    @Test
    void one_that_failed_longer_than_14_days_ago_is_not_redriven() {
        services.down.addAll(Set.of("a", "b"));
        String selector = "'ItemSelector':{'item.$':'$$.Map.Item.Value[0]','rest.$':'$$.Map.Item.Value[1]'},";
        Execution<JsonNode> first =
                start("'ToleratedFailureCount':1," + selector, REST_AND_WORK, "[['a',1],['b',1000000]]");
        time.advance(Duration.ofSeconds(1));
        await(first, 1);
        time.advance(Duration.ofDays(12));
        first.await();
        time.advance(Duration.ofDays(3));
        services.down.clear();

        assertThat(first.redrive().await().output())
                .isEqualTo(Definitions.json("[{'Error':'Down','Cause':'a is down'},'done b']"));
        assertThat(services.calls).containsExactly("a", "b", "b");
    }

    @Test
    void a_map_run_that_could_not_read_its_items_reads_them_when_it_is_redriven() {
        services.down.add("read");
        String reader =
                "'ItemReader':{'Resource':'arn:aws:states:::s3:getObject'," + "'Parameters':{'Bucket':'x','Key':'y'}},";
        Execution<JsonNode> first = start(reader, WORK, "{}");
        first.await();
        MapRun failed = theRun(first);
        services.down.clear();

        Execution<JsonNode> second = first.redrive();

        assertThat(second.await().output()).isEqualTo(Definitions.json("['done a','done b']"));
        MapRun run = theRun(second);
        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(run.arn()).isEqualTo(failed.arn());
        assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(run.redriveCount()).isEqualTo(1);
        assertThat(second.history())
                .extracting(HistoryEvent::type)
                .containsExactly(
                        "ExecutionStarted",
                        "MapStateEntered",
                        "MapStateStarted",
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
    }

    @Test
    void another_map_run_is_started_where_the_state_failed_at_run_time() {
        Execution<JsonNode> first = start("'ResultSelector':{'x.$':'$.gone'},", WORK, "['a']");
        first.await();
        assertThat(theRun(first).status()).isEqualTo(ExecutionStatus.SUCCEEDED);

        Execution<JsonNode> second = first.redrive();
        second.await();

        assertThat(services.calls).containsExactly("a", "a");
        assertThat(engine.mapRuns().of(second.arn())).hasSize(2);
    }

    @Test
    void a_retry_of_the_map_starts_another_map_run() {
        services.down.add("a");
        String retry = "'Retry':[{'ErrorEquals':['States.ALL'],'IntervalSeconds':5}],";
        Execution<JsonNode> execution = start(retry, WORK, "['a']");
        while (theRun(execution).stopTime() == null) {
            Thread.onSpinWait();
        }
        assertThat(theRun(execution).status()).isEqualTo(ExecutionStatus.FAILED);
        services.down.clear();
        time.advance(Duration.ofSeconds(5));

        assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(engine.mapRuns().of(execution.arn()))
                .extracting(MapRun::status)
                .containsExactly(ExecutionStatus.FAILED, ExecutionStatus.SUCCEEDED);
    }
}
