package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdmissionTest {
    private static final StateMachineDefinition WAIT =
            Definitions.of("{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':60,'End':true}}}");

    private static Workflow<JsonNode, JsonNode> register(
            Engine engine, String name, StateMachineDefinition definition) {
        return engine.register(name, definition, JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    private static Engine engine(Admission admission) {
        return Engine.create(EngineConfig.builder()
                .admission(admission)
                .time(VirtualTime.manual(Instant.EPOCH))
                .build());
    }

    @Test
    void one_more_than_may_be_open_is_refused_until_one_has_ended() {
        try (Engine engine = engine(new Admission(2, 100))) {
            Workflow<JsonNode, JsonNode> workflow = register(engine, "Waits", WAIT);
            Execution<JsonNode> first = workflow.start("first", Definitions.json("{}"));
            workflow.start("second", Definitions.json("{}"));

            assertThatThrownBy(() -> workflow.start("third", Definitions.json("{}")))
                    .isInstanceOfSatisfying(
                            ExecutionLimitExceededException.class,
                            e -> assertThat(e.bound()).isEqualTo(ExecutionLimitExceededException.Bound.OPEN_EXECUTIONS))
                    .hasMessageContaining("maximum number of running executions has been reached (2)");
            assertThat(workflow.start("first", Definitions.json("{}")).arn()).isEqualTo(first.arn());

            first.stop(null, null);
            first.await();
            workflow.start("third", Definitions.json("{}"));
        }
    }

    @Test
    void a_queue_that_nobody_works_off_throttles_starts() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        TaskHandlers blocking = TaskHandlers.builder()
                .inline("Work", (input, context) -> {
                    busy.countDown();
                    release.await();
                    return input;
                })
                .build();
        EngineConfig config = EngineConfig.builder()
                .admission(new Admission(1_000, 3))
                .engineThreads(1)
                .build();
        try (Engine engine = Engine.create(config)) {
            Workflow<JsonNode, JsonNode> workflow = engine.register(
                    "Blocks",
                    Definitions.task("arn:aws:states:::sqs:sendMessage"),
                    JsonNode.class,
                    JsonNode.class,
                    blocking);
            List<Execution<JsonNode>> started = new ArrayList<>(List.of(workflow.start(Definitions.json("{}"))));
            busy.await();
            for (int i = 0; i < 3; i++) {
                started.add(workflow.start(Definitions.json("{}")));
            }

            assertThatThrownBy(() -> workflow.start(Definitions.json("{}")))
                    .isInstanceOf(ExecutionLimitExceededException.class)
                    .hasMessageContaining("Rate exceeded: more than 3 executions wait");
            release.countDown();

            assertThat(started)
                    .allSatisfy(execution -> assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class));
        }
    }

    @Test
    void a_machine_that_starts_itself_without_end_comes_to_a_bound_and_fails() {
        StateMachineDefinition self = Definitions.of("""
                {'StartAt':'Again','States':{'Again':{'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync',
                  'Parameters':{'StateMachineArn':'arn:aws:states:us-east-1:123456789012:stateMachine:Self'},'End':true}}}""");
        try (Engine engine = engine(new Admission(500, 100))) {
            Outcome<JsonNode> outcome =
                    register(engine, "Self", self).start(Definitions.json("{}")).await();

            assertThat(outcome).isInstanceOf(Outcome.Failed.class);
            assertThat(((Outcome.Failed<JsonNode>) outcome).cause())
                    .as("each tells the cause of the one inside it, quoted once more")
                    .contains("\"Error\":\"States.TaskFailed\"")
                    .hasSizeLessThan(100_000);
            register(engine, "Self", WAIT).start(Definitions.json("{}")); // there is room again
        }
    }

    @Test
    void a_store_in_memory_that_is_full_of_running_executions_takes_no_more() {
        InMemoryStore store = new InMemoryStore(10, 3_000);
        EngineConfig config = EngineConfig.builder()
                .store(store)
                .time(VirtualTime.manual(Instant.EPOCH))
                .build();
        try (Engine engine = Engine.create(config)) {
            Workflow<JsonNode, JsonNode> workflow = register(engine, "Waits", WAIT);
            JsonNode large = Definitions.json("'" + "x".repeat(5_000) + "'");
            Execution<JsonNode> first = workflow.start(large);

            assertThatThrownBy(() -> workflow.start(Definitions.json("{}")))
                    .isInstanceOf(ExecutionLimitExceededException.class)
                    .hasMessageContaining("the store of executions takes no more");
            first.stop(null, null);
            first.await();

            workflow.start(Definitions.json("{}"));
            assertThat(engine.describe(first.arn())).as("it has made room").isEmpty();
        }
    }
}
