package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.server.access.GivenUsers;
import dev.stepwright.server.policy.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.LogDestination;
import software.amazon.awssdk.services.sfn.model.LogLevel;
import software.amazon.awssdk.services.sfn.model.LoggingConfiguration;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.TestExecutionStatus;

/** A server that holds state machines to the policies of their roles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesOfServerTest {
    private static final String ORDER = "arn:aws:iam::123456789012:role/order-role";
    private static final String READER = "arn:aws:iam::999988887777:role/reader";

    @TempDir
    private static Path folder;

    private RunningServer server;
    private SfnClient sfn;

    @BeforeAll
    void start() throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(folder.resolve("shop/items.json"), "[1]");
        Path mocks = Files.writeString(folder.resolve("mocks.json"), """
                {"StateMachines": {"mocked": {"TestCases": {"sent": {"Work": "Sent"}}}},
                 "MockedResponses": {"Sent": {"0": {"Return": {"MessageId": "1"}}}}}""");
        Roles roles = Roles.read(Path.of("src/test/resources/access/roles.json"));
        server = RunningServer.start(config -> config.roles(roles)
                .objects(folder)
                .mockConfig(mocks)
                .users(GivenUsers.of(
                        GivenUsers.ada(
                                "[{\"Effect\": \"Allow\", \"Action\": [\"states:*\", \"iam:PassRole\"], \"Resource\": \"*\"}]"),
                        GivenUsers.user(
                                "kim",
                                "AKIAI44QH8DHBEXAMPLE",
                                "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY",
                                "[{\"Effect\": \"Allow\", \"Action\": \"states:*\", \"Resource\": \"*\"}]"))));
        sfn = server.client(GivenUsers.KEY, GivenUsers.SECRET);
    }

    @AfterAll
    void close() {
        sfn.close();
        server.close();
    }

    private String machine(String name, String states) {
        return sfn.createStateMachine(r -> r.name(name)
                        .definition("{\"StartAt\": \"Work\", \"States\": {\"Work\": " + states + "}}")
                        .roleArn(ORDER))
                .stateMachineArn();
    }

    private String run(String machine) {
        return sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn();
    }

    private DescribeExecutionResponse end(String execution) {
        DescribeExecutionResponse now;
        do {
            now = sfn.describeExecution(r -> r.executionArn(execution));
        } while (now.status() == ExecutionStatus.RUNNING);
        return now;
    }

    private static String task(String resource, String parameters) {
        return "{\"Type\": \"Task\", \"Resource\": \"" + resource + "\", " + parameters + " \"End\": true}";
    }

    @Test
    void a_task_fails_as_if_the_service_had_refused_it() {
        String function = "arn:aws:lambda:us-east-1:123456789012:function:unpack";
        DescribeExecutionResponse ended = end(run(machine("unpack", task(function, ""))));

        assertThat(ended.error()).isEqualTo("Lambda.AWSLambdaException");
        assertThat(ended.cause())
                .matches(
                        "User: arn:aws:sts::123456789012:assumed-role/order-role/[0-9a-f]{32} is not authorized to perform:"
                                + " lambda:InvokeFunction on resource: " + function
                                + " because no identity-based policy allows the lambda:InvokeFunction action"
                                + " \\(Service: AWSLambda; Status Code: 403; Error Code: AccessDeniedException; Request ID: [0-9a-f-]{36}; Proxy: null\\)");
        assertThat(sfn.getExecutionHistory(r -> r.executionArn(ended.executionArn()))
                        .events())
                .extracting(event -> event.type())
                .containsExactly(
                        HistoryEventType.EXECUTION_STARTED,
                        HistoryEventType.TASK_STATE_ENTERED,
                        HistoryEventType.LAMBDA_FUNCTION_SCHEDULED,
                        HistoryEventType.LAMBDA_FUNCTION_STARTED,
                        HistoryEventType.LAMBDA_FUNCTION_FAILED,
                        HistoryEventType.EXECUTION_FAILED);
    }

    @Test
    void what_the_policies_allow_is_done() {
        DescribeExecutionResponse ended = end(run(machine(
                "pack",
                task(
                        "arn:aws:states:::lambda:invoke",
                        "\"Parameters\": {\"FunctionName\": \"pack\", \"Payload\": {}},"))));

        assertThat(ended.error()).as("no such function is there").isEqualTo("Lambda.ResourceNotFoundException");
    }

    @Test
    void no_mock_is_asked_for_what_is_refused() {
        String machine = machine(
                "mocked",
                task(
                        "arn:aws:states:::sqs:sendMessage",
                        "\"Parameters\": {\"QueueUrl\": \"https://sqs.us-east-1.amazonaws.com/123456789012/out\", \"MessageBody\": \"m\"},"));
        DescribeExecutionResponse ended = end(run(machine + "#sent"));

        assertThat(ended.error()).isEqualTo("SQS.AmazonSQSException");
        assertThat(ended.cause())
                .contains("sqs:SendMessage on resource: arn:aws:sqs:us-east-1:123456789012:out because");
    }

    @Test
    void a_nested_execution_is_started_as_the_role() {
        String child = machine("child", "{\"Type\": \"Pass\", \"End\": true}");
        DescribeExecutionResponse ended = end(run(machine(
                "parent",
                task(
                        "arn:aws:states:::aws-sdk:sfn:startExecution",
                        "\"Parameters\": {\"StateMachineArn\": \"" + child + "\"},"))));

        assertThat(ended.error()).isEqualTo("Sfn.SfnException");
        assertThat(ended.cause()).contains("states:StartExecution on resource: " + child + " because");
        assertThat(sfn.listExecutions(r -> r.stateMachineArn(child)).executions())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:iam::999988887777:role/reader | getItem | States.Runtime | no endpoint or mock for the task",
                "arn:aws:iam::999988887777:role/reader | putItem | DynamoDB.AmazonDynamoDBException | User: arn:aws:sts::999988887777:assumed-role/reader/",
                "arn:aws:iam::999988887777:role/writer | getItem | States.TaskFailed | The role arn:aws:iam::123456789012:role/order-role is not authorized to assume the task state's role, arn:aws:iam::999988887777:role/writer.",
                "arn:aws:iam::123456789012:role/order-role | getItem | States.TaskFailed | The role arn:aws:iam::123456789012:role/order-role is not authorized to assume the task state's role, arn:aws:iam::123456789012:role/order-role."
            })
    void credentials_are_of_a_role_that_may_be_assumed(String role, String action, String error, String cause) {
        DescribeExecutionResponse ended = end(run(machine(
                "as-" + role.substring(role.indexOf('/') + 1) + "-" + action,
                task(
                        "arn:aws:states:::dynamodb:" + action,
                        "\"Credentials\": {\"RoleArn\": \"" + role
                                + "\"}, \"Parameters\": {\"TableName\": \"orders\", "
                                + (action.equals("getItem") ? "\"Key\"" : "\"Item\"")
                                + ": {\"id\": {\"S\": \"1\"}}},"))));

        assertThat(ended.error()).isEqualTo(error);
        assertThat(ended.cause()).startsWith(cause);
    }

    @Test
    void items_are_read_as_the_role() {
        DescribeExecutionResponse ended = end(run(machine("map", """
                {"Type": "Map", "End": true,
                 "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"},
                   "Parameters": {"Bucket": "shop", "Key": "items.json"}},
                 "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                   "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}""")));

        assertThat(ended.error()).isEqualTo("States.ItemReaderFailed");
        assertThat(ended.cause()).contains("s3:GetObject on resource: arn:aws:s3:::shop/items.json because");
    }

    @Test
    void a_state_is_tried_as_the_role() {
        var tried = sfn.testState(
                r -> r.roleArn(ORDER)
                        .definition(
                                task(
                                        "arn:aws:states:::sns:publish",
                                        "\"Parameters\": {\"TopicArn\": \"arn:aws:sns:us-east-1:123456789012:t\", \"Message\": \"m\"},")));

        assertThat(tried.status()).isEqualTo(TestExecutionStatus.FAILED);
        assertThat(tried.error()).isEqualTo("SNS.AuthorizationErrorException");
    }

    @Test
    void a_state_with_a_mock_needs_no_role() {
        var tried = sfn.testState(
                r -> r.mock(m -> m.result("{\"MessageId\": \"1\"}"))
                        .definition(
                                task(
                                        "arn:aws:states:::sns:publish",
                                        "\"Parameters\": {\"TopicArn\": \"arn:aws:sns:us-east-1:123456789012:t\", \"Message\": \"m\"},")));

        assertThat(tried.status()).isEqualTo(TestExecutionStatus.SUCCEEDED);
        assertThat(tried.output()).isEqualTo("{\"MessageId\":\"1\"}");
    }

    private static LoggingConfiguration logging() {
        LogDestination group = LogDestination.builder()
                .cloudWatchLogsLogGroup(g -> g.logGroupArn("arn:aws:logs:us-east-1:123456789012:log-group:g:*"))
                .build();
        return LoggingConfiguration.builder()
                .level(LogLevel.ALL)
                .destinations(group)
                .build();
    }

    private static void assertDenied(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SfnException.class, refused -> {
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
            assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message);
        });
    }

    @Test
    void a_machine_needs_a_role_that_is_there_and_may_follow_its_jobs_and_log() {
        assertDenied(
                () -> sfn.createStateMachine(r -> r.name("m")
                        .definition(RunningServer.PASS)
                        .roleArn("arn:aws:iam::123456789012:role/no-such-role")),
                "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.");
        assertDenied(
                () -> machine(
                        "job",
                        task(
                                "arn:aws:states:::batch:submitJob.sync",
                                "\"Parameters\": {\"JobDefinition\": \"d\", \"JobName\": \"n\", \"JobQueue\": \"q\"},")),
                "'" + ORDER + "' is not authorized to create managed-rule.");
        String machine = machine("changed", "{\"Type\": \"Pass\", \"End\": true}");
        assertDenied(
                () -> sfn.updateStateMachine(r -> r.stateMachineArn(machine).loggingConfiguration(logging())),
                "The state machine IAM Role is not authorized to access the Log Destination");
        assertDenied(
                () -> sfn.updateStateMachine(
                        r -> r.stateMachineArn(machine).roleArn("arn:aws:iam::123456789012:role/no-such-role")),
                "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.");
    }

    @Test
    void whoever_gives_a_machine_a_role_has_to_be_allowed_to_pass_it() {
        try (SfnClient kim = server.client("AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY")) {
            assertDenied(
                    () -> kim.createStateMachine(
                            r -> r.name("m").definition(RunningServer.PASS).roleArn(READER)),
                    "User: arn:aws:iam::123456789012:user/kim is not authorized to perform: iam:PassRole on resource: "
                            + READER + " because no identity-based policy allows the iam:PassRole action");
            assertThat(kim.listStateMachines().sdkHttpResponse().isSuccessful()).isTrue();
        }
    }
}
