package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.ForwardingStore;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.testkit.InterruptedExecutions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Files that versions have left behind while executions ran. A folder for each version holds its {@code stepwright.db}, which is never made anew, and
 * what is {@code expected.txt} of it today. {@code -Dstepwright.fixture=VERSION} makes the file, if it is not there, and the text.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpgradeTest {
    private static final Path FOLDER = Path.of("src/test/resources/upgrade");
    private static final String EXPECTED = "expected.txt";
    private static final String FILE = "stepwright.db";
    private static final SqliteSettings SETTINGS = SqliteSettings.DEFAULT.withClock(() -> InterruptedExecutions.START);

    @TempDir
    private Path folder;

    static Stream<Path> versions() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().toList().stream();
        }
    }

    private SqliteStore copyOf(Path version) throws IOException {
        Files.copy(version.resolve(FILE), folder.resolve(FILE));
        return SqliteStore.open(folder, SETTINGS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void what_a_version_has_left_running_goes_on_and_what_had_ended_is_told(Path version) throws Exception {
        String told = InterruptedExecutions.finish(copyOf(version));

        assertThat(told).isEqualTo(Files.readString(version.resolve(EXPECTED)));
        try (SqliteStore store = SqliteStore.open(folder, SETTINGS)) {
            assertThat(store.running()).isEmpty();
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void what_this_version_leaves_running_goes_on_as_what_the_latest_has_left() throws Exception {
        InterruptedExecutions.interrupt(SqliteStore.open(folder, SETTINGS));
        List<Path> versions = versions().toList();

        assertThat(InterruptedExecutions.finish(SqliteStore.open(folder, SETTINGS)))
                .isEqualTo(Files.readString(versions.get(versions.size() - 1).resolve(EXPECTED)));
    }

    /** What another version notes where this one would note something else. */
    private interface Otherwise {
        CompletionStage<Optional<StoredExecution>> create(ExecutionStore store, ExecutionHeader header, Batch first);
    }

    /** An execution of a machine that waits, as another version has begun it. */
    private String leftByAnotherVersion(Otherwise otherwise) {
        SqliteStore store = SqliteStore.open(folder, SETTINGS);
        try (Engine engine = Engine.create(EngineConfig.builder()
                .store(new ForwardingStore(store) {
                    @Override
                    public CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
                        return otherwise.create(store, header, first);
                    }
                })
                .build())) {
            return register(engine)
                    .start("other", JsonNodeFactory.instance.objectNode())
                    .arn();
        }
    }

    /** It enters a state later. */
    private String decidedOtherwise() {
        return leftByAnotherVersion((store, header, first) -> {
            List<HistoryEntry> fewer = first.events().subList(0, first.events().size() - 1);
            return store.create(header, new Batch(1, first.stimulus(), fewer, first.end()));
        });
    }

    private static Workflow<JsonNode, JsonNode> register(Engine engine) {
        StateMachineDefinition wait = StateMachineDefinition.of(JsonDocument.parse(
                        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Wait\",\"Seconds\":86400,\"End\":true}}}")
                .root());
        return engine.register("Wait", wait, JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    @Test
    void what_this_version_would_decide_otherwise_is_not_taken_up_and_left_as_it_is() {
        String arn = decidedOtherwise();
        List<Batch> before;
        try (SqliteStore store = SqliteStore.open(folder, SETTINGS)) {
            before = store.batches(arn);
        }

        try (Engine engine = Engine.create(EngineConfig.durable(folder))) {
            Workflow<JsonNode, JsonNode> machine = register(engine);
            assertThat(engine.recover()).isEmpty();
            assertThat(engine.running(arn)).isEmpty();
            assertThat(engine.describe(arn).orElseThrow().status()).isEqualTo(ExecutionStatus.RUNNING);
            assertThat(machine.executions(ExecutionStatus.RUNNING, 10)).hasSize(1);
        }

        try (SqliteStore store = SqliteStore.open(folder, SETTINGS)) {
            assertThat(store.batches(arn)).isEqualTo(before);
            assertThat(store.running()).containsExactly(arn);
        }
    }

    @Test
    void a_definition_that_this_version_cannot_run_keeps_no_other_execution_from_going_on() {
        StateMachineDefinition unknown = StateMachineDefinition.of(
                JsonDocument.parse("{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Later\"}}}")
                        .root());
        leftByAnotherVersion((store, header, first) -> store.create(
                new ExecutionHeader(header.identity(), unknown, header.input(), header.inputText(), header.note()),
                first));
        try (Engine engine = Engine.create(EngineConfig.durable(folder))) {
            register(engine).start("this", JsonNodeFactory.instance.objectNode());
        }

        try (Engine engine = Engine.create(EngineConfig.durable(folder))) {
            register(engine);

            assertThat(engine.recover()).extracting(Execution::name).containsExactly("this");
        }
    }

    @Test
    void what_nobody_has_taken_up_can_be_stopped_and_is_not_redriven() {
        String arn = decidedOtherwise();
        try (Engine engine = Engine.create(EngineConfig.durable(folder))) {
            register(engine);
            engine.recover();

            assertThat(engine.stop(arn, "Upgrade", "of another version")).isTrue();

            assertThat(engine.stop(arn, null, null)).isFalse();
            assertThatThrownBy(() -> engine.redrive(arn, null)).hasMessageContaining("decides otherwise");
        }

        try (Engine engine = Engine.create(EngineConfig.durable(folder))) {
            Execution<JsonNode> stopped = register(engine).execution("other");
            assertThat(engine.recover()).isEmpty();
            assertThat(stopped.await()).isEqualTo(new Outcome.Aborted<>("Upgrade", "of another version"));
            assertThat(stopped.history())
                    .extracting(HistoryEvent::type)
                    .containsExactly("ExecutionStarted", "ExecutionAborted");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "stepwright.fixture", matches = ".+")
    void a_fixture_is_made() throws Exception {
        Path version = Files.createDirectories(FOLDER.resolve(System.getProperty("stepwright.fixture")));
        if (!Files.exists(version.resolve(FILE))) {
            Path made = folder.resolve("made");
            InterruptedExecutions.interrupt(SqliteStore.open(made, SETTINGS));
            Files.copy(made.resolve(FILE), version.resolve(FILE));
        }

        Files.writeString(version.resolve(EXPECTED), InterruptedExecutions.finish(copyOf(version)));
    }
}
