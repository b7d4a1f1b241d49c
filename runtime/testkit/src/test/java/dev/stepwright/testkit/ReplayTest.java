package dev.stepwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.HistoryEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReplayTest {
    private static final String ORDER = """
            {"StartAt": "Large?", "States": {
              "Large?": {"Type": "Choice", "Default": "Charge", "Choices": [
                {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "Review"}]},
              "Review": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:review",
                "TimeoutSeconds": 60, "ResultPath": "$.review", "Next": "Charge",
                "Catch": [{"ErrorEquals": ["States.Timeout"], "ResultPath": "$.problem", "Next": "Refuse"}]},
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Parameters": {"FunctionName": "charge", "Payload": {"total.$": "$.total", "id.$": "States.UUID()"}},
                "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 60, "MaxAttempts": 2}],
                "ResultSelector": {"receipt.$": "$.Payload"}, "ResultPath": "$.charge", "Next": "Done"},
              "Done": {"Type": "Pass", "Parameters": {"receipt.$": "$.charge.receipt", "at.$": "$$.State.EnteredTime"}, "End": true},
              "Refuse": {"Type": "Fail", "Error": "Refused", "Cause": "not reviewed"}}}
            """;

    private static final String STUBS = """
            {"Review": {"Return": "fine"}, "Charge": [{"Throw": {"Error": "Busy"}}, {"Return": "r-1"}]}""";

    private static StateMachineDefinition definition(String text) {
        return AslDocument.parse("test", text).definition();
    }

    /** Has an execution recorded: one that ran here is shown as AWS shows one. */
    private static RecordedExecution recorded(String definition, String stubs, String input) {
        TestRun<JsonNode> run = TestMachine.of(definition(definition), Stubs.parse(stubs))
                .named("recorded")
                .runJson(input);
        return RecordedExecution.parse(run.history().stream()
                .map(HistoryEvent::toJson)
                .map(JsonText::compact)
                .collect(Collectors.joining(",", "[", "]")));
    }

    private static Replay<JsonNode> replay(String definition, RecordedExecution recorded) {
        return TestMachine.of(definition(definition), Stubs.none()).replay(recorded);
    }

    private static Replay<JsonNode> changed(String from, String to) {
        assertThat(ORDER).contains(from);
        return replay(ORDER.replace(from, to), recorded(ORDER, STUBS, "{\"total\": 1200}"));
    }

    @Test
    void the_same_definition_does_the_same_in_the_same_time() {
        RecordedExecution recorded = recorded(ORDER, STUBS, "{\"total\": 1200}");

        Replay<JsonNode> replay = replay(ORDER, recorded);

        assertThat(replay.differences()).isEmpty();
        assertThat(replay.run().path()).containsExactly("Large?", "Review", "Charge", "Done");
        assertThat(replay.run().duration()).hasSeconds(60);
        assertThat(replay.run().history().get(0).timestamp()).isEqualTo(recorded.startTime());
    }

    @Test
    void another_way_is_told_with_the_one_that_was_recorded() {
        assertThat(changed("1000", "2000")).hasToString("\"Large?\": recorded -> \"Review\", now -> \"Charge\"");
    }

    @Test
    void a_state_that_is_gone_where_a_new_one_of_its_kind_is_may_have_another_name() {
        String handedMore = ORDER.replace("\"Charge\"", "\"Bill\"").replace("\"id.$\"", "\"n\": 1, \"id.$\"");

        assertThat(replay(handedMore, recorded(ORDER, STUBS, "{\"total\": 1200}")))
                .hasToString("""
                        "Review": recorded -> "Charge", now -> "Bill"; was "Charge" renamed?
                        "Bill": no answer was recorded for this task; add a stub""");
        assertThat(changed("\"Large?\"", "\"Big?\""))
                .hasToString("recorded to begin with \"Large?\", now with \"Big?\"; was \"Large?\" renamed?");
        assertThat(changed("\"StartAt\": \"Large?\"", "\"StartAt\": \"Review\""))
                .hasToString("recorded to begin with \"Large?\", now with \"Review\"");
    }

    @Test
    void a_renamed_state_has_the_answers_of_the_one_that_is_gone_if_it_is_handed_the_same() {
        Replay<JsonNode> renamed = changed("\"Review\"", "\"Approve\"");

        assertThat(renamed)
                .hasToString("\"Large?\": recorded -> \"Review\", now -> \"Approve\"; was \"Review\" renamed?");
        assertThat(renamed.run().outputs("Approve").get(0).path("review").stringValue())
                .isEqualTo("fine");
    }

    @Test
    void the_definition_of_another_machine_is_told() {
        String other = "{\"StartAt\": \"Only\", \"States\": {\"Only\": {\"Type\": \"Succeed\"}}}";

        assertThat(replay(other, recorded(ORDER, STUBS, "{\"total\": 1200}")))
                .hasToString(
                        "recorded to begin with \"Large?\", now with \"Only\"; no recorded state is in this definition, is it that of another machine?");
    }

    @Test
    void what_a_task_is_handed_is_told_where_it_differs() {
        assertThat(changed("\"total.$\": \"$.total\"", "\"total\": 13, \"currency\": \"EUR\""))
                .hasToString(
                        "\"Charge\" was handed something else: /Payload/total: 1200 -> 13, /Payload/currency: nothing -> \"EUR\"");
    }

    @Test
    void fewer_attempts_are_told_with_what_follows() {
        assertThat(changed("\"MaxAttempts\": 2", "\"MaxAttempts\": 0")).hasToString("""
                        "Charge" was tried 2 times, now once
                        "Charge": recorded -> "Done", now fails with Busy
                        the execution: recorded SUCCEEDED, now FAILED with Busy""");
    }

    @Test
    void a_timeout_comes_where_one_was_recorded() {
        String stubs = "{\"Review\": {\"NoAnswer\": true}}";
        RecordedExecution recorded = recorded(ORDER, stubs, "{\"total\": 1200}");

        Replay<JsonNode> same = replay(ORDER, recorded);
        Replay<JsonNode> uncaught = replay(ORDER.replace("\"States.Timeout\"", "\"Busy\""), recorded);

        assertThat(same.differences()).isEmpty();
        assertThat(same.run().error()).isEqualTo("Refused");
        assertThat(uncaught).hasToString("""
                "Review": recorded -> "Refuse" on States.Timeout, now fails with States.Timeout
                the execution: recorded FAILED with Refused, now FAILED with States.Timeout""");
    }

    @Test
    void output_and_variables_are_told_where_they_first_differ() {
        assertThat(changed("\"$.Payload\"", "\"$.StatusCode\""))
                .hasToString("\"Charge\" gives something else: /charge/receipt: \"r-1\" -> 200");
    }

    @Test
    void a_task_without_a_recorded_answer_needs_a_stub() {
        RecordedExecution recorded = recorded(ORDER, STUBS, "{\"total\": 12}");
        String changed = ORDER.replace("1000", "10");

        assertThat(replay(changed, recorded)).hasToString("""
                "Large?": recorded -> "Charge", now -> "Review"
                "Review": no answer was recorded for this task; add a stub""");
        Replay<JsonNode> stubbed = TestMachine.of(
                        definition(changed), Stubs.none().returning("Review", "fine"))
                .replay(recorded);
        assertThat(stubbed).hasToString("\"Large?\": recorded -> \"Charge\", now -> \"Review\"");
        assertThat(stubbed.run().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void a_stub_goes_before_the_recording() {
        Replay<JsonNode> replay = TestMachine.of(definition(ORDER), Stubs.none().returning("Review", "bad"))
                .replay(recorded(ORDER, STUBS, "{\"total\": 1200}"));

        assertThat(replay).hasToString("\"Review\" gives something else: /review: \"fine\" -> \"bad\"");
    }

    @Test
    void an_answer_is_none_to_another_call() {
        assertThat(changed("arn:aws:states:::lambda:invoke", "arn:aws:states:::sqs:sendMessage")
                        .toString())
                .startsWith(
                        "\"Charge\": no answer was recorded for this task, which called lambda:invoke and now calls sqs:sendMessage; add a stub");
    }

    @Test
    void a_function_may_be_called_in_another_way() {
        String direct = ORDER.replace(
                "\"arn:aws:lambda:us-east-1:123456789012:function:review\"",
                "\"arn:aws:states:::lambda:invoke\", \"Parameters\": {\"FunctionName\": \"review\"}, \"ResultSelector\": {\"r.$\": \"$.Payload\"}");

        Replay<JsonNode> replay = replay(direct, recorded(ORDER, STUBS, "{\"total\": 1200}"));

        assertThat(replay).hasToString("\"Review\" gives something else: /review: \"fine\" -> {\"r\":\"fine\"}");
    }

    @Test
    void only_a_deployment_knows_what_a_placeholder_stands_for() {
        String template = ORDER.replace("arn:aws:lambda:us-east-1:123456789012:function:review", "${Review.Arn}")
                .replace("\"FunctionName\": \"charge\"", "\"FunctionName\": \"${Charge}\"");

        assertThat(replay(template, recorded(ORDER, STUBS, "{\"total\": 1200}")))
                .hasToString("");
    }

    @Test
    void one_that_still_ran_is_compared_as_far_as_it_went() {
        RecordedExecution whole = recorded(ORDER, STUBS, "{\"total\": 1200}");
        RecordedExecution begun = RecordedExecution.parse(whole.history().stream()
                .limit(7)
                .map(HistoryEvent::toJson)
                .map(JsonText::compact)
                .collect(Collectors.joining(",", "[", "]")));

        assertThat(replay(ORDER, begun)).hasToString("");
        assertThat(replay(ORDER.replace("1000", "2000"), begun))
                .hasToString("\"Large?\": recorded -> \"Review\", now -> \"Charge\"");
    }

    private static final String EACH = """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$", "End": true,
              "ItemProcessor": {"StartAt": "Price", "States": {
                "Price": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:price", "Next": "Both"},
                "Both": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "Label", "States": {"Label": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:label", "End": true}}},
                  {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 5, "Next": "Cheap?"},
                    "Cheap?": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericLessThan": 3, "Next": "Yes"}], "Default": "No"},
                    "Yes": {"Type": "Pass", "End": true}, "No": {"Type": "Pass", "End": true}}}]}}}}}}
            """;

    private static final String PRICES = """
            {"Price": [{"Return": 1}, {"Return": 2}, {"Return": 3}], "Label": [{"Return": "a"}, {"Return": "b"}, {"Return": "c"}]}""";

    @Test
    void iterations_and_branches_are_compared_each_by_itself() {
        RecordedExecution recorded = recorded(EACH, PRICES, "[0, 0, 0]");

        assertThat(replay(EACH, recorded)).hasToString("");
        assertThat(replay(EACH.replace("\"NumericLessThan\": 3", "\"NumericLessThan\": 2"), recorded))
                .hasToString("\"Cheap?\" in iteration 1 of \"Each\": recorded -> \"Yes\", now -> \"No\"");
        assertThat(replay(EACH.replace("\"ItemsPath\": \"$\"", "\"ItemsPath\": \"$[0:2]\""), recorded))
                .hasToString("\"Each\" had 3 items, now 2");
        assertThat(replay(EACH.replace("\"Next\": \"Cheap?\"", "\"Next\": \"No\""), recorded))
                .hasToString("""
                        "Wait" in iteration 0 of "Each": recorded -> "Cheap?", now -> "No" (and 2 more like it)""");
    }

    @Test
    void a_task_without_an_answer_ends_all_of_it_and_is_told_alone() {
        String changed = EACH.replace(
                "\"Yes\": {\"Type\": \"Pass\"",
                "\"Yes\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:yes\"");

        assertThat(replay(changed, recorded(EACH, PRICES, "[0, 0, 0]")))
                .hasToString("\"Yes\": no answer was recorded for this task; add a stub");
    }

    @Test
    void what_chance_decides_is_not_compared() {
        String chance = """
                {"QueryLanguage": "JSONata", "StartAt": "Dice", "States": {
                  "Dice": {"Type": "Choice", "Choices": [{"Condition": "{% $random() < 0.5 %}", "Next": "Low"}], "Default": "High"},
                  "Low": {"Type": "Pass", "Output": "{% $now() %}", "End": true},
                  "High": {"Type": "Pass", "Output": "{% $states.context.Execution.Id %}", "End": true}}}
                """;
        RecordedExecution recorded = recorded(chance, "{}", "{}");

        assertThat(replay(chance, recorded)).hasToString("");
    }

    private static final String FILE = """
            {"StartAt": "All", "States": {
              "All": {"Type": "Map", "ResultPath": "$.all", "Next": "Count",
                "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"},
                  "Parameters": {"Bucket": "b", "Key": "k"}},
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                  "StartAt": "Price", "States": {
                    "Price": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:price", "End": true}}}},
              "Count": {"Type": "Pass", "Parameters": {"n.$": "States.ArrayLength($.all)"}, "End": true}}}
            """;

    private static final String READ = """
            {"All": {"Return": {"Body": "[1, 2, 3]"}}, "Price": {"Return": {"price": 5}}}""";

    @Test
    void a_distributed_map_gives_what_it_gave() {
        RecordedExecution recorded = recorded(FILE, READ, "{}");

        Replay<JsonNode> replay = replay(FILE, recorded);

        assertThat(replay).hasToString("");
        assertThat(replay.run().output().path("n").intValue()).isEqualTo(3);
        assertThat(replay(FILE.replace("ArrayLength($.all)", "ArrayLength($.all[1:])"), recorded))
                .hasToString("\"Count\" gives something else: /n: 3 -> 2");
    }

    @Test
    void a_distributed_map_whose_result_is_in_doubt_needs_stubs() {
        String selecting = FILE.replace(
                        "\"ResultPath\"", "\"ResultSelector\": {\"n.$\": \"States.ArrayLength($)\"}, \"ResultPath\"")
                .replace("ArrayLength($.all)", "JsonToString($.all)");
        RecordedExecution recorded = recorded(selecting, READ, "{}");

        assertThat(replay(selecting, recorded))
                .hasToString(
                        "\"All\" is a distributed Map, and what it read and its executions did is not in this history; add stubs for what it reads and for the tasks in it");
        assertThat(TestMachine.of(definition(selecting), Stubs.parse(READ)).replay(recorded))
                .hasToString("");
    }

    @Test
    void an_execution_of_a_map_run_is_run_again_by_what_its_map_runs_for_each_item() {
        String item = """
                {"StartAt": "Price", "States": {
                  "Price": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:price", "End": true}}}""";
        RecordedExecution recorded = recorded(item, "{\"Price\": {\"Throw\": {\"Error\": \"NoPrice\"}}}", "2");
        TestMachine<JsonNode, JsonNode> machine = TestMachine.of(definition(FILE), Stubs.none());

        assertThat(machine.replay(recorded)).hasToString("");
        assertThat(recorded.diagram(definition(FILE)).toSvg())
                .contains("class=\"state task failed\" data-state=\"Price\"");
        assertThat(machine.coverage()).asString().startsWith("0 of 2 states");
        assertThat(machine.stubbing(Stubs.parse(READ)).replay(recorded)).hasToString("""
                        "Price": recorded fails with NoPrice, now -> end
                        the execution: recorded FAILED with NoPrice, now SUCCEEDED""");
        assertThat(replay(FILE.replace("\"StartAt\": \"Price\", \"States\": {", """
                        "QueryLanguage": "JSONPath", "StartAt": "Label", "States": {"Label": {"Type": "Pass", "Next": "Price"},"""), recorded))
                .hasToString("recorded to begin with \"Price\", now with \"Label\"");
    }

    @Test
    void an_execution_of_a_map_run_has_the_query_language_of_its_machine() {
        String item =
                "{\"StartAt\": \"Sum\", \"States\": {\"Sum\": {\"Type\": \"Pass\", \"Output\": \"{% $states.input + 1 %}\", \"End\": true}}}";
        String all = """
                {"QueryLanguage": "JSONata", "StartAt": "All", "States": {"All": {"Type": "Map", "End": true,
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, %s}}}""".formatted(item.substring(1));

        assertThat(replay(all, recorded("{\"QueryLanguage\": \"JSONata\"," + item.substring(1), "{}", "2")))
                .hasToString("");
    }

    private static final String LONG = """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true,
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refuse"}],
              "Branches": [
                {"StartAt": "Job", "States": {"Job": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}, "HeartbeatSeconds": 30, "TimeoutSeconds": 900, "Next": "Ship"},
                  "Ship": {"Type": "Pass", "End": true}}},
                {"StartAt": "Work", "States": {"Work": {"Type": "Task",
                  "Resource": "arn:aws:states:us-east-1:123456789012:activity:work", "TimeoutSeconds": 300, "End": true}}}]},
              "Refuse": {"Type": "Fail", "Error": "Refused"}}}
            """;

    private static String event(int id, int previous, int second, String type, String details) {
        return "{\"id\": %d, \"previousEventId\": %d, \"timestamp\": %d, \"type\": \"%s\", \"eventEventDetails\": {%s}}"
                .formatted(id, previous, 1769853600 + second, type, details);
    }

    private static final String CALL = "\"resourceType\": \"sqs\", \"resource\": \"sendMessage.waitForTaskToken\"";

    /** Heartbeats have kept the task alive for ten minutes, of which no event tells; the other branch was stopped. */
    private static RecordedExecution longOne(String... end) {
        return RecordedExecution.parse(Stream.concat(
                        Stream.of(
                                event(1, 0, 0, "ExecutionStarted", "\"input\": \"{}\""),
                                event(2, 0, 0, "ParallelStateEntered", "\"name\": \"Both\", \"input\": \"{}\""),
                                event(3, 2, 0, "ParallelStateStarted", ""),
                                event(4, 3, 0, "TaskStateEntered", "\"name\": \"Work\", \"input\": \"{}\""),
                                event(5, 3, 0, "TaskStateEntered", "\"name\": \"Job\", \"input\": \"{}\""),
                                event(
                                        6,
                                        4,
                                        0,
                                        "ActivityScheduled",
                                        "\"resource\": \"arn:aws:states:us-east-1:123456789012:activity:work\", \"input\": \"{}\", \"timeoutInSeconds\": 300"),
                                event(
                                        7,
                                        5,
                                        0,
                                        "TaskScheduled",
                                        CALL
                                                + ", \"region\": \"r\", \"parameters\": \"{\\\"QueueUrl\\\":\\\"q\\\",\\\"MessageBody\\\":\\\"token\\\"}\", \"timeoutInSeconds\": 900, \"heartbeatInSeconds\": 30"),
                                event(8, 7, 0, "TaskStarted", CALL),
                                event(9, 8, 1, "TaskSubmitted", CALL + ", \"output\": \"{}\""),
                                event(10, 6, 500, "ActivityStarted", "\"workerName\": \"w\"")),
                        Stream.of(end))
                .collect(Collectors.joining(",", "[", "]")));
    }

    @Test
    void heartbeats_workers_and_branches_that_are_cut_off_come_as_they_did() {
        RecordedExecution recorded = longOne(
                event(11, 9, 630, "TaskFailed", CALL + ", \"error\": \"NoShip\""),
                event(12, 11, 630, "TaskStateAborted", ""),
                event(13, 11, 630, "TaskStateAborted", ""),
                event(14, 11, 630, "ParallelStateFailed", ""),
                event(
                        15,
                        14,
                        630,
                        "ParallelStateExited",
                        "\"name\": \"Both\", \"output\": \"{\\\"Error\\\":\\\"NoShip\\\",\\\"Cause\\\":null}\""),
                event(
                        16,
                        15,
                        630,
                        "FailStateEntered",
                        "\"name\": \"Refuse\", \"input\": \"{\\\"Error\\\":\\\"NoShip\\\",\\\"Cause\\\":null}\""),
                event(17, 16, 630, "ExecutionFailed", "\"error\": \"Refused\""));

        Replay<JsonNode> replay = replay(LONG, recorded);

        assertThat(replay).hasToString("");
        assertThat(replay.run().duration()).hasSeconds(630);
        assertThat(replay(LONG.replace("States.ALL", "Other"), recorded)).hasToString("""
                        "Both": recorded -> "Refuse" on NoShip, now fails with NoShip
                        the execution: recorded FAILED with Refused, now FAILED with NoShip""");
    }

    @Test
    void a_missed_heartbeat_is_missed_again() {
        RecordedExecution recorded = longOne(
                event(11, 9, 630, "TaskTimedOut", CALL + ", \"error\": \"States.Timeout\""),
                event(12, 11, 630, "TaskStateAborted", ""),
                event(13, 11, 630, "TaskStateAborted", ""),
                event(14, 11, 630, "ParallelStateFailed", ""),
                event(15, 14, 630, "ExecutionFailed", "\"error\": \"States.Timeout\""));

        Replay<JsonNode> replay = replay(LONG.replace("States.ALL", "Other"), recorded);

        assertThat(replay).hasToString("");
        assertThat(replay.run().duration()).hasSeconds(630);
    }

    @Test
    void one_that_was_stopped_or_redriven_is_run_up_to_there() {
        RecordedExecution stopped = longOne(event(11, 0, 620, "ExecutionAborted", ""));
        RecordedExecution redriven = longOne(
                event(11, 9, 630, "TaskFailed", CALL + ", \"error\": \"NoShip\""),
                event(12, 11, 630, "ParallelStateFailed", ""),
                event(13, 12, 630, "ExecutionFailed", "\"error\": \"NoShip\""),
                event(14, 13, 9000, "ExecutionRedriven", "\"redriveCount\": 1"),
                event(15, 14, 9000, "ExecutionSucceeded", "\"output\": \"1\""));

        assertThat(replay(LONG, stopped)).hasToString("");
        assertThat(replay(LONG.replace("\"Job\"", "\"Do\""), stopped))
                .hasToString("\"Both\" had branches that begin with [Job, Work], now [Do, Work]");
        assertThat(replay(LONG.replace("States.ALL", "Other"), redriven)).hasToString("");
    }

    @Test
    void what_does_not_begin_with_the_start_is_refused() {
        assertThatThrownBy(() ->
                        RecordedExecution.parse("[{\"id\": 1, \"type\": \"ExecutionAborted\", \"timestamp\": 1}]"))
                .hasMessage("history: the first event must be ExecutionStarted, found ExecutionAborted");
    }

    @Test
    void a_file_that_is_no_history_is_refused_with_its_place(@TempDir Path folder) throws IOException {
        Path binary = Files.write(folder.resolve("a.json"), new byte[] {'[', '\n', (byte) 0xFF});
        Path broken = Files.writeString(folder.resolve("b.json"), "[{}]");

        assertThatThrownBy(() -> RecordedExecution.read(binary)).hasMessageStartingWith(binary + ":2:1: byte 0xFF");
        assertThatThrownBy(() -> RecordedExecution.read(broken))
                .hasMessage(broken + ":1:2: an event must have a type, found {}");
    }
}
