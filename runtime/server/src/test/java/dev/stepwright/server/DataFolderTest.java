package dev.stepwright.server;

import static dev.stepwright.server.RunningServer.PASS;
import static dev.stepwright.server.RunningServer.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetActivityTaskResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.Tag;

/** {@code serve --data}: what one server knew, the next one knows. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DataFolderTest {
    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:work";
    private static final String WORK = """
            {"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"%s","End":true}}}""".formatted(ACTIVITY);
    private static final String PARENT = """
            {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2",
              "Parameters":{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:Child"},
              "OutputPath":"$.Output","End":true}}}""";

    @TempDir
    private Path folder;

    private RunningServer start() {
        return RunningServer.start(config -> config.data(folder));
    }

    @Test
    void machines_versions_aliases_tags_and_activities_survive() {
        String machine;
        String version;
        String alias;
        try (RunningServer first = start()) {
            machine = first.machine("M", PASS);
            version = first.client()
                    .publishStateMachineVersion(r -> r.stateMachineArn(machine))
                    .stateMachineVersionArn();
            String published = version;
            alias = first.client()
                    .createStateMachineAlias(
                            r -> r.name("prod").routingConfiguration(RunningServer.share(published, 100)))
                    .stateMachineAliasArn();
            first.client()
                    .updateStateMachine(r -> r.stateMachineArn(machine).definition(PASS.replace("Done", "Later")));
            first.client()
                    .tagResource(r -> r.resourceArn(machine)
                            .tags(Tag.builder().key("k").value("v").build()));
            first.client().createActivity(r -> r.name("work"));
            String gone = first.machine("Gone", PASS);
            first.client().deleteStateMachine(r -> r.stateMachineArn(gone));
        }

        String its = version;
        try (RunningServer second = start()) {
            assertThat(second.client()
                            .describeStateMachine(r -> r.stateMachineArn(machine))
                            .definition())
                    .isEqualTo(PASS.replace("Done", "Later"));
            assertThat(second.client()
                            .describeStateMachine(r -> r.stateMachineArn(its))
                            .definition())
                    .isEqualTo(PASS);
            assertThat(second.client()
                            .describeStateMachineAlias(r -> r.stateMachineAliasArn(alias))
                            .routingConfiguration())
                    .containsExactly(RunningServer.share(its, 100));
            assertThat(second.client()
                            .listTagsForResource(r -> r.resourceArn(machine))
                            .tags())
                    .extracting(tag -> Map.entry(tag.key(), tag.value()))
                    .containsExactly(Map.entry("k", "v"));
            assertThat(second.client().listActivities(r -> {}).activities())
                    .extracting(item -> item.activityArn())
                    .containsExactly(ACTIVITY);
            assertThat(second.client().listStateMachines(r -> {}).stateMachines())
                    .hasSize(1);
            assertThat(second.end(second.client()
                                    .startExecution(r -> r.stateMachineArn(alias))
                                    .executionArn())
                            .stateMachineVersionArn())
                    .isEqualTo(its);
        }
    }

    @Test
    void executions_that_have_ended_are_described_listed_and_told_event_by_event() {
        String machine;
        DescribeExecutionResponse before;
        try (RunningServer first = start()) {
            machine = first.machine("M", PASS);
            String arn = first.client()
                    .startExecution(r -> r.stateMachineArn(machine).name("one").input("{\"v\": 1.50}"))
                    .executionArn();
            before = first.end(arn);
            first.client()
                    .updateStateMachine(r -> r.stateMachineArn(machine).definition(PASS.replace("Done", "Later")));
        }

        try (RunningServer second = start()) {
            String arn = before.executionArn();
            DescribeExecutionResponse after = second.client().describeExecution(r -> r.executionArn(arn));
            assertThat(after.input()).isEqualTo(before.input()).isEqualTo("{\"v\": 1.50}");
            assertThat(after.output()).isEqualTo(before.output());
            assertThat(after.redriveStatusReason()).isEqualTo(before.redriveStatusReason());
            assertThat(after.equalsBySdkFields(before)).isTrue();
            assertThat(second.client()
                            .listExecutions(r -> r.stateMachineArn(machine))
                            .executions())
                    .extracting(ExecutionListItem::name)
                    .containsExactly("one");
            assertThat(second.client()
                            .getExecutionHistory(
                                    r -> r.executionArn(arn).reverseOrder(true).maxResults(2))
                            .events())
                    .extracting(event -> event.type())
                    .containsExactly(HistoryEventType.EXECUTION_SUCCEEDED, HistoryEventType.PASS_STATE_EXITED);
            assertThat(second.client()
                            .describeStateMachineForExecution(r -> r.executionArn(arn))
                            .definition())
                    .isEqualTo(PASS);
            assertThatThrownBy(() -> second.client()
                            .startExecution(r -> r.stateMachineArn(machine).name("one")))
                    .hasMessageContaining("Execution Already Exists");
        }
    }

    @Test
    void executions_that_run_go_on_and_tokens_that_were_given_out_still_hold() {
        String arn;
        String token;
        try (RunningServer first = start()) {
            first.client().createActivity(r -> r.name("work"));
            String machine = first.machine("Waits", WORK);
            arn = first.client().startExecution(r -> r.stateMachineArn(machine)).executionArn();
            GetActivityTaskResponse task = first.client().getActivityTask(r -> r.activityArn(ACTIVITY));
            token = task.taskToken();
        }

        try (RunningServer second = start()) {
            assertThat(second.client()
                            .describeExecution(r -> r.executionArn(arn))
                            .status())
                    .isEqualTo(ExecutionStatus.RUNNING);
            second.client().sendTaskSuccess(r -> r.taskToken(token).output("{\"done\":true}"));

            assertThat(second.end(arn).output()).isEqualTo("{\"done\":true}");
        }
    }

    @Test
    void a_parent_gets_the_answer_of_its_child_after_a_restart() {
        String parent;
        try (RunningServer first = start()) {
            first.client().createActivity(r -> r.name("work"));
            first.machine("Child", WORK);
            String machine = first.machine("Parent", PARENT);
            parent = first.client()
                    .startExecution(r -> r.stateMachineArn(machine))
                    .executionArn();
            awaitEvent(first, parent, HistoryEventType.TASK_SUBMITTED);
        }

        try (RunningServer second = start()) {
            String token = second.client()
                    .getActivityTask(r -> r.activityArn(ACTIVITY))
                    .taskToken();
            second.client().sendTaskSuccess(r -> r.taskToken(token).output("{\"child\":1}"));

            assertThat(second.end(parent).output()).isEqualTo("{\"child\":1}");
        }
    }

    private static void awaitEvent(RunningServer server, String executionArn, HistoryEventType type) {
        while (server.client().getExecutionHistory(r -> r.executionArn(executionArn)).events().stream()
                .noneMatch(event -> event.type() == type)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_machine_that_waits_for_its_last_execution_goes_with_it_after_a_restart() {
        String machine;
        String execution;
        try (RunningServer first = start()) {
            first.client().createActivity(r -> r.name("work"));
            machine = first.machine("Waits", WORK);
            String its = machine;
            execution =
                    first.client().startExecution(r -> r.stateMachineArn(its)).executionArn();
            first.client().deleteStateMachine(r -> r.stateMachineArn(its));
        }

        try (RunningServer second = start()) {
            String its = machine;
            assertThat(second.client()
                            .describeStateMachine(r -> r.stateMachineArn(its))
                            .statusAsString())
                    .isEqualTo("DELETING");
            second.client().stopExecution(r -> r.executionArn(execution));
            assertThatThrownBy(() -> second.client().describeStateMachine(r -> r.stateMachineArn(its)))
                    .isInstanceOf(StateMachineDoesNotExistException.class);
        }
        try (RunningServer third = start()) {
            assertThat(third.client().listStateMachines(r -> {}).stateMachines())
                    .isEmpty();
        }
    }

    @Test
    void a_folder_that_another_server_has_open_is_refused() {
        try (RunningServer first = start()) {
            assertThat(first.client().listStateMachines(r -> {}).stateMachines())
                    .isEqualTo(List.of());

            assertThatThrownBy(this::start)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("is open in process");
        }
    }

    @Test
    void an_older_role_is_kept_with_its_revision() {
        String arn;
        try (RunningServer first = start()) {
            String machine = first.machine("M", PASS);
            arn = first.client().startExecution(r -> r.stateMachineArn(machine)).executionArn();
            first.end(arn);
            first.client().updateStateMachine(r -> r.stateMachineArn(machine).roleArn(ROLE + "2"));
            first.client().deleteStateMachine(r -> r.stateMachineArn(machine));
        }

        try (RunningServer second = start()) {
            assertThat(second.client()
                            .describeStateMachineForExecution(r -> r.executionArn(arn))
                            .roleArn())
                    .isEqualTo(ROLE);
        }
    }
}
