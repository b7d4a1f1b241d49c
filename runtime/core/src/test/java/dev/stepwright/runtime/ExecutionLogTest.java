package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.log.ExecutionLogging;
import dev.stepwright.runtime.log.LogLevel;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExecutionLogTest {
    private static final String REFUSED = """
            {'StartAt':'Charge','States':{
              'Charge':{'Type':'Task','Resource':'arn:aws:lambda:us-east-1:123456789012:function:charge','End':true,
                'Catch':[{'ErrorEquals':['States.ALL'],'Next':'Refuse'}]},
              'Refuse':{'Type':'Fail','Error':'Refused','Cause':'not today'}}}
            """;
    private static final String PASS = "{'StartAt':'Done','States':{'Done':{'Type':'Pass','End':true}}}";

    private final List<Logged> logged = new CopyOnWriteArrayList<>();
    private final TaskHandlers handlers = TaskHandlers.builder()
            .inline("Charge", (input, context) -> {
                throw new IllegalStateException("no money");
            })
            .build();

    private record Logged(String arn, HistoryEvent event) {}

    private ExecutionLogging logging(LogLevel level, boolean includesData) {
        return new ExecutionLogging(
                (arn, redriveCount, event) -> logged.add(new Logged(arn, event)), level, includesData);
    }

    private Workflow<JsonNode, JsonNode> express(Engine engine, String definition) {
        return engine.registerExpress("Machine", Definitions.of(definition), JsonNode.class, JsonNode.class, handlers);
    }

    private Workflow<JsonNode, JsonNode> standard(Engine engine, String definition) {
        return engine.register("Machine", Definitions.of(definition), JsonNode.class, JsonNode.class, handlers);
    }

    private List<String> types() {
        return logged.stream().map(one -> one.event().type()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ALL, ExecutionStarted TaskStateEntered LambdaFunctionScheduled LambdaFunctionStarted LambdaFunctionFailed TaskStateExited FailStateEntered ExecutionFailed",
        "ERROR, LambdaFunctionFailed FailStateEntered ExecutionFailed",
        "FATAL, ExecutionFailed",
        "OFF, ''"
    })
    void the_level_chooses_the_events(LogLevel level, String expected) {
        try (Engine engine = Engine.inMemory()) {
            express(engine, REFUSED).logged(logging(level, true)).run(Definitions.json("{}"));

            assertThat(String.join(" ", types())).isEqualTo(expected);
        }
    }

    @Test
    void an_express_execution_that_is_not_awaited_on_its_own_thread_is_logged_under_its_arn_before_its_end() {
        try (Engine engine = Engine.inMemory()) {
            Execution<JsonNode> execution =
                    express(engine, PASS).logged(logging(LogLevel.ALL, true)).start(Definitions.json("{'a':1}"));

            execution.await();

            assertThat(types())
                    .containsExactly("ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded");
            assertThat(logged).extracting(Logged::arn).containsOnly(execution.arn());
            assertThat(logged).extracting(one -> one.event().id()).containsExactly(1L, 2L, 3L, 4L);
            assertThat(logged).extracting(one -> one.event().previousEventId()).containsExactly(0L, 0L, 2L, 3L);
        }
    }

    @ParameterizedTest(name = "with data: {0}")
    @ValueSource(booleans = {true, false})
    void execution_data_is_left_out_when_asked(boolean includesData) {
        try (Engine engine = Engine.inMemory()) {
            express(engine, PASS)
                    .logged(logging(LogLevel.ALL, includesData))
                    .run(Definitions.json("{'secret':'xyzzy'}"));

            assertThat(logged.toString().contains("xyzzy")).isEqualTo(includesData);
            assertThat(logged.get(0).event().details().has("input")).isEqualTo(includesData);
            assertThat(logged.get(0).event().details().has("inputDetails")).isEqualTo(includesData);
            assertThat(logged.get(1).event().details().path("name").asString(""))
                    .isEqualTo("Done");
        }
    }

    @Test
    void the_log_of_a_standard_execution_is_its_history() {
        try (Engine engine = Engine.inMemory()) {
            Execution<JsonNode> execution = standard(engine, REFUSED)
                    .logged(logging(LogLevel.ALL, true))
                    .start(Definitions.json("{}"));

            execution.await();

            assertThat(logged)
                    .extracting(Logged::event)
                    .containsExactlyElementsOf(execution.history())
                    .isNotEmpty();
        }
    }

    @Test
    void an_execution_is_logged_where_nothing_is_kept() {
        try (Engine engine =
                Engine.create(EngineConfig.builder().withoutHistory().build())) {
            standard(engine, PASS).logged(logging(LogLevel.ALL, false)).run(Definitions.json("{}"));

            assertThat(types()).hasSize(4);
        }
    }

    @Test
    void an_execution_that_a_task_starts_is_logged_as_its_own_machine_says() {
        String parent = """
                {'StartAt':'Nest','States':{'Nest':{'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync:2',
                  'Parameters':{'StateMachineArn':'arn:aws:states:us-east-1:123456789012:stateMachine:Machine','Input':{}},
                  'End':true}}}
                """;
        try (Engine engine = Engine.inMemory()) {
            standard(engine, PASS).logged(logging(LogLevel.ALL, false));

            engine.register("Parent", Definitions.of(parent), JsonNode.class, JsonNode.class, TaskHandlers.none())
                    .run(Definitions.json("{}"));

            assertThat(types()).hasSize(4);
            assertThat(logged).allSatisfy(one -> assertThat(one.arn()).contains(":execution:Machine:"));
        }
    }

    @Test
    void from_a_redrive_on_events_tell_how_often_there_was_one() {
        List<String> lines = new CopyOnWriteArrayList<>();
        ExecutionLogging counting = new ExecutionLogging(
                (arn, redriveCount, event) -> lines.add(event.type() + " " + redriveCount), LogLevel.ALL, false);
        try (Engine engine = Engine.inMemory()) {
            Workflow<JsonNode, JsonNode> workflow = standard(engine, "{'StartAt':'No','States':{'No':{'Type':'Fail'}}}")
                    .logged(counting);
            Execution<JsonNode> execution = workflow.start(Definitions.json("{}"));
            execution.await();

            execution.redrive().await();

            assertThat(lines)
                    .containsExactly(
                            "ExecutionStarted 0",
                            "FailStateEntered 0",
                            "ExecutionFailed 0",
                            "ExecutionRedriven 1",
                            "FailStateEntered 1",
                            "ExecutionFailed 1");
        }
    }

    @Test
    void a_log_that_fails_does_not_harm_the_execution() {
        ExecutionLogging broken = new ExecutionLogging(
                (arn, redriveCount, event) -> {
                    throw new IllegalStateException("the disk is full");
                },
                LogLevel.ALL,
                true);
        try (Engine engine = Engine.inMemory()) {
            Outcome<JsonNode> outcome = express(engine, PASS).logged(broken).run(Definitions.json("{}"));

            assertThat(outcome).isEqualTo(new Outcome.Succeeded<>(Definitions.json("{}")));
        }
    }

    @Test
    void nothing_is_logged_unless_the_machine_asks_for_it() {
        try (Engine engine = Engine.inMemory()) {
            Workflow<JsonNode, JsonNode> silent = express(engine, PASS);
            silent.logged(logging(LogLevel.ALL, true));

            silent.run(Definitions.json("{}"));

            assertThat(logged).isEmpty();
        }
    }

    @Test
    void an_execution_that_is_recovered_under_a_log_is_logged_from_there_on() {
        String waiting = "{'StartAt':'Wait','States':{'Wait':{'Type':'Wait','Seconds':60,'End':true}}}";
        EngineConfig.Builder config = EngineConfig.builder().store(new RecordingStore());
        try (Engine first =
                Engine.create(config.time(VirtualTime.manual(Instant.EPOCH)).build())) {
            Execution<JsonNode> execution = standard(first, waiting).start("one", Definitions.json("{}"));
            while (execution.history().size() < 2) {
                Thread.onSpinWait();
            }
        }

        VirtualTime later = VirtualTime.manual(Instant.EPOCH.plusSeconds(50));
        try (Engine second = Engine.create(config.time(later).build())) {
            standard(second, waiting).logged(logging(LogLevel.ALL, true));
            Execution<JsonNode> execution = second.recover().get(0);
            later.advance(Duration.ofSeconds(10));
            execution.await();

            assertThat(types()).containsExactly("WaitStateExited", "ExecutionSucceeded");
            assertThat(logged)
                    .extracting(Logged::event)
                    .containsExactlyElementsOf(execution.history().subList(2, 4));
        }
    }
}
