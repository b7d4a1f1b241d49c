package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.task.TaskContext;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import dev.stepwright.testkit.CrashingStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What inline handlers compute is written together with what somebody outside hears of, and computed again where it was not. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ComputedTasksTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final JsonNode INPUT = JsonDocument.parse("{\"v\":1}").root();

    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<String> computed = new ConcurrentLinkedQueue<>();
    private final VirtualTime time = VirtualTime.automatic(START);

    /** Tasks one after the other, the state "Out" among them. */
    private static StateMachineDefinition chain(List<String> states) {
        StringBuilder text = new StringBuilder("{\"StartAt\":\"" + states.get(0) + "\",\"States\":{");
        for (int i = 0; i < states.size(); i++) {
            String next = i + 1 < states.size() ? "\"Next\":\"" + states.get(i + 1) + "\"" : "\"End\":true";
            text.append(i == 0 ? "\"" : ",\"")
                    .append(states.get(i))
                    .append("\":{\"Type\":\"Task\",\"Resource\":\"work\",");
            text.append(next).append('}');
        }
        return StateMachineDefinition.of(JsonDocument.parse(text + "}}").root());
    }

    private JsonNode compute(JsonNode input, TaskContext context) {
        computed.add(context.attemptId());
        return input;
    }

    private Workflow<JsonNode, JsonNode> register(
            Engine engine, List<String> states, UnaryOperator<TaskHandlers.Builder> more) {
        TaskHandlers.Builder handlers = more.apply(TaskHandlers.builder());
        states.stream().filter(state -> !state.equals("Out")).forEach(state -> handlers.inline(state, this::compute));
        return engine.register("Machine", chain(states), JsonNode.class, JsonNode.class, handlers.build());
    }

    private Engine engine(ExecutionStore store) {
        return Engine.create(EngineConfig.builder().store(store).time(time).build());
    }

    private CrashingStore store(int last, boolean isLastWritten) {
        return new CrashingStore(SqliteStore.open(folder), last, isLastWritten);
    }

    private int writes(List<String> states, UnaryOperator<TaskHandlers.Builder> more) {
        CrashingStore store = store(Integer.MAX_VALUE, true);
        try (Engine engine = engine(store)) {
            Execution<JsonNode> execution = register(engine, states, more).start("one", INPUT);

            assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class);
            assertThat(execution.history()).hasSize(2 + 5 * states.size());
            return store.writes();
        }
    }

    @Test
    void the_start_and_the_end_are_all_that_is_waited_for() {
        assertThat(writes(List.of("A", "B", "C", "D", "E"), handlers -> handlers))
                .isEqualTo(2);
        assertThat(computed).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void what_must_not_be_done_twice_is_written_before_it_is_begun_and_when_it_is_done() {
        assertThat(writes(List.of("A", "B", "C", "D", "E"), handlers -> handlers.atMostOnce("work")))
                .isEqualTo(6);
    }

    @Test
    void what_goes_out_is_on_the_disk_before_with_all_that_was_computed_for_it() {
        SqliteStore kept = SqliteStore.open(folder);
        ConcurrentLinkedQueue<Integer> scheduled = new ConcurrentLinkedQueue<>();
        try (Engine engine = engine(kept)) {
            register(
                            engine,
                            List.of("A", "B", "Out", "C"),
                            handlers -> handlers.state("Out", (input, context) -> {
                                scheduled.add((int) kept.history(context.executionArn(), 0, 100).stream()
                                        .filter(entry -> entry.event() instanceof Event.TaskScheduled)
                                        .count());
                                return input;
                            }))
                    .start("one", INPUT)
                    .await();
        }
        assertThat(scheduled).containsExactly(3);
    }

    @Test
    void after_a_crash_it_is_computed_again_with_the_same_attempt_ids_and_told_once() throws Exception {
        List<String> states = List.of("A", "B", "C");
        CrashingStore store = store(2, false);
        Engine first = engine(store);
        register(first, states, handlers -> handlers).start("one", INPUT);
        store.awaitCrash();
        first.close();
        List<String> before = List.copyOf(computed);
        computed.clear();

        try (Engine engine = Engine.create(EngineConfig.durable(folder))) {
            register(engine, states, handlers -> handlers);
            Execution<JsonNode> execution = engine.recover().get(0);

            assertThat(execution.await()).isInstanceOf(Outcome.Succeeded.class);
            assertThat(before).hasSize(3);
            assertThat(List.copyOf(computed)).isEqualTo(before);
            assertThat(execution.history()).hasSize(2 + 5 * states.size());
        }
    }

    @Test
    void a_long_stretch_is_written_from_time_to_time() {
        List<String> states = List.of("A", "B", "C", "D", "E", "F", "G", "H");
        CrashingStore store = store(Integer.MAX_VALUE, true);
        VirtualTime clock = VirtualTime.manual(START);
        try (Engine engine =
                Engine.create(EngineConfig.builder().store(store).time(clock).build())) {
            TaskHandlers.Builder handlers = TaskHandlers.builder();
            states.forEach(state -> handlers.inline(state, (input, context) -> {
                clock.advance(Duration.ofMillis(2));
                return input;
            }));
            engine.register("Machine", chain(states), JsonNode.class, JsonNode.class, handlers.build())
                    .start("one", INPUT)
                    .await();
        }

        assertThat(store.writes()).isEqualTo(3);
    }

    @Test
    void whoever_watches_hears_of_nothing_that_may_be_lost() {
        CrashingStore store = store(Integer.MAX_VALUE, true);
        List<Object> told = Collections.synchronizedList(new ArrayList<>());
        try (Engine engine = Engine.create(EngineConfig.builder()
                .store(store)
                .time(time)
                .listener(told::add)
                .build())) {
            register(engine, List.of("A", "B", "C"), handlers -> handlers)
                    .start("one", INPUT)
                    .await();
        }

        assertThat(told).isNotEmpty();
        assertThat(store.writes()).isEqualTo(4);
    }
}
