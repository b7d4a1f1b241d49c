package dev.stepwright.testkit;

import static dev.stepwright.dsl.Dsl.object;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.result;
import static dev.stepwright.dsl.Dsl.runMachine;
import static dev.stepwright.dsl.Dsl.task;
import static dev.stepwright.dsl.Dsl.waitFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.dsl.StateMachine;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskPermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NestedMachinesTest {
    record Order(String id, int amount) {}

    record Bill(String order) {}

    record Receipt(String number) {}

    record Done(String receipt) {}

    interface Bank {
        Receipt charge(Bill bill);
    }

    private static final StateMachine<Bill, Receipt> CHARGING = StateMachine.start(Bill.class)
            .then(waitFor("Wait for the bank", Duration.ofHours(1)))
            .then(task("Charge", Bank::charge))
            .end();

    private static final StateMachine<Order, Done> ORDERING = StateMachine.start(Order.class)
            .then(runMachine("Pay", CHARGING.at("${Charging}"))
                    .arguments(object(Bill::new, path(Order::id)))
                    .output(Done::new, result(Receipt::number)))
            .end();

    private static final TestMachine<Bill, Receipt> CHARGES =
            TestMachine.of(CHARGING, CHARGING.handlers().bind(Bank.class, bill -> new Receipt("r-" + bill.order())));

    private static TestMachine<Order, Done> orders() {
        return TestMachine.of(ORDERING, Stubs.none());
    }

    @Test
    void a_machine_that_is_started_runs_with_its_own_tasks_in_the_same_time() {
        TestMachine<Bill, Receipt> charges = TestMachine.of(
                CHARGING, CHARGING.handlers().bind(Bank.class, bill -> new Receipt("r-" + bill.order())));

        TestRun<Done> run = orders().nesting("${Charging}", charges).run(new Order("o-1", 10));

        assertThat(run.output()).isEqualTo(new Done("r-o-1"));
        assertThat(run.duration()).isEqualTo(Duration.ofHours(1));
        TestRun<Receipt> charged = run.nested(charges).get(0);
        assertThat(charged.input()).isEqualTo(JavaValues.toJson(new Bill("o-1")));
        assertThat(charged.output()).isEqualTo(new Receipt("r-o-1"));
        assertThat(charged.path()).containsExactly("Wait for the bank", "Charge");
        assertThat(charged.duration()).isEqualTo(Duration.ofHours(1));
        assertThat(charges.coverage().isComplete()).isTrue();
    }

    @Test
    void a_nested_machine_may_be_stubbed_and_its_failure_tells_its_course() {
        var broke = CHARGES.stubbing(Stubs.parse("{\"Charge\": {\"Throw\": {\"Error\": \"Broke\"}}}"));

        TestRun<Done> run = orders().nesting("${Charging}", broke).run(new Order("o-1", 10));

        assertThat(run.error()).isEqualTo("States.TaskFailed");
        assertThat(run.nested(CHARGES))
                .singleElement()
                .satisfies(nested -> assertThat(nested.outcome()).isEqualTo(new Outcome.Failed<>("Broke", null)));
        assertThat(run)
                .asString()
                .contains(
                        "    0 ms  Task      Pay",
                        "    0 ms  Wait      Charging/Wait for the bank",
                        " 1:00:00 h  FAILED    Charging: Broke");
        assertThat(run.nested(CHARGES).get(0)).asString().endsWith(" 1:00:00 h  FAILED    Broke");
    }

    @Test
    void what_a_nested_handler_throws_is_kept() {
        var broken = TestMachine.of(CHARGING, CHARGING.handlers().bind(Bank.class, bill -> {
            throw new IllegalStateException("no line");
        }));

        TestRun<Done> run = orders().nesting("${Charging}", broken).run(new Order("o-1", 10));

        assertThat(run.thrown()).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(run.nested(broken).get(0).thrown()).isEqualTo(run.thrown());
    }

    @Test
    void a_stub_of_the_task_goes_before_the_machine() {
        TestRun<Done> run = orders().nesting("${Charging}", CHARGES)
                .stubbing(Stubs.parse("{\"Pay\": {\"Return\": {\"Output\": {\"number\": \"r\"}}}}"))
                .run(new Order("o-1", 10));

        assertThat(run.output()).isEqualTo(new Done("r"));
        assertThat(run.nested(CHARGES)).isEmpty();
    }

    @Test
    void a_machine_that_was_not_nested_is_told_of() {
        TestRun<Done> run = orders().run(new Order("o-1", 10));

        assertThat(run.error()).isEqualTo("States.Runtime");
        assertThat(run.cause()).contains("\"Pay\"", "no stub or handler", "nesting(\"${Charging}\", ...)");
        assertThatThrownBy(() -> run.nested(CHARGES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nesting(reference, machine)");
    }

    private static StateMachineDefinition definition(String text) {
        return AslDocument.parse("test", text).definition();
    }

    private static StateMachineDefinition calling(String resource, String arn) {
        return definition("""
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::%s", "End": true,
                  "Parameters": {"StateMachineArn": "%s", "Input.$": "$"}}}}
                """.formatted(resource, arn));
    }

    private static final StateMachineDefinition SLOW = definition(
            "{\"StartAt\": \"W\", \"States\": {\"W\": {\"Type\": \"Wait\", \"Seconds\": 400, \"End\": true}}}");

    @Test
    void an_express_machine_is_run_within_its_limits_and_told_like_others() {
        String arn = "arn:aws:states:eu-west-1:111122223333:stateMachine:slow:PROD";
        var slow = TestMachine.of(SLOW, Stubs.none()).asExpress();

        TestRun<JsonNode> run = TestMachine.of(calling("aws-sdk:sfn:startSyncExecution", arn), Stubs.none())
                .nesting(arn, slow)
                .runJson("{}");

        assertThat(run.output().path("Status").asString("")).isEqualTo("TIMED_OUT");
        TestRun<JsonNode> nested = run.nested(slow).get(0);
        assertThat(nested.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(nested.duration()).isEqualTo(Duration.ofMinutes(5));
        assertThat(nested.history()).extracting(HistoryEvent::type).endsWith("ExecutionTimedOut");
        assertThat(run.output().path("ExecutionArn").asString("")).contains(":express:slow:");
    }

    @Test
    void the_machine_under_test_may_be_express() {
        TestRun<JsonNode> run = TestMachine.of(SLOW, Stubs.none()).asExpress().runJson("{}");

        assertThat(run.outcome()).isEqualTo(new Outcome.TimedOut<>());
        assertThat(run.path()).containsExactly("W");
    }

    @Test
    void a_run_waits_for_what_its_tasks_have_not_waited_for() {
        var slow = TestMachine.of(SLOW, Stubs.none());

        TestRun<JsonNode> run = TestMachine.of(calling("states:startExecution", "${Slow}"), Stubs.none())
                .nesting("${Slow}", slow)
                .runJson("{}");

        assertThat(run.duration()).isZero();
        assertThat(run.nested(slow)).extracting(TestRun::status).containsExactly(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void a_machine_that_a_nested_one_starts_sends_back_a_token() {
        var answering = TestMachine.of(definition("""
                {"StartAt": "Answer", "States": {"Answer": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
                  "Parameters": {"TaskToken.$": "$.token", "Output": {"ok": true}}}}}
                """), Stubs.none());
        var asking = TestMachine.of(definition("""
                {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::states:startExecution.waitForTaskToken",
                  "Parameters": {"StateMachineArn": "${Answering}", "Input": {"token.$": "$$.Task.Token"}}}}}
                """), Stubs.none()).nesting("${Answering}", answering);

        TestRun<JsonNode> run = TestMachine.of(calling("states:startExecution.sync:2", "${Asking}"), Stubs.none())
                .nesting("${Asking}", asking)
                .runJson("{}");

        assertThat(JsonText.compact(run.output().path("Output"))).isEqualTo("{\"ok\":true}");
        assertThat(run.nested(asking)).hasSize(1);
        assertThat(run.nested(answering)).hasSize(1);
    }

    @Test
    void a_machine_that_starts_itself_runs_as_often_as_it_says() {
        StateMachineDefinition countdown = definition("""
                {"QueryLanguage": "JSONata", "StartAt": "More?", "States": {
                  "More?": {"Type": "Choice", "Default": "Done", "Choices": [{"Condition": "{% $states.input.n > 0 %}", "Next": "Again"}]},
                  "Again": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "End": true,
                    "Arguments": {"StateMachineArn": "{% $states.context.StateMachine.Id %}", "Input": {"n": "{% $states.input.n - 1 %}"}}},
                  "Done": {"Type": "Succeed"}}}
                """);
        var counting = TestMachine.of(countdown, Stubs.none());

        TestRun<JsonNode> run = counting.runJson("{\"n\": 2}");

        assertThat(run.nested(counting)).hasSize(2);
    }

    @Test
    void two_machines_of_one_name_are_refused_before_anything_runs() {
        var same = TestMachine.of(SLOW, Stubs.none()).named("test");

        assertThatThrownBy(() -> orders().nesting("${Charging}", same).run(new Order("o", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two machines of this run are named \"test\"; rename one of them with TestMachine.named");
        assertThat(orders().named("ordering")
                        .nesting("${Charging}", CHARGES.named("test"))
                        .run(new Order("o", 1))
                        .nested(CHARGES))
                .hasSize(1);
    }

    @Test
    void one_that_never_ends_is_told() {
        TaskHandlers silent = TaskHandlers.builder()
                .state("Call", (input, context) -> {
                    new CountDownLatch(1).await();
                    return input;
                })
                .build();
        var stuck = TestMachine.of(calling("sqs:sendMessage", "none"), silent);

        assertThatThrownBy(() -> TestMachine.of(calling("states:startExecution", "${Stuck}"), Stubs.none())
                        .nesting("${Stuck}", stuck)
                        .withPatience(Duration.ofSeconds(5)) // for all but what never ends, on a busy machine
                        .runJson("{}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("the execution of \"Stuck\" has not ended", "Stuck/Call");
    }

    @Test
    void what_comes_after_a_nested_execution_has_its_time() {
        var slow = TestMachine.of(SLOW, Stubs.none());
        Instant start = Instant.parse("2030-01-01T00:00:00Z");

        List<Instant> ends = TestMachine.of(calling("states:startExecution.sync", "${Slow}"), Stubs.none())
                .nesting("${Slow}", slow)
                .startingAt(start)
                .runJson("{}")
                .history()
                .stream()
                .filter(event -> event.type().equals("ExecutionSucceeded"))
                .map(HistoryEvent::timestamp)
                .toList();

        assertThat(ends).containsExactly(start.plusSeconds(400));
    }

    @Test
    void items_of_a_distributed_map_start_machines_too() {
        StateMachineDefinition each = definition("""
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "Label": "each", "ItemProcessor": {
                  "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "Call", "States": {
                    "Call": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "End": true,
                      "Parameters": {"StateMachineArn": "${Slow}", "Input.$": "$"}, "ResultSelector": {"n.$": "$.Output.n"}}}}}}}
                """);
        var slow = TestMachine.of(SLOW, Stubs.none());

        TestRun<JsonNode> run =
                TestMachine.of(each, Stubs.none()).nesting("${Slow}", slow).runJson("[{\"n\": 1}, {\"n\": 2}]");

        assertThat(JsonText.compact(run.output())).isEqualTo("[{\"n\":1},{\"n\":2}]");
        assertThat(run.nested(slow)).hasSize(2);
    }

    @Test
    void each_machine_is_held_to_its_own_permission_stubs_included() {
        TaskPermission none = request -> {
            throw new TaskFailure("No", request.stateName());
        };
        Stubs charged = Stubs.none().returning("Charge", new Receipt("r"));

        var nested = orders().nesting("${Charging}", CHARGES.stubbing(charged).heldTo(none))
                .run(new Order("o-1", 10));
        var first = orders().heldTo(none).nesting("${Charging}", CHARGES).run(new Order("o-1", 10));

        assertThat(nested.path()).containsExactly("Pay");
        assertThat(nested.cause()).contains("\"Error\":\"No\"", "\"Cause\":\"Charge\"");
        assertThat(first.error()).isEqualTo("No");
        assertThat(first.nested(CHARGES)).isEmpty();
    }
}
