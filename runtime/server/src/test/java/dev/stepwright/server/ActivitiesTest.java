package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ActivityDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ActivityListItem;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import tools.jackson.databind.json.JsonMapper;

/** Activities and task tokens, through the AWS SDK. */
class ActivitiesTest extends ServerTest {
    private String machine(String name, String activity) {
        return server.machine(name, """
                {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "%s", "TimeoutSeconds": 3600, "HeartbeatSeconds": 600, "End": true}}}
                """.formatted(activity));
    }

    @Test
    void an_activity_is_created_described_listed_and_deleted() {
        try (RunningServer own = RunningServer.start()) {
            SfnClient client = own.client();
            var created = client.createActivity(r -> r.name("work.v1"));
            var again = client.createActivity(r -> r.name("work.v1"));

            assertThat(created.activityArn()).isEqualTo("arn:aws:states:us-east-1:123456789012:activity:work.v1");
            assertThat(again.creationDate()).isEqualTo(created.creationDate());
            assertThat(client.describeActivity(r -> r.activityArn(created.activityArn()))
                            .name())
                    .isEqualTo("work.v1");
            assertThat(client.listActivities(r -> r.maxResults(5)).activities())
                    .extracting(ActivityListItem::name)
                    .containsExactly("work.v1");

            client.deleteActivity(r -> r.activityArn(created.activityArn()));
            client.deleteActivity(r -> r.activityArn(created.activityArn()));

            assertThatThrownBy(() -> client.describeActivity(r -> r.activityArn(created.activityArn())))
                    .isInstanceOf(ActivityDoesNotExistException.class)
                    .hasMessageContaining("Activity Does Not Exist: '" + created.activityArn() + "'");
            assertThatThrownBy(() -> client.createActivity(r -> r.name("not allowed")))
                    .isInstanceOf(InvalidNameException.class);
        }
    }

    @Test
    void a_token_that_nothing_sends_is_in_the_history_and_may_come_back() {
        String machine = server.machine("asks", """
                {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token"}}, "TimeoutSeconds": 3600, "End": true}}}
                """);
        String execution =
                sfn.startExecution(r -> r.stateMachineArn(machine).input("{}")).executionArn();
        String parameters = sfn.getExecutionHistory(r -> r.executionArn(execution)).events().stream()
                .filter(event -> event.taskScheduledEventDetails() != null)
                .map(event -> event.taskScheduledEventDetails().parameters())
                .findFirst()
                .orElseThrow();

        sfn.sendTaskSuccess(r -> r.taskToken(JsonMapper.shared()
                        .readTree(parameters)
                        .at("/MessageBody/token")
                        .stringValue())
                .output("\"yes\""));

        DescribeExecutionResponse ended = server.end(execution);
        assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(ended.output()).isEqualTo("\"yes\"");
    }

    @Test
    void a_worker_fetches_a_task_keeps_it_alive_and_completes_it() {
        String activity = sfn.createActivity(r -> r.name("complete")).activityArn();
        String machine = machine("completes", activity);
        String execution = sfn.startExecution(r -> r.stateMachineArn(machine).input("{\"n\":1}"))
                .executionArn();

        var task = sfn.getActivityTask(r -> r.activityArn(activity).workerName("me"));
        sfn.sendTaskHeartbeat(r -> r.taskToken(task.taskToken()));
        assertThatThrownBy(() ->
                        sfn.sendTaskSuccess(r -> r.taskToken(task.taskToken()).output("no json")))
                .isInstanceOf(InvalidOutputException.class);
        sfn.sendTaskSuccess(r -> r.taskToken(task.taskToken()).output("{\"n\":2.50}"));

        DescribeExecutionResponse ended = server.end(execution);
        assertThat(task.input()).isEqualTo("{\"n\":1}");
        assertThat(ended.output()).isEqualTo("{\"n\":2.50}");
        assertThat(sfn.getExecutionHistory(r -> r.executionArn(execution)).events())
                .filteredOn(event -> event.activityStartedEventDetails() != null)
                .singleElement()
                .satisfies(
                        event -> assertThat(event.activityStartedEventDetails().workerName())
                                .isEqualTo("me"));
        assertThatThrownBy(() ->
                        sfn.sendTaskSuccess(r -> r.taskToken(task.taskToken()).output("{}")))
                .isInstanceOf(TaskTimedOutException.class);
    }

    @Test
    void a_worker_fails_a_task() {
        String activity = sfn.createActivity(r -> r.name("fail")).activityArn();
        String machine = machine("fails", activity);
        String execution = sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn();

        var task = sfn.getActivityTask(r -> r.activityArn(activity));
        sfn.sendTaskFailure(r -> r.taskToken(task.taskToken()).error("Broken").cause("why"));

        DescribeExecutionResponse ended = server.end(execution);
        assertThat(ended.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(ended.error()).isEqualTo("Broken");
        assertThat(ended.cause()).isEqualTo("why");
    }

    @Test
    void a_token_that_was_never_issued_is_refused() {
        assertThatThrownBy(() -> sfn.sendTaskHeartbeat(r -> r.taskToken("made up")))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessageContaining("Invalid Token: 'Invalid token'");
    }

    @Test
    void a_worker_that_asks_in_vain_gets_an_answer_without_a_task_and_misses_none_later() {
        try (RunningServer own = RunningServer.start(config -> config.pollTime(Duration.ofMillis(20)))) {
            SfnClient client = own.client();
            String activity = client.createActivity(r -> r.name("idle")).activityArn();

            var nothing = client.getActivityTask(r -> r.activityArn(activity));

            assertThat(nothing.taskToken()).isNull();
            assertThat(nothing.input()).isNull();
            String machine = own.machine(
                    "later",
                    "{\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Task\",\"Resource\":\"" + activity
                            + "\",\"End\":true}}}");
            client.startExecution(r -> r.stateMachineArn(machine).input("7"));
            assertThat(fetched(client, activity)).isEqualTo("7");
        }
    }

    /** Asks until there is a task: it may come after the short poll time of this test. */
    private static String fetched(SfnClient client, String activity) {
        String input = null;
        while (input == null) {
            input = client.getActivityTask(r -> r.activityArn(activity)).input();
        }
        return input;
    }

    @Test
    void an_unknown_activity_has_no_tasks() {
        assertThatThrownBy(() -> sfn.getActivityTask(
                        r -> r.activityArn("arn:aws:states:us-east-1:123456789012:activity:missing")))
                .isInstanceOf(ActivityDoesNotExistException.class);
    }
}
