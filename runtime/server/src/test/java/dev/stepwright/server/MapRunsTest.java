package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveFilter;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.MapRunStatus;
import software.amazon.awssdk.services.sfn.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** Map Runs through the AWS SDK, on a server that keeps its data. The items are done by workers of an activity. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MapRunsTest {
    private static final String MAP = """
            {"StartAt":"Each","States":{"Each":{"Type":"Map","Label":"all","MaxConcurrency":%d,%s"End":true,
              "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
                "StartAt":"Do","States":{"Do":{"Type":"Task","Resource":"%s","End":true}}}}}}""";

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

    private String start(String name, int concurrency, String terms, String input) {
        String machine = server.machine(name, MAP.formatted(concurrency, terms, activity(name)));
        return sfn.startExecution(r -> r.stateMachineArn(machine).name("one").input(input))
                .executionArn();
    }

    private void succeed(String name) {
        String token = sfn.getActivityTask(r -> r.activityArn(activity(name))).taskToken();
        sfn.sendTaskSuccess(r -> r.taskToken(token).output("\"done\""));
    }

    private void fail(String name) {
        String token = sfn.getActivityTask(r -> r.activityArn(activity(name))).taskToken();
        sfn.sendTaskFailure(r -> r.taskToken(token).error("Down").cause("for now"));
    }

    private String theRun(String execution) {
        var runs = sfn.listMapRuns(r -> r.executionArn(execution)).mapRuns();
        assertThat(runs).hasSize(1);
        return runs.get(0).mapRunArn();
    }

    private DescribeMapRunResponse describe(String run) {
        return sfn.describeMapRun(r -> r.mapRunArn(run));
    }

    private List<ExecutionListItem> children(String run) {
        return sfn.listExecutions(r -> r.mapRunArn(run)).executions();
    }

    @Test
    void a_map_run_is_listed_and_described_while_it_runs_and_afterwards() {
        String arn = start("described", 1, "\"ToleratedFailurePercentage\":40,\"ToleratedFailureCount\":2,", "[1,2,3]");
        succeed("described");
        fail("described");
        var listed = sfn.listMapRuns(r -> r.executionArn(arn)).mapRuns().get(0);
        String run = listed.mapRunArn();
        DescribeMapRunResponse meanwhile = describe(run);
        succeed("described");
        assertThat(server.end(arn).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        DescribeMapRunResponse after = describe(run);

        assertThat(listed.stateMachineArn())
                .isEqualTo("arn:aws:states:us-east-1:123456789012:stateMachine:described/all");
        assertThat(listed.executionArn()).isEqualTo(arn);
        assertThat(listed.stopDate()).isNull();
        assertThat(meanwhile.status()).isEqualTo(MapRunStatus.RUNNING);
        assertThat(meanwhile.executionArn()).isEqualTo(arn);
        assertThat(meanwhile.maxConcurrency()).isEqualTo(1);
        assertThat(meanwhile.toleratedFailurePercentage()).isEqualTo(40f);
        assertThat(meanwhile.toleratedFailureCount()).isEqualTo(2);
        assertThat(meanwhile.redriveCount()).isZero();
        assertThat(meanwhile.redriveDate()).isNull();
        assertThat(meanwhile.itemCounts().total()).isEqualTo(3);
        assertThat(meanwhile.executionCounts().succeeded()).isEqualTo(1);
        assertThat(meanwhile.executionCounts().failed()).isEqualTo(1);
        assertThat(after.status()).isEqualTo(MapRunStatus.SUCCEEDED);
        assertThat(after.startDate()).isEqualTo(listed.startDate());
        assertThat(after.stopDate()).isAfterOrEqualTo(after.startDate());
        assertThat(after.itemCounts().succeeded()).isEqualTo(2);
        assertThat(after.itemCounts().resultsWritten()).isEqualTo(2);
        assertThat(after.executionCounts().pending()).isZero();
        assertThat(after.executionCounts().pendingRedrive()).isZero();
    }

    @Test
    void executions_of_a_map_run_are_listed_and_described() {
        String arn = start(
                "children", 1, "\"ToleratedFailureCount\":1,\"ItemBatcher\":{\"MaxItemsPerBatch\":2},", "[1,2,3]");
        succeed("children");
        fail("children");
        server.end(arn);
        String run = theRun(arn);

        List<ExecutionListItem> children = children(run);

        assertThat(children).extracting(ExecutionListItem::mapRunArn).containsOnly(run);
        assertThat(children)
                .extracting(ExecutionListItem::status)
                .containsExactly(ExecutionStatus.FAILED, ExecutionStatus.SUCCEEDED);
        assertThat(children).extracting(ExecutionListItem::itemCount).containsExactly(1, 2);
        assertThat(sfn.listExecutions(r -> r.mapRunArn(run).statusFilter(ExecutionStatus.FAILED))
                        .executions())
                .containsExactly(children.get(0));
        assertThat(sfn.listExecutions(r -> r.mapRunArn(run).redriveFilter(ExecutionRedriveFilter.REDRIVEN))
                        .executions())
                .isEmpty();
        List<ExecutionListItem> paged = new ArrayList<>();
        sfn.listExecutionsPaginator(r -> r.mapRunArn(run).maxResults(1))
                .executions()
                .forEach(paged::add);
        assertThat(paged).isEqualTo(children);
        DescribeExecutionResponse failed =
                sfn.describeExecution(r -> r.executionArn(children.get(0).executionArn()));
        assertThat(failed.stateMachineArn())
                .isEqualTo("arn:aws:states:us-east-1:123456789012:stateMachine:children/all");
        assertThat(failed.mapRunArn()).isEqualTo(run);
        assertThat(failed.input()).isEqualTo("{\"Items\":[3]}");
        assertThat(failed.error()).isEqualTo("Down");
        assertThat(failed.cause()).isEqualTo("for now");
        assertThat(failed.redriveStatus()).isEqualTo(ExecutionRedriveStatus.REDRIVABLE_BY_MAP_RUN);
        assertThat(failed.redriveStatusReason()).isNull();
        DescribeExecutionResponse succeeded =
                sfn.describeExecution(r -> r.executionArn(children.get(1).executionArn()));
        assertThat(succeeded.output()).isEqualTo("\"done\"");
        assertThat(succeeded.redriveStatusReason()).isEqualTo("Execution is SUCCEEDED and cannot be redriven");
        var machine = sfn.describeStateMachineForExecution(
                r -> r.executionArn(children.get(0).executionArn()));
        assertThat(machine.mapRunArn()).isEqualTo(run);
        assertThat(machine.label()).isEqualTo("all");
        assertThat(machine.stateMachineArn()).isEqualTo(failed.stateMachineArn());
        assertThat(machine.definition()).contains("\"StartAt\":\"Do\"").doesNotContain("ItemBatcher");
    }

    @Test
    void the_concurrency_of_a_map_run_is_changed_while_it_runs_and_not_afterwards() {
        String arn = start("updated", 1, "", "[1,2,3]");
        String run = theRun(arn);
        assertThat(describe(run).executionCounts().running()).isEqualTo(1);

        sfn.updateMapRun(r -> r.mapRunArn(run).maxConcurrency(2).toleratedFailureCount(7L));

        assertThat(describe(run).maxConcurrency()).isEqualTo(2);
        assertThat(describe(run).toleratedFailureCount()).isEqualTo(7);
        assertThat(describe(run).executionCounts().running()).isEqualTo(2);
        sfn.stopExecution(r -> r.executionArn(arn));
        assertThat(describe(run).status()).isEqualTo(MapRunStatus.ABORTED);
        assertThat(describe(run).executionCounts().aborted()).isEqualTo(2);
        assertThat(describe(run).executionCounts().pending()).isEqualTo(1);
        assertThatThrownBy(() -> sfn.updateMapRun(r -> r.mapRunArn(run).maxConcurrency(3)))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        refused -> assertThat(refused.reasonAsString()).isEqualTo("CANNOT_UPDATE_COMPLETED_MAP_RUN"));
    }

    @Test
    void a_map_run_is_redriven_with_its_execution_and_by_nothing_else() {
        String arn = start("redriven", 1, "\"ToleratedFailureCount\":1,", "[1,2,3,4]");
        succeed("redriven");
        fail("redriven");
        fail("redriven");
        assertThat(server.end(arn).status()).isEqualTo(ExecutionStatus.FAILED);
        String run = theRun(arn);
        assertThat(describe(run).status()).isEqualTo(MapRunStatus.FAILED);
        String child = children(run).get(0).executionArn();
        assertThatThrownBy(() -> sfn.redriveExecution(r -> r.executionArn(child)))
                .isInstanceOf(ExecutionNotRedrivableException.class);

        sfn.redriveExecution(r -> r.executionArn(arn));

        DescribeMapRunResponse meanwhile = describe(run);
        assertThat(meanwhile.status()).isEqualTo(MapRunStatus.RUNNING);
        assertThat(meanwhile.redriveCount()).isEqualTo(1);
        assertThat(meanwhile.stopDate()).isNull();
        assertThat(meanwhile.executionCounts().pendingRedrive()).isEqualTo(1);
        assertThat(meanwhile.executionCounts().running()).isEqualTo(1);
        assertThat(meanwhile.executionCounts().pending()).isEqualTo(1);
        assertThat(sfn.listExecutions(r -> r.mapRunArn(run).statusFilter(ExecutionStatus.PENDING_REDRIVE))
                        .executions())
                .hasSize(1);
        for (int i = 0; i < 3; i++) {
            succeed("redriven");
        }
        assertThat(server.end(arn).output()).isEqualTo("[\"done\",\"done\",\"done\",\"done\"]");
        assertThat(describe(run).status()).isEqualTo(MapRunStatus.SUCCEEDED);
        assertThat(children(run)).extracting(ExecutionListItem::redriveCount).containsExactlyInAnyOrder(0, 0, 1, 1);
        assertThat(sfn.getExecutionHistory(r -> r.executionArn(arn)).events().stream()
                        .filter(event -> event.type() == HistoryEventType.MAP_RUN_REDRIVEN)
                        .map(event -> event.mapRunRedrivenEventDetails().mapRunArn()))
                .containsExactly(run);
    }

    @Test
    void an_execution_of_a_map_run_has_a_history_while_it_runs_and_afterwards() {
        String arn = start("histories", 1, "", "[1,2]");
        String child = children(theRun(arn)).get(0).executionArn();
        List<HistoryEvent> meanwhile =
                sfn.getExecutionHistory(r -> r.executionArn(child)).events();
        succeed("histories");
        succeed("histories");
        server.end(arn);
        List<HistoryEvent> after =
                sfn.getExecutionHistory(r -> r.executionArn(child)).events();
        List<HistoryEvent> paged = new ArrayList<>();
        sfn.getExecutionHistoryPaginator(r -> r.executionArn(child).maxResults(2))
                .events()
                .forEach(paged::add);

        assertThat(meanwhile)
                .extracting(HistoryEvent::type)
                .startsWith(HistoryEventType.EXECUTION_STARTED, HistoryEventType.TASK_STATE_ENTERED)
                .doesNotContain(HistoryEventType.EXECUTION_SUCCEEDED);
        assertThat(after)
                .extracting(HistoryEvent::type)
                .containsExactly(
                        HistoryEventType.EXECUTION_STARTED,
                        HistoryEventType.TASK_STATE_ENTERED,
                        HistoryEventType.ACTIVITY_SCHEDULED,
                        HistoryEventType.ACTIVITY_STARTED,
                        HistoryEventType.ACTIVITY_SUCCEEDED,
                        HistoryEventType.TASK_STATE_EXITED,
                        HistoryEventType.EXECUTION_SUCCEEDED);
        assertThat(after.get(0).executionStartedEventDetails().input()).isEqualTo("1");
        assertThat(paged).isEqualTo(after);
        List<HistoryEvent> reversed = new ArrayList<>(after);
        Collections.reverse(reversed);
        assertThat(sfn.getExecutionHistory(r -> r.executionArn(child).reverseOrder(true))
                        .events())
                .isEqualTo(reversed);
        assertThatThrownBy(() -> sfn.getExecutionHistory(r -> r.executionArn(child + "0")))
                .isInstanceOf(ExecutionDoesNotExistException.class);
    }

    @Test
    void an_execution_of_a_map_run_is_stopped_by_itself() {
        String arn = start("stopped", 1, "\"ToleratedFailureCount\":1,", "[1,2]");
        String run = theRun(arn);
        String child = children(run).get(0).executionArn();

        Instant stopped = sfn.stopExecution(
                        r -> r.executionArn(child).error("Enough").cause("of this"))
                .stopDate();

        DescribeExecutionResponse described = sfn.describeExecution(r -> r.executionArn(child));
        assertThat(described.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(described.stopDate()).isEqualTo(stopped);
        assertThat(described.error()).isEqualTo("Enough");
        assertThat(described.redriveStatus()).isEqualTo(ExecutionRedriveStatus.REDRIVABLE_BY_MAP_RUN);
        assertThat(describe(run).executionCounts().aborted()).isEqualTo(1);
        assertThat(sfn.stopExecution(r -> r.executionArn(child)).stopDate())
                .as("it has ended")
                .isEqualTo(stopped);
        succeed("stopped");
        assertThat(server.end(arn).output()).isEqualTo("[{\"Error\":\"Enough\",\"Cause\":\"of this\"},\"done\"]");
        assertThatThrownBy(() -> sfn.stopExecution(r -> r.executionArn(child + "0")))
                .isInstanceOf(ExecutionDoesNotExistException.class);
    }

    @Test
    void express_executions_of_a_map_run_are_listed_and_described_and_nothing_else() {
        String machine =
                server.machine("quick", MAP.formatted(0, "", activity("quick")).replace("\"STANDARD\"", "\"EXPRESS\""));
        String arn =
                sfn.startExecution(r -> r.stateMachineArn(machine).input("[1]")).executionArn();
        String run = theRun(arn);
        String child = children(run).get(0).executionArn();
        succeed("quick");
        server.end(arn);

        assertThat(child).startsWith("arn:aws:states:us-east-1:123456789012:express:quick/all:");
        DescribeExecutionResponse described = sfn.describeExecution(r -> r.executionArn(child));
        assertThat(described.mapRunArn()).isEqualTo(run);
        assertThat(described.output()).isEqualTo("\"done\"");
        assertThatThrownBy(() -> sfn.getExecutionHistory(r -> r.executionArn(child)))
                .isInstanceOf(InvalidArnException.class);
        assertThatThrownBy(() -> sfn.stopExecution(r -> r.executionArn(child))).isInstanceOf(InvalidArnException.class);
        assertThatThrownBy(() -> sfn.redriveExecution(r -> r.executionArn(child)))
                .isInstanceOf(InvalidArnException.class);
        assertThatThrownBy(() -> sfn.describeExecution(r -> r.executionArn(child.replace("/all", ""))))
                .isInstanceOf(InvalidArnException.class);
    }

    @Test
    void what_is_no_map_run_is_refused() {
        String arn = start("refused", 1, "", "[1]");
        String run = theRun(arn);

        assertThatThrownBy(() -> sfn.listMapRuns(r -> r.executionArn(arn + "x")))
                .isInstanceOf(ExecutionDoesNotExistException.class);
        assertThatThrownBy(() -> sfn.describeMapRun(r -> r.mapRunArn(arn))).isInstanceOf(InvalidArnException.class);
        assertThatThrownBy(() -> sfn.describeMapRun(r -> r.mapRunArn(run + "0")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> sfn.listExecutions(r -> r.mapRunArn(run + "0")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> sfn.updateMapRun(r -> r.mapRunArn(run + "0").maxConcurrency(1)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> sfn.updateMapRun(r -> r.mapRunArn(run).toleratedFailurePercentage(101f)))
                .isInstanceOf(SfnException.class)
                .hasMessageContaining("Member must have value less than or equal to 100");
        assertThatThrownBy(() -> sfn.listMapRuns(r -> r.executionArn(arn).nextToken("none")))
                .isInstanceOf(InvalidTokenException.class);
        sfn.stopExecution(r -> r.executionArn(arn));
    }
}
