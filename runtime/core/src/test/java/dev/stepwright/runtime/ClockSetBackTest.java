package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClockSetBackTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String CALL = "arn:aws:states:::lambda:invoke.waitForTaskToken";

    private VirtualTime passing = VirtualTime.manual(START);
    private final RecordingStore store = new RecordingStore();
    private Duration back = Duration.ZERO;

    /** Time that goes on while the clock is set back. */
    private final class Clock extends ForwardingTime {
        Clock() {
            super(passing);
        }

        @Override
        public Instant now() {
            return super.now().minus(back);
        }

        @Override
        public Alarm at(Instant due, Runnable action) {
            return super.at(due.plus(back), () -> {
                if (now().isBefore(due)) {
                    at(due, action);
                } else {
                    action.run();
                }
            });
        }

        @Override
        public Alarm after(Duration delay, Instant due, Runnable action) {
            return super.at(passing.now().plus(delay), action);
        }
    }

    private Engine engine() {
        return Engine.create(
                EngineConfig.builder().store(store).time(new Clock()).build());
    }

    private static Workflow<JsonNode, JsonNode> register(Engine engine, StateMachineDefinition definition) {
        TaskHandlers handlers = TaskHandlers.builder()
                .resource("fails", (input, context) -> {
                    throw new TaskFailure("Failed", "always");
                })
                .resource(CALL, (input, context) -> input)
                .build();
        return engine.register("Machine", definition, JsonNode.class, JsonNode.class, handlers);
    }

    private static void timesNeverGoBack(Engine engine, Execution<JsonNode> execution) {
        List<Instant> times = engine.history(execution.arn(), 0, 1000).stream()
                .map(HistoryEntry::time)
                .toList();
        assertThat(times).isSorted();
    }

    /** Each takes a minute, twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Type':'Wait','Seconds':60",
                "{'Type':'Wait','SecondsPath':'$'",
                "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken','Parameters':{'FunctionName':'f'},"
                        + "'TimeoutSeconds':60,'Catch':[{'ErrorEquals':['States.Timeout'],'Next':'NEXT','ResultPath':null}]",
                "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken','Parameters':{'FunctionName':'f'},"
                        + "'HeartbeatSeconds':60,'Catch':[{'ErrorEquals':['States.HeartbeatTimeout'],'Next':'NEXT','ResultPath':null}]",
                "{'Type':'Task','Resource':'fails','Retry':[{'ErrorEquals':['Failed'],'IntervalSeconds':60,'MaxAttempts':1}],"
                        + "'Catch':[{'ErrorEquals':['Failed'],'Next':'NEXT','ResultPath':null}]"
            })
    void what_lasts_a_minute_lasts_a_minute(String state) {
        StateMachineDefinition twice = Definitions.of("{'StartAt':'A','States':{'A':"
                + state.replace("NEXT", "B") + ",'Next':'B'},'B':" + state.replace("NEXT", "Done")
                + ",'Next':'Done'},'Done':{'Type':'Succeed'}}}");
        try (Engine engine = engine()) {
            Execution<JsonNode> execution = register(engine, twice).start(Definitions.json("60"));
            passing.pass(Duration.ofSeconds(30));

            back = HOUR;
            passing.pass(Duration.ofSeconds(89));
            assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
            passing.pass(Duration.ofSeconds(1));

            assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(engine.describe(execution.arn()).orElseThrow().stopTime())
                    .isEqualTo(START.plusSeconds(120));
            timesNeverGoBack(engine, execution);
        }
    }

    @Test
    void an_engine_that_takes_an_execution_up_under_an_earlier_clock_waits_for_what_is_left() {
        StateMachineDefinition twice = Definitions.of("""
                {'StartAt':'A','States':{'A':{'Type':'Wait','Seconds':60,'Next':'B'},
                  'B':{'Type':'Wait','Seconds':60,'Next':'Done'},'Done':{'Type':'Succeed'}}}""");
        try (Engine engine = engine()) {
            register(engine, twice).start(Definitions.json("{}"));
            passing.pass(Duration.ofSeconds(60));
        }

        passing = VirtualTime.manual(passing.now()); // the engine has closed the other
        back = HOUR;
        try (Engine engine = engine()) {
            register(engine, twice);
            Execution<JsonNode> execution = engine.recover().get(0);
            passing.pass(Duration.ofSeconds(59));
            assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
            passing.pass(Duration.ofSeconds(1));

            assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            timesNeverGoBack(engine, execution);
        }
    }

    @Test
    void the_time_limit_of_an_execution_is_as_long_as_it_says() {
        StateMachineDefinition limited = Definitions.of("""
                {'TimeoutSeconds':60,'StartAt':'A','States':{'A':{'Type':'Wait','Seconds':600,'End':true}}}""");
        try (Engine engine = engine()) {
            Execution<JsonNode> execution = register(engine, limited).start(Definitions.json("{}"));

            back = HOUR;
            passing.pass(Duration.ofSeconds(60));

            assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
            assertThat(engine.describe(execution.arn()).orElseThrow().stopTime())
                    .isEqualTo(START.plusSeconds(60));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'Timestamp':'2026-03-01T12:01:00Z'", "'TimestampPath':'$'"})
    void a_date_is_waited_for_by_the_clock(String until) {
        StateMachineDefinition date =
                Definitions.of("{'StartAt':'A','States':{'A':{'Type':'Wait'," + until + ",'End':true}}}");
        try (Engine engine = engine()) {
            Execution<JsonNode> execution = register(engine, date).start(Definitions.json("'2026-03-01T12:01:00Z'"));

            back = HOUR;
            passing.pass(HOUR.plusSeconds(59));
            assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
            passing.pass(Duration.ofSeconds(1));

            assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        }
    }
}
