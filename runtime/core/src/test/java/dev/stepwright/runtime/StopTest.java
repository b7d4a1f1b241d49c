package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopTest {
    private static final String TASK =
            "{'StartAt':'T','States':{'T':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken','End':true}}}";
    private static final String WAIT = "{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':60,'End':true}}}";

    private final ConcurrentLinkedQueue<String> tokens = new ConcurrentLinkedQueue<>();
    private final TaskHandlers handlers = TaskHandlers.builder()
            .inline("T", (input, context) -> {
                tokens.add(context.taskToken().orElseThrow());
                return input;
            })
            .build();

    private static String machine(String place) {
        return switch (place) {
            case "wait" -> WAIT;
            case "callback" -> TASK;
            case "map" ->
                "{'StartAt':'M','States':{'M':{'Type':'Map','ItemsPath':'$.items','ItemProcessor':" + TASK
                        + ",'End':true}}}";
            case "parallel" ->
                "{'StartAt':'P','States':{'P':{'Type':'Parallel','Branches':[" + TASK + "," + WAIT + "],'End':true}}}";
            default -> throw new IllegalArgumentException(place);
        };
    }

    @ParameterizedTest(name = "inside a {0}")
    @CsvSource({
        "wait, WaitStateEntered, 1",
        "callback, TaskSubmitted, 1",
        "map, TaskSubmitted, 3",
        "parallel, TaskSubmitted, 1"
    })
    void an_execution_is_stopped_wherever_it_is(String place, String event, int times) {
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        try (Engine engine = Engine.create(EngineConfig.builder().time(time).build())) {
            Execution<JsonNode> execution = engine.register(
                            "Machine", Definitions.of(machine(place)), JsonNode.class, JsonNode.class, handlers)
                    .start(Definitions.json("{'items':[1,2,3]}"));
            while (count(execution, event) < times) {
                Thread.onSpinWait();
            }

            execution.stop("Enough", "it was enough");

            assertThat(execution.await()).isEqualTo(new Outcome.Aborted<>("Enough", "it was enough"));
            List<HistoryEvent> history = execution.history();
            assertThat(history.get(history.size() - 1).type()).isEqualTo("ExecutionAborted");
            assertThat(tokens)
                    .allSatisfy(token -> assertThatThrownBy(() -> engine.sendTaskSuccess(token, Definitions.json("{}")))
                            .isInstanceOf(TaskTokenException.class));
            time.advance(Duration.ofDays(400));
            assertThat(execution.history()).as("nothing follows").hasSameSizeAs(history);
            assertThat(execution.description().status()).isEqualTo(ExecutionStatus.ABORTED);
        }
    }

    private static long count(Execution<JsonNode> execution, String type) {
        return execution.history().stream()
                .filter(event -> event.type().equals(type))
                .count();
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"its ARN", "itself"})
    void an_execution_that_is_let_go_meanwhile_is_stopped_as_the_store_has_it(String way) throws Exception {
        CompletableFuture<Callable<Boolean>> stop = new CompletableFuture<>();
        FutureTask<Boolean> stopping = new FutureTask<>(() -> stop.join().call());
        Thread stopper = new Thread(stopping);
        RecordingStore store = new RecordingStore() {
            @Override
            public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
                if (stopper.getState() != Thread.State.NEW) {
                    return super.append(executionArn, batches);
                }
                stopper.start();
                while (stopper.isAlive() && stopper.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait(); // until its message is in the mailbox
                }
                return CompletableFuture.failedFuture(new StaleSequenceException(executionArn, 3, 2));
            }
        };
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        try (Engine engine =
                Engine.create(EngineConfig.builder().time(time).store(store).build())) {
            Execution<JsonNode> execution = engine.register(
                            "Machine", Definitions.of(WAIT), JsonNode.class, JsonNode.class, handlers)
                    .start("one", Definitions.json("{}"));
            stop.complete(() -> {
                if (way.equals("its ARN")) {
                    return engine.stop(execution.arn(), "Enough", null);
                }
                execution.stop("Enough", null);
                return true;
            });

            time.pass(Duration.ofSeconds(60));

            assertThat(stopping.get()).isTrue();
            assertThat(engine.describe(execution.arn()).orElseThrow())
                    .extracting(ExecutionDescription::status, ExecutionDescription::error)
                    .containsExactly(ExecutionStatus.ABORTED, "Enough");
        }
    }

    @Test
    void each_execution_goes_on_with_the_definition_that_it_was_started_with() {
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        try (Engine engine = Engine.create(EngineConfig.builder().time(time).build())) {
            Execution<JsonNode> before = engine.register(
                            "Machine", Definitions.of(WAIT), JsonNode.class, JsonNode.class, handlers)
                    .start(Definitions.json("{'v':1}"));
            while (count(before, "WaitStateEntered") == 0) {
                Thread.onSpinWait();
            }

            Execution<JsonNode> after = engine.register(
                            "Machine",
                            Definitions.of("{'StartAt':'P','States':{'P':{'Type':'Pass','Result':2,'End':true}}}"),
                            JsonNode.class,
                            JsonNode.class,
                            handlers)
                    .start(Definitions.json("{'v':2}"));

            assertThat(after.await().output()).isEqualTo(Definitions.json("2"));
            time.advance(Duration.ofSeconds(60));
            assertThat(before.await().output()).isEqualTo(Definitions.json("{'v':1}"));
            assertThat(before.history()).extracting(HistoryEvent::type).contains("WaitStateExited");
        }
    }

    @Test
    void a_year_of_waiting_and_retrying_passes_at_once() {
        try (Engine engine = Engine.create(EngineConfig.builder()
                .time(VirtualTime.automatic(Instant.EPOCH))
                .build())) {
            Execution<JsonNode> execution = engine.register(
                            "Machine",
                            Definitions.of(
                                    "{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':31449600,'Next':'T'},"
                                            + "'T':{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','Retry':[{"
                                            + "'ErrorEquals':['States.ALL'],'IntervalSeconds':3600,'MaxAttempts':3,'BackoffRate':2}],'End':true}}}"),
                            JsonNode.class,
                            JsonNode.class,
                            TaskHandlers.builder()
                                    .inline("T", (input, context) -> {
                                        if (context.attempt() < 4) {
                                            throw new IllegalStateException("not yet");
                                        }
                                        return input;
                                    })
                                    .build())
                    .start(Definitions.json("{}"));

            assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class);
            assertThat(execution.description().stopTime())
                    .isEqualTo(Instant.EPOCH.plus(Duration.ofDays(364)).plus(Duration.ofHours(1 + 2 + 4)));
        }
    }
}
