package dev.stepwright.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.types.report.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the files in {@code cases/types}. Beside each definition {@code x.asl.json} stands {@code x.expected}, one line for each
 * finding, {@code line:column severity RULE pointer message}; no line means that the definition is clean. There may be {@code
 * x.known.json}, the schemas that are known: {@code {"input": .., "output": .., "taskArguments": {STATE: ..}, "taskResults":
 * {STATE: ..}}}; and {@code x.shapes.json}, the schemas of the shapes that the analysis must find: {@code {"input": ..,
 * "output": .., "tasks": {STATE: {"arguments": .., "result": ..}}}}.
 *
 * <p>{@code -Dstepwright.cases.write=true} writes the expectations that are missing; read them before you keep them.
 */
class CaseFilesTest {
    static final Path CASES = Path.of("src/test/resources/cases/types");

    static Stream<Path> cases() throws IOException {
        return files(".asl.json");
    }

    static Stream<Path> cases_with_shapes() throws IOException {
        return files(".shapes.json");
    }

    private static Stream<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_definition_has_exactly_the_expected_findings(Path definition) throws IOException {
        Path expectation = beside(definition, ".asl.json", ".expected");
        AslDocument document = AslDocument.read(definition);

        List<String> found = DataFlow.analyze(document.definition(), known(definition)).findings().stream()
                .map(finding -> line(document, finding))
                .sorted()
                .toList();

        if (Boolean.getBoolean("stepwright.cases.write") && !Files.exists(expectation)) {
            Files.write(expectation, found);
        }
        assertThat(found).isEqualTo(Files.readAllLines(expectation));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases_with_shapes")
    void a_definition_has_exactly_the_expected_shapes(Path expectation) throws IOException {
        Path definition = beside(expectation, ".shapes.json", ".asl.json");

        FlowReport report = DataFlow.analyze(AslDocument.read(definition).definition(), known(definition));

        if (Boolean.getBoolean("stepwright.cases.write") && Files.size(expectation) < 4) {
            Files.writeString(expectation, JsonText.pretty(shapes(report)) + "\n");
        }
        assertThat(JsonText.pretty(shapes(report)) + "\n").isEqualTo(Files.readString(expectation));
    }

    private static Path beside(Path file, String ending, String other) {
        String name = file.toString();
        return Path.of(name.substring(0, name.length() - ending.length()) + other);
    }

    private static String line(AslDocument document, Finding finding) {
        return "%s %s %s %s %s"
                .formatted(
                        document.position(finding.pointer()),
                        finding.severity(),
                        finding.rule(),
                        finding.pointer().toString().replace(" ", "%20"),
                        finding.message());
    }

    private static KnownShapes known(Path definition) throws IOException {
        Path file = beside(definition, ".asl.json", ".known.json");
        if (!Files.exists(file)) {
            return KnownShapes.NONE;
        }
        JsonNode known = JsonDocument.read(file).root();
        return new KnownShapes(
                Optional.ofNullable(known.get("input")).map(ShapeSchemas::shape),
                Optional.ofNullable(known.get("output")).map(ShapeSchemas::shape),
                shapes(known.path("taskArguments")),
                shapes(known.path("taskResults")));
    }

    private static Map<String, Shape> shapes(JsonNode schemas) {
        Map<String, Shape> shapes = new HashMap<>();
        schemas.properties().forEach(member -> shapes.put(member.getKey(), ShapeSchemas.shape(member.getValue())));
        return shapes;
    }

    private static JsonNode shapes(FlowReport report) {
        ObjectNode shapes = JsonNodeFactory.instance.objectNode();
        shapes.set("input", ShapeSchemas.schema(report.input()));
        shapes.set("output", ShapeSchemas.schema(report.output()));
        ObjectNode tasks = shapes.putObject("tasks");
        report.tasks()
                .forEach(task -> tasks.putObject(task.state())
                        .<ObjectNode>set("arguments", ShapeSchemas.schema(task.arguments()))
                        .set("result", ShapeSchemas.schema(task.result())));
        return shapes;
    }
}
