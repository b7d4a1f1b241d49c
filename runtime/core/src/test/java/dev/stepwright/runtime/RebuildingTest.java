package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.planning.Planner;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.task.TaskHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RebuildingTest {
    private static final StateMachineDefinition TWO = Definitions.of("""
            {'StartAt':'A','States':{'A':{'Type':'Task','Resource':'work','Next':'B'},
              'B':{'Type':'Task','Resource':'work','End':true}}}""");

    private final RecordingStore store = new RecordingStore();

    /** Returns all batches of an execution but the last. */
    private List<Batch> batches() {
        try (Engine engine = Engine.create(EngineConfig.builder().store(store).build())) {
            TaskHandlers handlers = TaskHandlers.builder()
                    .inline("A", (input, context) -> input)
                    .inline("B", (input, context) -> input)
                    .build();
            Execution<JsonNode> execution = engine.register("M", TWO, JsonNode.class, JsonNode.class, handlers)
                    .start("one", Definitions.json("{}"));
            execution.await();
            List<Batch> all = store.batches(execution.arn());
            return all.subList(0, all.size() - 1);
        }
    }

    private static ExecutionState blank(StateMachineDefinition definition) {
        ExecutionIdentity identity = new ExecutionIdentity(
                "arn",
                "one",
                "arn:aws:states:us-east-1:1:stateMachine:M",
                "M",
                "role",
                Instant.EPOCH,
                false,
                false,
                null,
                null);
        return ExecutionState.create(
                Objects.requireNonNull(Planner.plan(definition).plan()), identity, Limits.STANDARD, true);
    }

    @Test
    void a_snapshot_of_another_version_is_not_needed() {
        List<Batch> batches = batches();
        Snapshot unknown = new Snapshot(2, Instant.EPOCH, new byte[] {99});

        Rebuilding.Result made = Rebuilding.of(blank(TWO), new Resumption(unknown, List.of()), true, () -> batches);

        assertThat(made.sequence()).isEqualTo(batches.size());
        assertThat(made.state().outstanding()).hasSize(2); // the second task, and the time limit of the execution
    }

    @Test
    void what_would_be_decided_otherwise_is_noticed() {
        List<Batch> batches = batches();
        StateMachineDefinition other =
                Definitions.of("{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'B'},'B':{'Type':'Succeed'}}}");

        assertThatThrownBy(() -> Rebuilding.of(blank(other), new Resumption(null, batches), true, List::of))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("batch 1 of arn")
                .hasMessageContaining("written by an engine that decides otherwise");
    }
}
