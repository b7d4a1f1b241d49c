package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.OpenToken;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the engine promises with {@code EngineConfig.durable}. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DurableEngineTest {
    private static final StateMachineDefinition WORK = definition("""
            {"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"work","Next":"End"},"End":{"Type":"Pass","End":true}}}""");
    private static final StateMachineDefinition CAUGHT = definition("""
            {"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"work","End":true,
              "Catch":[{"ErrorEquals":["Stepwright.TaskInterrupted"],"Next":"Look"}]},
              "Look":{"Type":"Pass","End":true}}}""");
    private static final JsonNode INPUT = JsonDocument.parse("{\"v\":1}").root();

    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<String> attempts = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);

    private static StateMachineDefinition definition(String json) {
        return StateMachineDefinition.of(JsonDocument.parse(json).root());
    }

    private Engine engine() {
        return Engine.create(EngineConfig.durable(folder));
    }

    private static Workflow<JsonNode, JsonNode> register(
            Engine engine, StateMachineDefinition definition, UnaryOperator<TaskHandlers.Builder> handlers) {
        return engine.register(
                "Machine",
                definition,
                JsonNode.class,
                JsonNode.class,
                handlers.apply(TaskHandlers.builder()).build());
    }

    /** A handler that does not come to its end while its engine runs. */
    private TaskHandlers.Builder stuck(TaskHandlers.Builder handlers) {
        return handlers.resource("work", (input, context) -> {
            attempts.add(context.attemptId());
            begun.countDown();
            new CountDownLatch(1).await();
            return input;
        });
    }

    private TaskHandlers.Builder working(TaskHandlers.Builder handlers) {
        return handlers.resource("work", (input, context) -> {
            attempts.add(context.attemptId());
            return input;
        });
    }

    private void startAndStopInTheMiddle(StateMachineDefinition definition) throws InterruptedException {
        try (Engine engine = engine()) {
            register(engine, definition, this::stuck).start("one", INPUT);
            begun.await();
        }
    }

    @Test
    void a_task_that_was_being_done_is_handed_over_again_with_the_same_attempt_id() throws Exception {
        startAndStopInTheMiddle(WORK);

        try (Engine engine = engine()) {
            register(engine, WORK, this::working);
            Execution<JsonNode> execution = engine.recover().get(0);

            assertThat(JsonText.compact(execution.await().output())).isEqualTo("{\"v\":1}");
            assertThat(attempts).hasSize(2);
            assertThat(List.copyOf(attempts).get(1))
                    .isEqualTo(List.copyOf(attempts).get(0))
                    .isEqualTo(execution.arn() + "#1");
            assertThat(execution.history().stream().filter(event -> event.type().equals("TaskScheduled")))
                    .hasSize(1);
        }
    }

    @Test
    void the_open_tokens_are_those_that_were_open_before() {
        StateMachineDefinition asking = definition("""
                {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",
                  "Parameters":{"FunctionName":"ask","Payload":{"input.$":"$","token.$":"$$.Task.Token"}},"TimeoutSeconds":3600,"End":true}}}""");
        UnaryOperator<TaskHandlers.Builder> desk = handlers -> handlers.resource(
                "arn:aws:lambda:us-east-1:123456789012:function:ask", (question, context) -> question);
        List<OpenToken> before;
        try (Engine engine = engine()) {
            Execution<JsonNode> execution = register(engine, asking, desk).start("one", INPUT);
            while (execution.openTokens().isEmpty()) {
                Thread.onSpinWait();
            }
            before = execution.openTokens();
        }

        try (Engine engine = engine()) {
            register(engine, asking, desk);
            Execution<JsonNode> execution = engine.recover().get(0);

            assertThat(execution.openTokens()).hasSize(1).isEqualTo(before);
            engine.sendTaskSuccess(before.get(0).token(), INPUT);
            assertThat(execution.await().output()).isEqualTo(INPUT);
        }
    }

    @Test
    void what_failed_with_an_earlier_engine_is_redriven_and_goes_on_with_a_later_one() throws Exception {
        String arn;
        try (Engine engine = engine()) {
            Execution<JsonNode> execution = register(
                            engine,
                            WORK,
                            handlers -> handlers.resource("work", (in, task) -> {
                                throw new TaskFailure("Down", "for now");
                            }))
                    .start("one", INPUT);
            assertThat(execution.await()).isEqualTo(new Outcome.Failed<>("Down", "for now"));
            arn = execution.arn();
        }
        Instant redriven;
        try (Engine engine = engine()) {
            assertThatThrownBy(() -> engine.redrive(arn, "token"))
                    .hasMessage(arn + " cannot go on: register its machine \"Machine\" first");
            register(engine, WORK, this::stuck);
            assertThat(engine.recover()).isEmpty();
            redriven = engine.redrive(arn, "token");
            begun.await();
        }

        try (Engine engine = engine()) {
            register(engine, WORK, this::working);
            Execution<JsonNode> execution = engine.recover().get(0);

            assertThat(execution.arn()).isEqualTo(arn);
            assertThat(JsonText.compact(execution.await().output())).isEqualTo("{\"v\":1}");
            assertThat(attempts).containsExactly(arn + "#2", arn + "#2");
            assertThat(execution.description().redriveCount()).isEqualTo(1);
            assertThat(execution.history().stream().filter(event -> event.type().equals("ExecutionRedriven")))
                    .hasSize(1);
            assertThat(engine.redrive(arn, "token")).isEqualTo(redriven);
            assertThat(engine.describe(arn).orElseThrow().redriveTime()).isEqualTo(redriven);
        }
    }

    @Test
    void an_execution_is_found_by_its_name_in_the_engine_after_its_own_as_long_as_it_runs_and_when_it_has_ended()
            throws Exception {
        startAndStopInTheMiddle(WORK);

        try (Engine engine = engine()) {
            Workflow<JsonNode, JsonNode> machine = register(engine, WORK, this::working);
            engine.recover();
            assertThat(machine.execution("one").await()).isEqualTo(new Outcome.Succeeded<>(INPUT));
        }
        try (Engine engine = engine()) {
            Execution<JsonNode> ended = register(engine, WORK, this::working).execution("one");
            assertThat(ended.await()).isEqualTo(new Outcome.Succeeded<>(INPUT));
            assertThat(ended.history()).extracting(HistoryEvent::type).endsWith("ExecutionSucceeded");
        }
    }

    @Test
    void a_task_that_must_not_be_done_twice_fails_with_an_error_that_can_be_caught() throws Exception {
        startAndStopInTheMiddle(CAUGHT);

        try (Engine engine = engine()) {
            register(engine, CAUGHT, handlers -> working(handlers).atMostOnce("Work"));
            Execution<JsonNode> execution = engine.recover().get(0);

            assertThat(execution.await().output().path("Error").stringValue()).isEqualTo(TaskFailure.INTERRUPTED);
            assertThat(attempts).hasSize(1);
        }
    }

    @Test
    void every_retry_is_an_attempt_of_its_own() {
        StateMachineDefinition retried = definition("""
                {"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"work","End":true,
                  "Retry":[{"ErrorEquals":["States.ALL"],"IntervalSeconds":1,"JitterStrategy":"FULL","MaxDelaySeconds":1}]}}}""");
        try (Engine engine = engine()) {
            Execution<JsonNode> execution = register(
                            engine,
                            retried,
                            handlers -> handlers.resource("work", (input, context) -> {
                                attempts.add(context.attemptId());
                                if (context.attempt() == 1) {
                                    throw new TaskFailure("Once", null);
                                }
                                return input;
                            }))
                    .start("one", INPUT);

            assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class);
            assertThat(attempts).containsExactly(execution.arn() + "#1", execution.arn() + "#2");
        }
    }

    @Test
    void an_execution_keeps_the_definition_it_was_started_with() throws Exception {
        startAndStopInTheMiddle(WORK);

        try (Engine engine = engine()) {
            Workflow<JsonNode, JsonNode> later = register(
                    engine,
                    definition("{\"StartAt\":\"New\",\"States\":{\"New\":{\"Type\":\"Succeed\"}}}"),
                    this::working);
            Execution<JsonNode> old = engine.recover().get(0);

            assertThat(old.await()).isInstanceOf(Outcome.Succeeded.class);
            assertThat(old.history()).extracting(HistoryEvent::type).contains("TaskSucceeded", "PassStateExited");
            assertThat(later.start("two", INPUT).await()).isInstanceOf(Outcome.Succeeded.class);
        }
    }

    @Test
    void closing_with_patience_lets_handlers_come_to_their_end_and_begins_nothing_new() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        StateMachineDefinition two = definition("""
                {"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"work","Next":"More"},
                  "More":{"Type":"Task","Resource":"work","End":true}}}""");
        Engine first = engine();
        register(
                        first,
                        two,
                        handlers -> handlers.resource("work", (input, context) -> {
                            attempts.add(context.stateName());
                            begun.countDown();
                            mayEnd.await();
                            return input;
                        }))
                .start("one", INPUT);
        begun.await();
        Thread closing = new Thread(() -> first.close(Duration.ofMinutes(1)));
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait(); // until it waits for the handler
        }
        assertThatThrownBy(() -> register(first, two, this::working).start("two", INPUT))
                .isInstanceOf(IllegalStateException.class);
        mayEnd.countDown();
        closing.join();
        assertThat(attempts).containsExactly("Work");

        attempts.clear();
        try (Engine second = engine()) {
            register(
                    second,
                    two,
                    handlers -> handlers.resource("work", (input, context) -> {
                        attempts.add(context.stateName());
                        return input;
                    }));
            assertThat(second.recover().get(0).await()).isInstanceOf(Outcome.Succeeded.class);
            assertThat(attempts).containsExactly("More"); // what was done is not done again
        }
    }

    @Test
    void a_stop_that_was_awaited_is_final() throws Exception {
        StateMachineDefinition wide = definition("""
                {"StartAt":"All","States":{"All":{"Type":"Map","End":true,"ItemsPath":"$.items",
                  "ItemProcessor":{"StartAt":"Two","States":{"Two":{"Type":"Parallel","End":true,"Branches":[
                    {"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":3000,"End":true}}},
                    {"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"work","End":true}}}]}}}}}}""");
        String arn;
        try (Engine engine = engine()) {
            Execution<JsonNode> execution = register(engine, wide, this::stuck)
                    .start("one", JsonDocument.parse("{\"items\":[1,2,3]}").root());
            arn = execution.arn();
            begun.await();
            execution.stop("Halt", "enough");
            assertThat(execution.await()).isEqualTo(new Outcome.Aborted<>("Halt", "enough"));
        }

        try (Engine engine = engine()) {
            register(engine, wide, this::working);
            assertThat(engine.recover()).isEmpty();
            assertThat(engine.describe(arn).orElseThrow().error()).isEqualTo("Halt");
        }
    }

    @Test
    void a_folder_in_use_is_refused() {
        try (Engine engine = engine()) {
            assertThat(engine.recover()).isEmpty();
            assertThatThrownBy(this::engine).hasMessageContaining("is open in process");
        }
    }
}
