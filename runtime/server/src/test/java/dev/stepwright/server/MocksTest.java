package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** The mock configuration of Step Functions Local, and objects in a folder. */
class MocksTest {
    private static final String MOCKS = """
            {"StateMachines": {"order": {"TestCases": {"Happy": {"Send": "sent"}, "Slow": {"Send": "busy"}}}},
             "MockedResponses": {
               "sent": {"0": {"Return": {"MessageId": "m-1"}}},
               "busy": {"0-1": {"Throw": {"Error": "Busy", "Cause": "later"}}, "2": {"Return": {"MessageId": "m-2"}}}}}
            """;
    private static final String ORDER = """
            {"StartAt": "Send", "States": {"Send": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Parameters": {"QueueUrl": "q", "MessageBody": {"Token.$": "$$.Task.Token"}},
              "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 1, "MaxDelaySeconds": 2, "BackoffRate": 1, "MaxAttempts": 1}], "End": true}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void an_execution_gets_the_responses_of_its_test_case_in_their_order() throws Exception {
        Path file = Files.writeString(folder.resolve("mocks.json"), MOCKS);
        try (RunningServer server = RunningServer.start(config -> config.mockConfig(file))) {
            SfnClient sfn = server.client();
            String machine = server.machine("order", ORDER);

            DescribeExecutionResponse happy = server.end(sfn.startExecution(r -> r.stateMachineArn(machine + "#Happy"))
                    .executionArn());
            DescribeExecutionResponse slow = server.end(sfn.startExecution(r -> r.stateMachineArn(machine + "#Slow"))
                    .executionArn());

            assertThat(happy.output()).isEqualTo("{\"MessageId\":\"m-1\"}");
            assertThat(slow.status()).isEqualTo(ExecutionStatus.FAILED);
            assertThat(slow.error()).isEqualTo("Busy");
            assertThatThrownBy(() -> sfn.startExecution(r -> r.stateMachineArn(machine + "#Other")))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("no test case 'Other'")
                    .hasMessageContaining("[Happy, Slow]");
        }
    }

    @Test
    void a_response_that_the_service_never_gives_is_told_once() throws Exception {
        Path file = Files.writeString(folder.resolve("mocks.json"), """
                {"StateMachines": {"order": {"TestCases": {"Found": {"Read": "row"}}}},
                 "MockedResponses": {"row": {"0": {"Return": {"Item": {"count": {"N": "5"}}}}, "1-2": {"Return": {"Item": {"count": {"N": 5}}}}}}}
                """);
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (RunningServer server = RunningServer.start(config -> config.mockConfig(file))) {
            String machine = server.machine("order", """
                    {"StartAt": "Read", "States": {"Read": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem",
                      "Parameters": {"TableName": "t", "Key": {}}, "End": true}}}
                    """);

            for (int i = 0; i < 2; i++) {
                assertThat(server.end(server.client()
                                        .startExecution(r -> r.stateMachineArn(machine + "#Found"))
                                        .executionArn())
                                .status())
                        .isEqualTo(ExecutionStatus.SUCCEEDED);
            }
        } finally {
            System.setErr(before);
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce(
                        "stateMachine:order: the mocked response \"row\"/1 for the state \"Read\" is not what "
                                + "dynamodb:getItem gives: $.Item.count.N must be a text, found 5");
    }

    /** The state would do its real work otherwise. */
    @Test
    void a_test_case_with_a_response_for_no_task_of_the_machine_is_refused() throws Exception {
        Path file = Files.writeString(
                folder.resolve("mocks.json"), MOCKS.replace("\"Send\": \"busy\"", "\"Sent\": \"busy\""));
        try (RunningServer server = RunningServer.start(config -> config.mockConfig(file))) {
            String machine = server.machine("order", ORDER);

            assertThatThrownBy(() -> server.client().startExecution(r -> r.stateMachineArn(machine + "#Slow")))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("The test case 'Slow' of the mock configuration has responses for [Sent], "
                            + "but the Task states of the state machine 'order' are [Send]");
        }
    }

    @Test
    void a_task_that_nothing_does_fails_with_what_the_server_can_be_given_for_it() {
        try (RunningServer server = RunningServer.start()) {
            String machine = server.machine("order", """
                    {"StartAt": "Send", "States": {"Send": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                      "Parameters": {"QueueUrl": "q", "MessageBody": "m"}, "End": true}}}
                    """);

            DescribeExecutionResponse ended = server.end(server.client()
                    .startExecution(r -> r.stateMachineArn(machine))
                    .executionArn());

            assertThat(ended.error()).isEqualTo("States.Runtime");
            assertThat(ended.cause())
                    .contains(
                            "no endpoint or mock for the task \"Send\" (arn:aws:states:::sqs:sendMessage). Start the server with "
                                    + "--aws-endpoint sqs=URL, or give the results of the state with --mock-config");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"StateMachines\": {}}",
                "{\"MockedResponses\": {}, \"StateMachines\": {\"m\": {}}}",
                "{\"MockedResponses\": {}, \"StateMachines\": {\"m\": {\"TestCases\": {\"c\": {\"S\": \"missing\"}}}}}",
                "{\"MockedResponses\": {\"r\": {\"first\": {\"Return\": 1}}}, \"StateMachines\": {}}",
                "{\"MockedResponses\": {\"r\": {\"0\": {}}}, \"StateMachines\": {}}",
                "{",
            })
    void a_configuration_that_is_wrong_is_told_before_the_server_starts(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("mocks.json"), text);

        assertThatThrownBy(() -> RunningServer.start(config -> config.mockConfig(file)))
                .hasMessageContaining("the mock configuration " + file + " is wrong: ");
    }

    @Test
    void objects_are_files_of_a_folder() throws Exception {
        Files.createDirectories(folder.resolve("bucket/in"));
        Files.writeString(folder.resolve("bucket/in/items.csv"), "n\n1\n2\n");
        Files.writeString(folder.resolve("secret"), "outside");
        String definition = """
                {"StartAt": "Read", "States": {
                  "Read": {"Type": "Map", "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"},
                     "Parameters": {"Bucket": "bucket", "Key": "in/items.csv"}},
                   "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "Same", "States": {"Same": {"Type": "Pass", "End": true}}}, "Next": "Write"},
                  "Write": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:putObject", "Parameters": {"Bucket": "bucket", "Key": "out/all.json", "Body.$": "$"}, "Next": "Escape"},
                  "Escape": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Bucket": "bucket", "Key": "../secret"}, "End": true}}}
                """;
        try (RunningServer server = RunningServer.start(config -> config.objects(folder))) {
            String machine = server.machine("objects", definition);

            DescribeExecutionResponse ended = server.end(server.client()
                    .startExecution(r -> r.stateMachineArn(machine))
                    .executionArn());

            assertThat(folder.resolve("bucket/out/all.json")).hasContent("[{\"n\":\"1\"},{\"n\":\"2\"}]");
            assertThat(ended.error()).isEqualTo("S3.NoSuchKeyException");
            assertThat(ended.cause()).doesNotContain("outside");
        }
    }
}
