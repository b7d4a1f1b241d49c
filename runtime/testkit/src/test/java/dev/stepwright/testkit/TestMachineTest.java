package dev.stepwright.testkit;

import static dev.stepwright.dsl.Dsl.callback;
import static dev.stepwright.dsl.Dsl.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.dsl.Resource;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.dsl.TaskToken;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TestMachineTest {
    private static final StateMachineDefinition ORDER = definition("""
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge", "Payload": {"amount.$": "$.amount"}}, "ResultPath": "$.charge",
                "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 60, "MaxAttempts": 1}],
                "Catch": [{"ErrorEquals": ["Declined", "Busy"], "ResultPath": null, "Next": "Refuse"}],
                "Next": "Large?"},
              "Large?": {"Type": "Choice", "Default": "Ship", "Choices": [
                {"Variable": "$.amount", "NumericGreaterThan": 1000, "Next": "Review"}]},
              "Review": {"Type": "Wait", "Seconds": 86400, "Next": "Ship"},
              "Ship": {"Type": "Parallel", "End": true, "Branches": [
                {"StartAt": "Pack", "States": {"Pack": {"Type": "Pass", "End": true}}},
                {"StartAt": "Label", "States": {"Label": {"Type": "Pass", "Next": "Print"}, "Print": {"Type": "Pass", "End": true}}}]},
              "Refuse": {"Type": "Fail", "Error": "Refused", "Cause": "no money"}}}
            """);

    private static StateMachineDefinition definition(String text) {
        return AslDocument.parse("test", text).definition();
    }

    private static TestMachine<JsonNode, JsonNode> orders(String stubs) {
        return TestMachine.of(ORDER, Stubs.parse(stubs));
    }

    @Test
    void a_run_tells_its_path_what_went_in_and_out_and_how_long_it_took() {
        TestRun<JsonNode> run = orders("{\"Charge\": [{\"Throw\": {\"Error\": \"Busy\"}}, {\"Return\": 7}]}")
                .runJson("{\"amount\": 1500}");

        assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(run.path()).startsWith("Charge", "Large?", "Review", "Ship").contains("Pack", "Label", "Print");
        assertThat(run.duration()).isEqualTo(Duration.ofSeconds(60 + 86_400));
        assertThat(run.taskInputs("Charge"))
                .extracting(JsonText::compact)
                .containsExactly(
                        "{\"FunctionName\":\"charge\",\"Payload\":{\"amount\":1500}}",
                        "{\"FunctionName\":\"charge\",\"Payload\":{\"amount\":1500}}");
        assertThat(run.inputs("Review")).hasSize(1);
        assertThat(run.outputs("Charge").get(0).at("/charge/Payload").intValue())
                .isEqualTo(7);
        assertThat(run.output().get(0).path("amount").intValue()).isEqualTo(1500);
        assertThat(run.error()).isNull();
        assertThat(run.history()).extracting(HistoryEvent::type).contains("TaskFailed", "WaitStateEntered");
    }

    @Test
    void a_run_that_fails_says_so_with_its_course() {
        TestRun<JsonNode> run =
                orders("{\"Charge\": {\"Throw\": {\"Error\": \"Declined\"}}}").runJson("{\"amount\": 5}");

        assertThat(run.outcome()).isEqualTo(new Outcome.Failed<>("Refused", "no money"));
        assertThat(run.error()).isEqualTo("Refused");
        assertThat(run.cause()).isEqualTo("no money");
        assertThatThrownBy(run::output)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "the run did not succeed, so it has no output: Failed[error=Refused, cause=no money]",
                        "! failed  Charge: Declined",
                        "FAILED    Refused, no money");
    }

    @Test
    void a_run_that_fails_within_a_map_names_the_state_the_iteration_and_its_input() {
        TestMachine<JsonNode, JsonNode> machine =
                TestMachine.of(AslDocument.parse("each", """
                        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$", "End": true, "MaxConcurrency": 1,
                          "ItemProcessor": {"StartAt": "Price", "States": {
                            "Price": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:price", "End": true}}}}}}
                        """).definition(), Stubs.parse("""
                        {"Price": [{"Return": 1}, {"Throw": {"Error": "NoPrice"}}]}"""));

        TestRun<JsonNode> run = machine.runJson("[\"pen\", \"lamp\"]");

        assertThat(run.failing()).hasToString("Optional[\"Price\" in iteration 1 of \"Each\", entered with \"lamp\"]");
        assertThatThrownBy(run::output)
                .hasMessageContaining("error=NoPrice, cause=null]\nin \"Price\" in iteration 1 of \"Each\"");
        assertThat(machine.runJson("[\"pen\"]").failing()).isEmpty();
    }

    @Test
    void coverage_tells_what_no_run_has_gone_through() {
        TestMachine<JsonNode, JsonNode> orders = orders("{\"Charge\": {\"Return\": 7}}");

        orders.runJson("{\"amount\": 5}");

        assertThat(orders.coverage().unvisitedStates()).containsExactly("Review", "Refuse");
        assertThat(orders.coverage()).hasToString("""
                6 of 8 states, 3 of 6 transitions
                  not entered: "Review"
                  not entered: "Refuse"
                  not taken:   "Charge" -> "Refuse" on Declined, Busy
                  not taken:   "Large?" -> "Review" ($.amount > 1000)
                  not taken:   "Review" -> "Ship\"""");
        assertThat(orders.coverage().isComplete()).isFalse();
    }

    @Test
    void coverage_adds_up_over_runs_and_over_machines() {
        TestMachine<JsonNode, JsonNode> orders = orders("{\"Charge\": {\"Return\": 7}}");
        TestMachine<JsonNode, JsonNode> refused = orders("{\"Charge\": {\"Throw\": {\"Error\": \"Busy\"}}}");

        orders.runJson("{\"amount\": 5}");
        orders.named("large").runJson("{\"amount\": 5000}");
        orders.coverage().add(refused.runJson("{\"amount\": 5}"));

        assertThat(orders.coverage().isComplete())
                .as(orders.coverage().toString())
                .isTrue();
        assertThat(orders.coverage()).hasToString("8 of 8 states, 6 of 6 transitions");
    }

    @Test
    void a_catcher_and_next_to_the_same_state_are_two_ways() {
        StateMachineDefinition both = definition("""
                {"StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "${A}", "Next": "B", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]},
                  "B": {"Type": "Succeed"}}}
                """);
        TestMachine<JsonNode, JsonNode> fails =
                TestMachine.of(both, Stubs.parse("{\"A\": {\"Throw\": {\"Error\": \"E\"}}}"));

        fails.runJson("{}");

        assertThat(fails.coverage().untakenTransitions()).containsExactly("\"A\" -> \"B\"");
    }

    @Test
    void handlers_may_do_the_tasks_and_the_same_input_gives_the_same_run() {
        StateMachineDefinition ids = definition("""
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "${A}", "Arguments": "{% $states.input.n %}", "Next": "B"},
                  "B": {"Type": "Pass", "Output": "{% {'n': $states.input, 'at': $now(), 'name': $states.context.StateMachine.Name} %}", "End": true}}}
                """);
        TestMachine<JsonNode, JsonNode> machine = TestMachine.of(
                        ids,
                        TaskHandlers.builder()
                                .inline("A", (input, context) -> input)
                                .build())
                .startingAt(Instant.parse("2030-05-01T00:00:00Z"))
                .named("ids");

        TestRun<JsonNode> first = machine.runJson("{\"n\": 3}");

        assertThat(JsonText.compact(first.output()))
                .isEqualTo("{\"n\":3,\"at\":\"2030-05-01T00:00:00.000Z\",\"name\":\"ids\"}");
        assertThat(machine.runJson("{\"n\": 3}").history()).isEqualTo(first.history());
    }

    @Test
    void lines_are_given_as_they_come() {
        List<String> lines = new ArrayList<>();

        TestRun<JsonNode> run =
                orders("{\"Charge\": {\"Return\": 7}}").printingTo(lines::add).runJson("{\"amount\": 5}");

        assertThat(String.join("\n", lines)).isEqualTo(run.toString()).contains("Task      Charge", "SUCCEEDED");
    }

    @Test
    void activities_need_no_preparation() {
        StateMachineDefinition work = definition("""
                {"StartAt": "Work", "States": {"Work": {"Type": "Task", "TimeoutSeconds": 9, "End": true,
                  "Resource": "arn:aws:states:eu-west-1:111122223333:activity:work"}}}
                """);

        assertThat(TestMachine.of(work, Stubs.parse("{\"Work\": {\"Return\": \"done\"}}"))
                        .runJson("{}")
                        .output()
                        .stringValue())
                .isEqualTo("done");
    }

    private static TaskHandlers silent() {
        return TaskHandlers.builder()
                .state("Charge", (input, context) -> {
                    new CountDownLatch(1).await();
                    return input;
                })
                .build();
    }

    @Test
    void what_waits_for_an_answer_that_never_comes_is_told(@TempDir Path folder) {
        assertThatThrownBy(() -> TestMachine.of(ORDER, silent())
                        .withPatience(Duration.ofMillis(100))
                        .writingPagesTo(folder)
                        .runJson("{\"amount\": 5}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "waits for an answer that no stub gives", "Task      Charge", "its page: " + folder);
    }

    @Test
    void a_stub_for_no_task_is_refused_before_anything_runs() {
        assertThatThrownBy(() -> orders("{\"Chrage\": {\"Return\": 7}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is a stub for \"Chrage\"");
    }

    record Order(int amount) {}

    record Charged(String id) {}

    record Answer(boolean isGood) {}

    interface Till {
        Charged charge(Order order);
    }

    private static final Resource<Charged, Answer> ASK =
            Resource.of("arn:aws:states:::sqs:sendMessage.waitForTaskToken", Charged.class, Answer.class);

    private static final StateMachine<Order, Answer> ASKING = StateMachine.start(task("Charge", Till::charge))
            .then(task("Ask", ASK))
            .end();

    @Test
    void stubs_answer_where_no_handler_does_the_task() {
        TestMachine<Order, Answer> asking = TestMachine.of(
                        ASKING, ASKING.handlers().bind(Till.class, order -> new Charged("c-" + order.amount())))
                .stubbing(Stubs.parse("{\"Ask\": {\"Return\": {\"isGood\": true}}}"));

        TestRun<Answer> run = asking.run(new Order(5));

        assertThat(run.output()).isEqualTo(new Answer(true));
        assertThat(run.taskInputs("Ask")).extracting(JsonText::compact).containsExactly("{\"id\":\"c-5\"}");
    }

    interface Desk {
        void ask(Order order, TaskToken<Answer> token);
    }

    private static final StateMachine<Order, Answer> CALLING_BACK = StateMachine.start(
                    callback("Ask", Desk::ask).timeout(Duration.ofDays(1)))
            .end();

    @Test
    void a_stub_answers_a_callback() {
        TestRun<Answer> run = TestMachine.of(CALLING_BACK, Stubs.parse("{\"Ask\": {\"Return\": {\"isGood\": true}}}"))
                .run(new Order(5));

        assertThat(run.output()).isEqualTo(new Answer(true));
        assertThat(run.taskInputs("Ask").get(0).at("/Payload/input"))
                .isEqualTo(JsonDocument.parse("{\"amount\": 5}").root());
    }

    @Test
    void a_callback_that_nobody_answers_times_out() {
        List<Order> asked = new ArrayList<>();
        TestMachine<Order, Answer> asking = TestMachine.of(
                CALLING_BACK, CALLING_BACK.handlers().bind(Desk.class, (order, token) -> asked.add(order)));

        assertThat(asking.run(new Order(5)).outcome()).isEqualTo(new Outcome.Failed<>("States.Timeout", null));
        assertThat(asked).containsExactly(new Order(5));
    }

    @Test
    void stubs_answer_in_place_of_handlers() {
        TestMachine<Order, Answer> asking =
                TestMachine.of(ASKING, ASKING.handlers().bind(Till.class, order -> {
                    throw new IllegalStateException("not to be asked");
                }));

        TestRun<Answer> run = asking.stubbing(
                        Stubs.parse("{\"Charge\": {\"Throw\": {\"Error\": \"Busy\"}}, \"Ask\": {\"Return\": null}}"))
                .run(new Order(5));

        assertThat(run.outcome()).isEqualTo(new Outcome.Failed<>("Busy", null));
        assertThat(run.thrown()).isEmpty();
    }

    @Test
    void others_do_what_has_neither_stub_nor_handler() {
        TaskRunner asking = new TaskRunner() {
            @Override
            public boolean serves(TaskRequest request) {
                return request.resource().service().equals("sqs");
            }

            @Override
            public Runnable start(TaskRequest request, TaskCompletion completion) {
                completion.succeeded(JsonDocument.parse("{\"isGood\": true}").root());
                return () -> {};
            }
        };
        TestMachine<Order, Answer> machine = TestMachine.of(
                        ASKING, ASKING.handlers().bind(Till.class, order -> new Charged("c")))
                .doing(workplace -> asking);

        assertThat(machine.run(new Order(5)).output()).isEqualTo(new Answer(true));
        assertThat(machine.stubbing(Stubs.parse("{\"Ask\": {\"Return\": {\"isGood\": false}}}"))
                        .run(new Order(5))
                        .output())
                .isEqualTo(new Answer(false));
    }

    @Test
    void others_refuse_parameters_before_the_task_is_scheduled_unless_it_has_a_stub() {
        TaskRunner refusing = new TaskRunner() {
            @Override
            public boolean serves(TaskRequest request) {
                return request.resource().service().equals("sqs");
            }

            @Override
            public void check(TaskRequest request) throws TaskFailure {
                throw TaskFailure.ofParameters(request.input(), List.of("no queue"));
            }

            @Override
            public Runnable start(TaskRequest request, TaskCompletion completion) {
                throw new IllegalStateException("it was refused");
            }
        };
        TestMachine<Order, Answer> machine = TestMachine.of(
                        ASKING, ASKING.handlers().bind(Till.class, order -> new Charged("c")))
                .doing(workplace -> refusing);

        TestRun<Answer> refused = machine.run(new Order(5));
        assertThat(refused.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(failed.cause()).endsWith("could not be used to start the Task: [no queue]"));
        assertThat(refused.taskInputs("Ask")).isEmpty();
        assertThat(machine.stubbing(Stubs.parse("{\"Ask\": {\"Return\": {\"isGood\": false}}}"))
                        .run(new Order(5))
                        .output())
                .isEqualTo(new Answer(false));
    }

    @Test
    void a_machine_in_java_is_run_with_stubs_alone() {
        TestMachine<Order, Answer> asking = TestMachine.of(
                ASKING,
                Stubs.parse("{\"Charge\": {\"Return\": {\"id\": \"c\"}}, \"Ask\": {\"Return\": {\"isGood\": true}}}"));

        assertThat(asking.run(new Order(5)).output()).isEqualTo(new Answer(true));
        assertThatThrownBy(() -> asking.stubbing(Stubs.parse("{\"Chrage\": {\"Return\": 1}}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("Chrage", "[Ask, Charge]");
    }

    @Test
    void a_definition_takes_and_gives_java_values_if_it_is_told_their_types() {
        StateMachineDefinition charging = definition("""
                {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true}}}
                """);
        TaskHandlers handlers = TaskHandlers.builder()
                .state("Charge", Order.class, (order, context) -> new Charged("c-" + order.amount()))
                .build();

        TestRun<Charged> run =
                TestMachine.of(charging, Order.class, Charged.class, handlers).run(new Order(5));

        assertThat(run.output()).isEqualTo(new Charged("c-5"));
    }

    @Test
    void a_machine_that_knows_its_types_takes_handlers_of_any_kind() {
        StateMachine<Order, Charged> charging = StateMachine.of(definition("""
                        {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "${Charge}", "End": true}}}
                        """), Order.class, Charged.class);
        TaskHandlers handlers = TaskHandlers.builder()
                .state("Charge", Order.class, (order, context) -> new Charged("c-" + order.amount()))
                .build();

        TestRun<Charged> run = TestMachine.of(charging, handlers).run(new Order(5));

        assertThat(run.output()).isEqualTo(new Charged("c-5"));
    }

    @Test
    void what_a_handler_throws_is_kept_with_its_stack_trace() {
        TestRun<Answer> run = TestMachine.of(ASKING, ASKING.handlers().bind(Till.class, order -> {
                    throw new IllegalStateException();
                }))
                .run(new Order(5));

        assertThat(run.error()).isEqualTo("java.lang.IllegalStateException");
        assertThat(run.thrown()).singleElement().isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(run::output)
                .satisfies(refusal -> assertThat(refusal.getSuppressed()).containsExactlyElementsOf(run.thrown()));
    }

    @Test
    void a_state_that_is_misspelt_is_not_one_that_was_not_entered() {
        TestRun<JsonNode> run = orders("{\"Charge\": {\"Return\": 7}}").runJson("{\"amount\": 5}");

        assertThat(run.inputs("Refuse")).isEmpty();
        assertThatThrownBy(() -> run.inputs("Refsue"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the machine has no state \"Refsue\"; its states are"
                        + " [Charge, Label, Large?, Pack, Print, Refuse, Review, Ship]; did you mean \"Refuse\"?");
        assertThatThrownBy(() -> run.outputs("Refsue")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.taskInputs("Chrage")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stubs_are_written_with_java_values_too() {
        TestMachine<Order, Answer> good = TestMachine.of(
                ASKING, Stubs.none().returning("Charge", new Charged("c")).returning("Ask", new Answer(true)));

        assertThat(good.run(new Order(5)).output()).isEqualTo(new Answer(true));
        assertThat(good.stubbing(Stubs.none().throwing("Charge", new IllegalStateException("no line")))
                        .run(new Order(5))
                        .outcome())
                .isEqualTo(new Outcome.Failed<>("java.lang.IllegalStateException", "no line"));
        assertThat(good.stubbing(Stubs.none().throwing("Charge", new TaskFailure("Busy", "try again")))
                        .run(new Order(5))
                        .outcome())
                .isEqualTo(new Outcome.Failed<>("Busy", "try again"));
        assertThat(good.stubbing(Stubs.none().throwing("Charge", new TaskFailure(null, "no name")))
                        .run(new Order(5))
                        .outcome())
                .isEqualTo(new Outcome.Failed<>(null, "no name"));
    }

    @Test
    void each_run_writes_a_page_called_after_the_test(@TempDir Path folder) {
        TestMachine<JsonNode, JsonNode> orders =
                orders("{\"Charge\": {\"Throw\": {\"Error\": \"Declined\"}}}").writingPagesTo(folder);

        TestRun<JsonNode> first = orders.runJson("{\"amount\": 5}");
        assertThatThrownBy(() -> orders.runJson("{\"amount\": 6}").output())
                .hasMessageEndingWith("its page: "
                        + folder.resolve("TestMachineTest.each_run_writes_a_page_called_after_the_test-2.html"));

        Path page = folder.resolve("TestMachineTest.each_run_writes_a_page_called_after_the_test-1.html");
        assertThat(first.toString()).endsWith("FAILED    Refused, no money\nits page: " + page);
        assertThat(page).content().contains("data-state=\"Charge\"", "Declined", "&quot;amount&quot;: 5");
    }

    @Test
    void a_page_is_called_after_a_constructor_as_files_may_be_called(@TempDir Path folder) {
        Object asking = new Object() {
            private final TestRun<JsonNode> run =
                    orders("{}").writingPagesTo(folder).runJson("{\"amount\": 5}");

            @Override
            public String toString() {
                return run.toString();
            }
        };

        assertThat(asking.toString()).containsPattern("its page: .*TestMachineTest\\$\\d+\\._init_-1\\.html$");
    }

    @Test
    void what_does_not_end_is_told_where_no_page_can_be_written(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> TestMachine.of(ORDER, silent())
                        .withPatience(Duration.ofMillis(100))
                        .writingPagesTo(file)
                        .runJson("{\"amount\": 5}"))
                .hasMessageContainingAll(
                        "waits for an answer that no stub gives", "the page of a run cannot be written: " + file);
    }
}
