package dev.stepwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class StubsTest {
    private static final StateMachineDefinition CALL_TWICE =
            AslDocument.parse("m", """
                    {
                      "StartAt": "First",
                      "States": {
                        "First": { "Type": "Task", "Resource": "${A}", "ResultPath": "$.first", "Next": "Both",
                          "Retry": [ { "ErrorEquals": ["Busy"], "IntervalSeconds": 1, "MaxAttempts": 1 } ] },
                        "Both": { "Type": "Parallel", "End": true, "Branches": [
                          { "StartAt": "Inner", "States": { "Inner": { "Type": "Task", "Resource": "${B}", "End": true } } } ] }
                      }
                    }
                    """).definition();

    @Test
    void answers_come_in_turn_and_the_last_one_stays() throws Exception {
        Stubs stubs = Stubs.parse("""
                {
                  "First": [ { "Throw": { "Error": "Gone" } }, { "Return": 1 }, { "Return": 2 } ],
                  "Inner": { "Return": "inner" }
                }
                """);

        var config = EngineConfig.builder().runner(stubs.runner(CALL_TWICE));
        try (Engine engine = Engine.create(config.build())) {
            var workflow = engine.register("m", CALL_TWICE, JsonNode.class, JsonNode.class, TaskHandlers.none());
            JsonNode input = JsonNodeFactory.instance.objectNode();

            assertThat(workflow.start(input).await()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                assertThat(failed.error()).isEqualTo("Gone");
                assertThat(failed.cause()).isNull();
            });
            for (int call = 0; call < 3; call++) {
                assertThat(workflow.start(input).await()).hasToString("Succeeded[output=[\"inner\"]]");
            }
        }
    }

    @Test
    void a_task_that_waits_for_its_token_ends_with_its_answer_and_one_without_a_stub_fails() {
        StateMachineDefinition asks = AslDocument.parse("m", """
                        {
                          "StartAt": "Ask",
                          "States": {
                            "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                              "Parameters": { "MessageBody": { "token.$": "$$.Task.Token" } }, "Next": "Call" },
                            "Call": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                              "Parameters": { "FunctionName": "f", "Payload.$": "$" }, "Next": "Forgotten" },
                            "Forgotten": { "Type": "Task", "Resource": "${Forgotten}", "End": true }
                          }
                        }
                        """).definition();
        Stubs stubs = Stubs.parse("{ \"Ask\": { \"Return\": \"yes\" }, \"Call\": { \"Return\": 1 } }");
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        var config = EngineConfig.builder()
                .runner(stubs.runner(asks))
                .time(VirtualTime.automatic(Instant.parse("2026-01-31T10:00:00Z")))
                .listener(ProgressLines.withOutputsTo(lines::add));

        try (Engine engine = Engine.create(config.build())) {
            engine.register("m", asks, JsonNode.class, JsonNode.class, TaskHandlers.none())
                    .start(JsonNodeFactory.instance.objectNode())
                    .await();
        }

        assertThat(lines)
                .containsExactly(
                        "      0 ms  Task      Ask",
                        "      0 ms            Ask -> \"yes\"",
                        "      0 ms  Task      Call",
                        "      0 ms            Call -> {\"ExecutedVersion\":\"$LATEST\",\"Payload\":1,\"StatusCode\":200}",
                        "      0 ms  Task      Forgotten",
                        "      0 ms  ! failed  Forgotten: States.Runtime, no stub or handler for the task \"Forgotten\", whose resource is"
                                + " ${Forgotten}; add one: {\"Forgotten\": {\"Return\": ...",
                        "      0 ms  FAILED    States.Runtime, no stub or handler for the task \"Forgotten\", whose resource is"
                                + " ${Forgotten}; add one: {\"Forgotten\": {\"Return\": {}}}; there...");
    }

    @Test
    void a_stub_for_what_is_no_task_is_refused_with_the_tasks_there_are() {
        Stubs stubs = Stubs.parse("{ \"Frist\": { \"Return\": 1 } }");

        assertThatThrownBy(() -> stubs.runner(CALL_TWICE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "stubs: there is a stub for \"Frist\", but only these states can have one: [First, Inner]; did you mean \"First\"?");
    }

    @Test
    void a_stub_whose_name_is_like_none_of_the_tasks_is_taken_for_none_of_them() {
        Stubs stubs = Stubs.parse("{ \"Elsewhere\": { \"Return\": 1 } }");

        assertThatThrownBy(() -> stubs.runner(CALL_TWICE)).hasMessageEndingWith("can have one: [First, Inner]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|stubs:1:1: stubs must be a JSON object that maps state names to answers, found []",
                "{\"A\": 1}|stubs:1:7: an answer must be {\"Return\"",
                "{\"A\": []}|stubs:1:7: a list of answers must have at least one",
                "{\"A\": [{\"Return\": 1}, {\"Retrun\": 1}]}|stubs:1:23: an answer must be",
                "{\"A\": {\"Throw\": \"E\"}}|stubs:1:7: an answer must be",
                "{\"A\": {\"NoAnswer\": 1}}|stubs:1:7: an answer must be",
                "{\"A\": {\"Return\": 1, \"Throw\": {\"Error\": \"E\"}}}|stubs:1:7: an answer must be",
                "{\"A\": {\"Return\": 1, \"Unchecked\": 1}}|stubs:1:7: an answer must be",
                "{\"A\": {\"Return\": 1, \"Uncheked\": true}}|stubs:1:7: an answer must be",
                "{\"A\": |stubs:1:6: expected a value, found the end",
            })
    void what_is_no_stub_is_refused_with_its_place(String text, String message) {
        assertThatThrownBy(() -> Stubs.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_function_that_is_waited_for_answers_what_somebody_sends_and_no_payload() {
        StateMachineDefinition waits = AslDocument.parse("test", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                  "Parameters": {"FunctionName": "f", "Payload": {"token.$": "$$.Task.Token"}}}}}
                """).definition();

        TestRun<JsonNode> run = TestMachine.of(waits, Stubs.parse("{\"Call\": {\"Return\": 1}}"))
                .runJson("{}");

        assertThat(run.output().intValue()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:lambda:eu-west-1:123456789012:function:f",
                "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "arn:aws:states:::ecs:runTask.sync",
                "arn:aws:states:eu-west-1:123456789012:activity:a"
            })
    void a_task_that_is_not_answered_times_out_and_is_tried_again(String resource) {
        StateMachineDefinition calls =
                AslDocument.parse("test", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "%s", "TimeoutSeconds": 3600,
                  "Retry": [{"ErrorEquals": ["States.Timeout"]}], "End": true}}}
                """.formatted(resource)).definition();

        TestRun<JsonNode> run = TestMachine.of(
                        calls, Stubs.parse("{\"Call\": [{\"NoAnswer\": true}, {\"Return\": 1, \"Unchecked\": true}]}"))
                .runJson("{}");

        assertThat(run.output().intValue()).isEqualTo(1);
        assertThat(run.duration()).isEqualTo(Duration.ofSeconds(3600 + 1));
        assertThat(TestMachine.of(calls, Stubs.none().notAnswering("Call"))
                        .runJson("{}")
                        .error())
                .isEqualTo("States.Timeout");
    }

    private static TestMachine<JsonNode, JsonNode> each(String fields, Stubs stubs) {
        return TestMachine.of(AslDocument.parse("each", """
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, %s, "ItemProcessor": {
                  "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                  "StartAt": "Take", "States": {"Take": {"Type": "Pass", "End": true}}}}}}
                """.formatted(fields)).definition(), stubs);
    }

    @Test
    void a_task_without_a_stub_is_told_with_those_that_there_are() {
        assertThat(TestMachine.of(CALL_TWICE, Stubs.parse("{\"First\": {\"Return\": 1}}"))
                        .runJson("{}")
                        .cause())
                .contains("; add one: {\"Inner\": {\"Return\": {}}}; there are stubs for \"First\"");
    }

    @Test
    void a_reader_without_a_stub_is_not_taken_for_a_task() {
        String reader =
                "\"ItemReader\": {\"Resource\": \"arn:aws:states:::s3:getObject\", \"ReaderConfig\": {\"InputType\": \"JSON\"},"
                        + " \"Parameters\": {\"Bucket\": \"b\", \"Key\": \"k\"}}";

        assertThat(each(reader, Stubs.none()).runJson("{}").cause())
                .contains("no stub for what the ItemReader of \"Each\" reads with arn:aws:states:::s3:getObject;"
                        + " add one: {\"Each\": {\"Return\": {\"Body\": \"[1, 2]\"}}}");
        assertThat(each(reader, Stubs.parse("{\"Each\": {\"Return\": {\"Body\": \"[1, 2]\"}}}"))
                        .runJson("{}")
                        .output())
                .hasToString("[1,2]");
    }

    @Test
    void a_map_that_only_writes_its_results_has_a_stub_for_that() {
        String writer = "\"ResultWriter\": {\"Resource\": \"arn:aws:states:::s3:putObject\","
                + " \"Parameters\": {\"Bucket\": \"b\", \"Prefix\": \"p\"}}";

        assertThat(each(writer, Stubs.none()).runJson("[1]").cause())
                .contains("no stub for what the ResultWriter of \"Each\" writes with arn:aws:states:::s3:putObject;"
                        + " add one: {\"Each\": {\"Return\": {}}}");
        assertThat(each(writer, Stubs.none().returning("Each", Map.of()))
                        .runJson("[1]")
                        .output()
                        .at("/ResultWriterDetails/Bucket")
                        .asString())
                .isEqualTo("b");
    }
}
