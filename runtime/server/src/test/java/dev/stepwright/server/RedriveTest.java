package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveFilter;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.SfnException;

/** RedriveExecution through the AWS SDK, on a server that keeps its data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedriveTest {
    private static final String WORK = """
            {"StartAt":"Begin","States":{"Begin":{"Type":"Pass","Next":"Work"},
              "Work":{"Type":"Task","Resource":"%s","End":true}}}""";
    private static final String WAIT =
            "{\"StartAt\":\"Rest\",\"States\":{\"Rest\":{\"Type\":\"Wait\",\"Seconds\":99999,\"End\":true}}}";

    @TempDir
    private Path folder;

    private RunningServer server;
    private SfnClient sfn;

    @BeforeAll
    void start() {
        server = RunningServer.start(config -> config.data(folder));
        sfn = server.client();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private String activity(String name) {
        return sfn.createActivity(r -> r.name(name)).activityArn();
    }

    private String failed(String name) {
        String activity = activity(name);
        String machine = server.machine(name, WORK.formatted(activity));
        String arn = sfn.startExecution(
                        r -> r.stateMachineArn(machine).name("one").input("{\"v\":1}"))
                .executionArn();
        String token = sfn.getActivityTask(r -> r.activityArn(activity)).taskToken();
        sfn.sendTaskFailure(r -> r.taskToken(token).error("Down").cause("for now"));
        assertThat(server.end(arn).status()).isEqualTo(ExecutionStatus.FAILED);
        return arn;
    }

    private DescribeExecutionResponse describe(String arn) {
        return sfn.describeExecution(r -> r.executionArn(arn));
    }

    private void succeed(String activity) {
        String token = sfn.getActivityTask(r -> r.activityArn(activity)).taskToken();
        sfn.sendTaskSuccess(r -> r.taskToken(token).output("\"done\""));
    }

    @Test
    void a_failed_execution_goes_on_from_the_state_that_failed() {
        String arn = failed("goes-on");
        DescribeExecutionResponse before = describe(arn);

        var answer = sfn.redriveExecution(r -> r.executionArn(arn));
        DescribeExecutionResponse meanwhile = describe(arn);
        succeed(activity("goes-on"));
        DescribeExecutionResponse after = server.end(arn);

        assertThat(before.redriveStatus()).isEqualTo(ExecutionRedriveStatus.REDRIVABLE);
        assertThat(before.redriveStatusReason()).isNull();
        assertThat(before.redriveDate()).isNull();
        assertThat(meanwhile.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(meanwhile.stopDate()).isNull();
        assertThat(meanwhile.error()).isNull();
        assertThat(meanwhile.redriveCount()).isEqualTo(1);
        assertThat(meanwhile.redriveDate()).isEqualTo(answer.redriveDate()).isAfterOrEqualTo(before.stopDate());
        assertThat(meanwhile.redriveStatusReason()).isEqualTo("Execution is RUNNING and cannot be redriven");
        assertThat(after.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(after.output()).isEqualTo("\"done\"");
        assertThat(after.startDate()).isEqualTo(before.startDate());
        assertThat(after.redriveCount()).isEqualTo(1);
        List<HistoryEvent> events =
                sfn.getExecutionHistory(r -> r.executionArn(arn)).events();
        assertThat(events)
                .extracting(HistoryEvent::type)
                .containsSubsequence(
                        HistoryEventType.EXECUTION_FAILED,
                        HistoryEventType.EXECUTION_REDRIVEN,
                        HistoryEventType.ACTIVITY_SCHEDULED,
                        HistoryEventType.EXECUTION_SUCCEEDED);
        assertThat(events.stream()
                        .filter(event -> event.type() == HistoryEventType.EXECUTION_REDRIVEN)
                        .map(event -> event.executionRedrivenEventDetails().redriveCount()))
                .containsExactly(1);
    }

    @Test
    void executions_are_listed_by_whether_they_have_been_redriven() {
        String arn = failed("listed");
        String machine = describe(arn).stateMachineArn();
        sfn.startExecution(r -> r.stateMachineArn(machine).name("two"));
        sfn.redriveExecution(r -> r.executionArn(arn));

        List<ExecutionListItem> redriven = sfn.listExecutions(
                        r -> r.stateMachineArn(machine).redriveFilter(ExecutionRedriveFilter.REDRIVEN))
                .executions();
        List<ExecutionListItem> others = sfn.listExecutions(
                        r -> r.stateMachineArn(machine).redriveFilter(ExecutionRedriveFilter.NOT_REDRIVEN))
                .executions();

        assertThat(redriven).extracting(ExecutionListItem::name).containsExactly("one");
        assertThat(redriven.get(0).redriveCount()).isEqualTo(1);
        assertThat(redriven.get(0).redriveDate()).isEqualTo(describe(arn).redriveDate());
        assertThat(redriven.get(0).status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(others).extracting(ExecutionListItem::name).containsExactly("two");
        assertThat(sfn.listExecutions(r -> r.stateMachineArn(machine)).executions())
                .as("the newest first, by the redrive")
                .extracting(ExecutionListItem::name)
                .containsExactly("one", "two");
    }

    @Test
    void the_same_client_token_redrives_once() {
        String arn = failed("token");

        var first = sfn.redriveExecution(r -> r.executionArn(arn).clientToken("t-1"));
        var again = sfn.redriveExecution(r -> r.executionArn(arn).clientToken("t-1"));

        assertThat(again.redriveDate()).isEqualTo(first.redriveDate());
        assertThat(describe(arn).redriveCount()).isEqualTo(1);
        assertThatThrownBy(() -> sfn.redriveExecution(r -> r.executionArn(arn).clientToken("t-2")))
                .isInstanceOf(ExecutionNotRedrivableException.class)
                .hasMessageContaining("Execution is RUNNING and cannot be redriven");
    }

    @Test
    void an_execution_that_was_stopped_can_be_redriven_and_stopped_again() {
        String machine = server.machine("waits", WAIT);
        String arn = sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn();
        sfn.stopExecution(r -> r.executionArn(arn));

        sfn.redriveExecution(r -> r.executionArn(arn));
        assertThat(describe(arn).status()).isEqualTo(ExecutionStatus.RUNNING);
        sfn.stopExecution(r -> r.executionArn(arn).error("Enough"));

        assertThat(describe(arn).status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(describe(arn).error()).isEqualTo("Enough");
        assertThat(describe(arn).redriveStatus()).isEqualTo(ExecutionRedriveStatus.REDRIVABLE);
    }

    @Test
    void what_cannot_be_redriven_is_refused() {
        String machine = server.machine("refused", RunningServer.PASS);
        String arn = sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn();
        server.end(arn);

        assertThatThrownBy(() -> sfn.redriveExecution(r -> r.executionArn(arn)))
                .isInstanceOf(ExecutionNotRedrivableException.class)
                .hasMessageContaining("Execution is SUCCEEDED and cannot be redriven");
        assertThatThrownBy(() -> sfn.redriveExecution(r -> r.executionArn(arn + "x")))
                .isInstanceOf(ExecutionDoesNotExistException.class);
        assertThatThrownBy(() -> sfn.redriveExecution(r -> r.executionArn(arn.replace("execution", "express"))))
                .isInstanceOf(InvalidArnException.class);
        assertThatThrownBy(() -> sfn.redriveExecution(r -> r.executionArn(arn).clientToken("two words")))
                .isInstanceOf(SfnException.class)
                .hasMessageContaining("Value 'two words' at 'clientToken' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: [!-~]+");
    }

    @Test
    void an_execution_whose_machine_has_been_deleted_is_not_redriven() {
        String arn = failed("gone");
        sfn.deleteStateMachine(r -> r.stateMachineArn(describe(arn).stateMachineArn()));

        assertThat(describe(arn).redriveStatus()).isEqualTo(ExecutionRedriveStatus.NOT_REDRIVABLE);
        assertThat(describe(arn).redriveStatusReason()).isEqualTo("State machine is in DELETING status");
        assertThatThrownBy(() -> sfn.redriveExecution(r -> r.executionArn(arn)))
                .isInstanceOf(ExecutionNotRedrivableException.class)
                .hasMessageContaining("State machine is in DELETING status");
    }

    @Test
    void a_parent_that_is_redriven_starts_another_child() {
        String activity = activity("child-work");
        String child = server.machine("Child", WORK.formatted(activity));
        String parent = server.machine("Parent", """
                {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2",
                  "Parameters":{"StateMachineArn":"%s"},"OutputPath":"$.Output","End":true}}}""".formatted(child));
        String arn = sfn.startExecution(r -> r.stateMachineArn(parent)).executionArn();
        String token = sfn.getActivityTask(r -> r.activityArn(activity)).taskToken();
        sfn.sendTaskFailure(r -> r.taskToken(token));
        assertThat(server.end(arn).status()).isEqualTo(ExecutionStatus.FAILED);

        sfn.redriveExecution(r -> r.executionArn(arn));
        succeed(activity);

        assertThat(server.end(arn).output()).isEqualTo("\"done\"");
        assertThat(sfn.listExecutions(r -> r.stateMachineArn(child)).executions())
                .extracting(ExecutionListItem::status)
                .containsExactly(ExecutionStatus.SUCCEEDED, ExecutionStatus.FAILED);
    }
}
