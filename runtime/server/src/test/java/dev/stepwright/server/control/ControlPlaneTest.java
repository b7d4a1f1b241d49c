package dev.stepwright.server.control;

import static dev.stepwright.server.control.TestPlane.call;
import static dev.stepwright.server.control.TestPlane.plane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.ForwardingStore;
import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.store.sqlite.SqliteStore;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.TimeSource;
import dev.stepwright.runtime.time.VirtualTime;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.DescribeExecution;
import dev.stepwright.server.api.DescribeStateMachine;
import dev.stepwright.server.api.ListExecutions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ControlPlaneTest {
    private static final String MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:";
    private static final String WAIT =
            "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Wait\",\"Seconds\":86400,\"End\":true}}}";

    private static final String PARENT =
            "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::states:startExecution.sync:2\","
                    + "\"Parameters\":{\"StateMachineArn\":\"" + MACHINE + "child\",\"Name\":\"one\"},\"End\":true}}}";

    @TempDir
    private Path folder;

    @Test
    void a_service_that_cannot_be_opened_leaves_its_store_closed() {
        try (SqliteStore store = SqliteStore.open(folder)) {
            store.documents().put("activity", "arn", "this is no activity");
        }
        SqliteStore damaged = SqliteStore.open(folder);

        assertThatThrownBy(() -> plane(damaged, damaged)).isInstanceOf(RuntimeException.class);

        SqliteStore.open(folder).close();
    }

    @Test
    void a_machine_that_cannot_be_run_any_more_keeps_no_other_from_running() {
        SqliteStore store = SqliteStore.open(folder);
        try (ControlPlane plane = plane(store, store)) {
            call(plane, "CreateStateMachine", machine("old"));
            call(plane, "CreateStateMachine", machine("good"));
            call(plane, "StartExecution", "{\"stateMachineArn\":\"" + MACHINE + "old\",\"name\":\"one\"}");
        }
        SqliteStore changed = SqliteStore.open(folder);
        changed.documents().all("revision").forEach((key, text) -> {
            if (text.contains("\"old\"")) {
                changed.documents().put("revision", key, text.replace("Wait", "Rest"));
            }
        });

        try (ControlPlane plane = plane(changed, changed)) {
            call(plane, "StartExecution", "{\"stateMachineArn\":\"" + MACHINE + "good\"}");
            String old = "{\"stateMachineArn\":\"" + MACHINE + "old\"}";
            assertThat(((DescribeStateMachine.Answer) call(plane, "DescribeStateMachine", old)).definition())
                    .contains("Rest");
            assertThatThrownBy(() -> call(plane, "StartExecution", old))
                    .isInstanceOf(ApiError.class)
                    .hasMessageContaining("Invalid State Machine Definition")
                    .hasMessageContaining("/States/A");
            call(plane, "UpdateStateMachine", old.replace("}", ",\"definition\":" + JsonText.quote(WAIT) + "}"));
            call(plane, "StartExecution", old);
        }
    }

    private static String machine(String name) {
        return machine(name, WAIT);
    }

    private static String machine(String name, String definition) {
        return "{\"name\":\"" + name + "\",\"roleArn\":\"arn:aws:iam::123456789012:role/one\",\"definition\":"
                + JsonText.quote(definition) + "}";
    }

    @Test
    void an_execution_whose_machine_nobody_knows_any_more_can_be_stopped() {
        StateMachineDefinition wait =
                StateMachineDefinition.of(JsonDocument.parse(WAIT).root());
        String arn;
        try (Engine engine = Engine.create(EngineConfig.durable(folder))) {
            arn = engine.register("Wait", wait, JsonNode.class, JsonNode.class, TaskHandlers.none())
                    .start("one", JsonDocument.parse("{}").root())
                    .arn();
        }
        SqliteStore store = SqliteStore.open(folder);
        try (ControlPlane plane = plane(store, store)) {
            String execution = "{\"executionArn\":\"" + arn + "\"";

            call(plane, "StopExecution", execution + ",\"error\":\"Halt\"}");

            DescribeExecution.Answer answer =
                    (DescribeExecution.Answer) call(plane, "DescribeExecution", execution + "}");
            assertThat(answer.status()).isEqualTo("ABORTED");
            assertThat(answer.error()).isEqualTo("Halt");
        }
    }

    /** Lets an execution go when it is to write. */
    private static final class Losing extends ForwardingStore {
        private volatile String lost = "";

        Losing(ExecutionStore store) {
            super(store);
        }

        @Override
        public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
            return executionArn.equals(lost)
                    ? CompletableFuture.failedFuture(new StaleSequenceException(executionArn, 2, 1))
                    : super.append(executionArn, batches);
        }
    }

    @Test
    void a_parent_waits_for_a_child_that_is_let_go_and_goes_on_later() {
        String parent = "{\"executionArn\":\"" + MACHINE.replace("stateMachine", "execution") + "parent:one\"}";
        String startChild = "{\"stateMachineArn\":\"" + MACHINE + "child\",\"name\":\"one\"}";
        SqliteStore data = SqliteStore.open(folder);
        Losing store = new Losing(data);
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        try (ControlPlane plane = plane(EngineConfig.builder().store(store).time(time), data, time::now)) {
            call(plane, "CreateStateMachine", machine("child"));
            call(plane, "CreateStateMachine", machine("parent", PARENT));
            call(plane, "StartExecution", startChild.replace("child", "parent"));
            time.pass(Duration.ZERO);
            store.lost = MACHINE.replace("stateMachine", "execution") + "child:one";
            time.pass(Duration.ofDays(1));
            assertThat(call(plane, "DescribeExecution", parent)).hasFieldOrPropertyWithValue("status", "RUNNING");

            store.lost = "";
            call(plane, "StartExecution", startChild);
            time.pass(Duration.ofDays(1));

            assertThat(call(plane, "DescribeExecution", parent)).hasFieldOrPropertyWithValue("status", "SUCCEEDED");
        }
    }

    /** Cannot write the answer to a task, and says so after a while. */
    private static final class Forgetting extends ForwardingStore {
        Forgetting(ExecutionStore store) {
            super(store);
        }

        @Override
        public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
            boolean isAnswer = executionArn.contains(":asks:")
                    && batches.stream().anyMatch(batch -> batch.stimulus() instanceof Stimulus.TaskSucceeded);
            return isAnswer
                    ? CompletableFuture.supplyAsync(() -> {
                        throw new IllegalStateException("the disk is full");
                    })
                    : super.append(executionArn, batches);
        }
    }

    @Test
    void a_task_that_brings_a_token_back_does_not_succeed_before_the_answer_is_stored() {
        String asks = """
                {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.waitForTaskToken",
                  "Parameters":{"StateMachineArn":"%sanswers","Name":"one","Input":{"token.$":"$$.Task.Token"}},"End":true}}}""".formatted(MACHINE);
        String answers = """
                {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
                  "Parameters":{"TaskToken.$":"$.token","Output":"{}"},"End":true}}}""";
        SqliteStore data = SqliteStore.open(folder);
        VirtualTime time = VirtualTime.manual(Instant.EPOCH);
        try (ControlPlane plane =
                plane(EngineConfig.builder().store(new Forgetting(data)).time(time), data, time::now)) {
            call(plane, "CreateStateMachine", machine("answers", answers));
            call(plane, "CreateStateMachine", machine("asks", asks));
            call(plane, "StartExecution", "{\"stateMachineArn\":\"" + MACHINE + "asks\",\"name\":\"one\"}");
            time.pass(Duration.ZERO);

            assertThat(call(
                            plane,
                            "DescribeExecution",
                            "{\"executionArn\":\"" + MACHINE.replace("stateMachine", "execution") + "answers:one\"}"))
                    .hasFieldOrPropertyWithValue("error", "Sfn.InternalFailureException");
        }
    }

    /** A clock that is set by tests: timers wait as they did. */
    private static final class SetTime implements TimeSource {
        private final VirtualTime time = VirtualTime.manual(Instant.parse("2026-03-01T12:00:00Z"));
        private volatile Duration back = Duration.ZERO;

        @Override
        public Instant now() {
            return time.now().minus(back);
        }

        @Override
        public Alarm at(Instant due, Runnable action) {
            return time.at(due.plus(back), action);
        }

        @Override
        public Alarm after(Duration delay, Instant due, Runnable action) {
            return time.at(time.now().plus(delay), action);
        }

        @Override
        public void workBegins() {
            time.workBegins();
        }

        @Override
        public void workEnds() {
            time.workEnds();
        }

        @Override
        public void close() {
            time.close();
        }
    }

    private static List<String> listed(ControlPlane plane, String machine) {
        return ((ListExecutions.Answer)
                        call(plane, "ListExecutions", "{\"stateMachineArn\":\"" + MACHINE + machine + "\"}"))
                .executions().stream().map(ListExecutions.Item::name).toList();
    }

    @Test
    void executions_that_start_after_the_clock_was_set_back_are_those_of_their_machine() {
        String machine = "{\"stateMachineArn\":\"" + MACHINE + "waits\"";
        SqliteStore data = SqliteStore.open(folder);
        SetTime clock = new SetTime();
        try (ControlPlane plane = plane(EngineConfig.builder().store(data).time(clock), data, clock::now)) {
            call(plane, "CreateStateMachine", machine("waits"));
            clock.back = Duration.ofHours(1);
            call(plane, "StartExecution", machine + ",\"name\":\"one\"}");
            clock.time.pass(Duration.ZERO);

            assertThat(listed(plane, "waits")).containsExactly("one");
            assertThat(plane.counts(MACHINE + "waits")).hasValue(Map.of(ExecutionStatus.RUNNING, 1L));
            call(plane, "DeleteStateMachine", machine + "}");
            assertThat(call(plane, "DescribeStateMachine", machine + "}"))
                    .hasFieldOrPropertyWithValue("status", "DELETING");
            clock.time.pass(Duration.ofDays(1));
            assertThatThrownBy(() -> call(plane, "DescribeStateMachine", machine + "}"))
                    .isInstanceOf(ApiError.class);
        }
    }

    @ParameterizedTest(name = "set back by {0}")
    @ValueSource(strings = {"PT0S", "PT1H"})
    void executions_of_an_earlier_machine_are_not_those_of_one_that_is_made_after_the_clock_was_set_back(
            Duration back) {
        String machine = "{\"stateMachineArn\":\"" + MACHINE + "passes\"";
        String pass = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}";
        SqliteStore data = SqliteStore.open(folder);
        SetTime clock = new SetTime();
        try (ControlPlane plane = plane(EngineConfig.builder().store(data).time(clock), data, clock::now)) {
            call(plane, "CreateStateMachine", machine("passes", pass));
            call(plane, "StartExecution", machine + ",\"name\":\"one\"}");
            clock.time.pass(Duration.ZERO);
            call(plane, "DeleteStateMachine", machine + "}");
            clock.back = back;

            call(plane, "CreateStateMachine", machine("passes", pass));
            assertThat(listed(plane, "passes")).isEmpty();
            assertThat(plane.counts(MACHINE + "passes")).hasValue(Map.of());
            call(plane, "StartExecution", machine + ",\"name\":\"two\"}");
            clock.time.pass(Duration.ZERO);

            assertThat(listed(plane, "passes")).containsExactly("two");
            assertThat(plane.counts(MACHINE + "passes")).hasValue(Map.of(ExecutionStatus.SUCCEEDED, 1L));
        }
    }
}
