package dev.stepwright.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.Progress;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import dev.stepwright.testkit.Stubs;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Runs definitions that others have published, unmodified, with stubs in place of their tasks. */
class PublishedDefinitionsTest {
    record Run(
            String definition,
            String description,
            JsonNode input,
            JsonNode stubs,
            String status,
            @Nullable String error,
            Map<String, JsonNode> output,
            Map<String, Integer> entered) {
        @Override
        public String toString() {
            return definition + ": " + description;
        }
    }

    static Stream<Run> runs() throws Exception {
        try (InputStream in = PublishedDefinitionsTest.class.getResourceAsStream("/published/runs.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return JsonDocument.parse(text).root().valueStream().map(run -> JavaValues.fromJson(run, Run.class));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void a_published_definition_ends_as_its_reader_expects(Run run) throws Exception {
        Path file =
                Path.of(System.getProperty("stepwright.shared", "../shared"), "corpus/real", run.definition + ".json");
        assumeTrue(Files.exists(file), () -> file + " is absent; set -Dstepwright.shared=FOLDER to run this test");
        StateMachineDefinition definition = AslDocument.read(file).definition();
        Map<String, Integer> entered = new ConcurrentHashMap<>();
        var config = EngineConfig.builder()
                .runner(Stubs.of(run.stubs).runner(definition))
                .time(VirtualTime.automatic(Instant.parse("2026-06-01T00:00:00Z")))
                .listener(progress -> {
                    if (progress instanceof Progress.Entered state) {
                        entered.merge(state.state(), 1, Integer::sum);
                    }
                });

        Outcome<JsonNode> outcome;
        try (Engine engine = Engine.create(config.build())) {
            outcome = engine.register("published", definition, JsonNode.class, JsonNode.class, TaskHandlers.none())
                    .start(run.input)
                    .await();
        }

        assertThat(outcome.getClass().getSimpleName()).as(outcome.toString()).isEqualToIgnoringCase(run.status);
        assertThat(entered).isEqualTo(run.entered);
        if (outcome instanceof Outcome.Failed<JsonNode> failed) {
            assertThat(failed.error()).isEqualTo(run.error);
        }
        if (outcome instanceof Outcome.Succeeded<JsonNode> succeeded) {
            run.output.forEach((pointer, value) ->
                    assertThat(succeeded.output().at(pointer)).as(pointer).isEqualTo(value));
        }
    }
}
