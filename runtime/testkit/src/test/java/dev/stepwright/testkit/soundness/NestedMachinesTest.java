package dev.stepwright.testkit.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the validator says of machines that start one another, held against what the engine does with them. */
class NestedMachinesTest {
    private static final Path CASES = Path.of("../../dsl/src/test/resources/cases/project");
    /** Whatever the cases read of what they are started with. */
    private static final JsonNode INPUT = JsonDocument.parse("""
                    {"id": 1, "city": "Ulm", "kind": "other", "left": 1, "a": 1, "b": 1}
                    """).root();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "order-and-shipping, order, States.TaskFailed, $.order.total",
        "input-is-of-another-type, order, States.TaskFailed, must evaluate to a number",
        "cycle, count, States.TaskFailed, $states.input.left",
        "ring, pong, States.TaskFailed, $states.input.a",
        "output-has-no-such-field, order, States.Runtime, trackng",
        "output-is-text-without-2, order, States.Runtime, tracking",
        "output-of-the-output, outer, States.QueryEvaluationError, dep"
    })
    void what_is_said_to_fail_fails_for_the_reason_that_is_told(String folder, String start, String error, String cause)
            throws IOException {
        assertThat(Files.readAllLines(CASES.resolve(folder).resolve("expected")))
                .anyMatch(finding -> finding.startsWith(start + ".asl.json"));

        assertThat(run(folder, start)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.error()).isEqualTo(error);
            assertThat(failed.cause()).contains(cause);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"silent-input-is-whole, order", "silent-read-is-guarded, order", "silent-read-on-some-ways, order"})
    void what_nothing_is_said_about_runs_well(String folder, String start) throws IOException {
        assertThat(run(folder, start)).isInstanceOf(Outcome.Succeeded.class);
    }

    private static Outcome<JsonNode> run(String folder, String start) throws IOException {
        EngineConfig config = EngineConfig.builder()
                .time(VirtualTime.automatic(Instant.parse("2026-01-01T00:00:00Z")))
                .build();
        try (Engine engine = Engine.create(config)) {
            Map<String, Workflow<JsonNode, JsonNode>> machines = new HashMap<>();
            for (Path file : definitions(folder)) {
                String name = DefinitionFile.machineName(file.toString());
                String text = Files.readString(file).replace("eu-west-1:111122223333", "us-east-1:123456789012");
                machines.put(
                        name,
                        engine.register(
                                name,
                                AslDocument.parse(name, text).definition(),
                                JsonNode.class,
                                JsonNode.class,
                                TaskHandlers.none()));
            }
            return machines.get(start).start(INPUT).await();
        }
    }

    private static List<Path> definitions(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CASES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".asl.json")).toList();
        }
    }
}
