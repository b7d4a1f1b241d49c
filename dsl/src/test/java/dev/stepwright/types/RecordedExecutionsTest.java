package dev.stepwright.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.SharedFiles;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.types.report.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Executions that the real service recorded. What ran well there is no error: a state that was left in an execution that
 * succeeded has no finding that says it must fail, not even when the machine's input is known exactly.
 */
class RecordedExecutionsTest {
    @TestFactory
    Stream<DynamicTest> no_state_that_ran_well_is_said_to_fail() throws IOException {
        Path folder = SharedFiles.folder("conformance/cases");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .filter(RecordedExecutionsTest::isSuccess)
                    .map(file -> DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> check(read(file))));
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JsonDocument.read(file).root();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isSuccess(Path file) {
        JsonNode root = read(file);
        return root.path("expect").path("status").asString("").equals("SUCCEEDED")
                && root.path("definition").isObject()
                && root.path("expect").path("history").isArray();
    }

    private static void check(JsonNode recorded) {
        StateMachineDefinition definition = StateMachineDefinition.of(recorded.get("definition"));
        Set<String> left = statesLeft(recorded.path("expect").path("history"));
        JsonNode input = recorded.path("input");
        Shape shape = input.isMissingNode() ? new Shape.Structure(Map.of(), false) : Samples.shape(input);
        boolean inputKnown = !recorded.has("inputText") && !input.toString().contains("@@");
        KnownShapes known =
                new KnownShapes(Optional.of(shape).filter(s -> inputKnown), Optional.empty(), Map.of(), Map.of());

        List<Finding> findings = DataFlow.analyze(definition, known).findings();

        assertThat(findings)
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .filteredOn(finding -> left.contains(state(definition, finding.pointer())))
                .isEmpty();
    }

    /** A state whose work failed in between was left by a catch rule or after a retry, which says nothing. */
    private static Set<String> statesLeft(JsonNode history) {
        Set<String> left = new HashSet<>();
        boolean failed = false;
        for (JsonNode event : history) {
            String type = event.path("type").asString("");
            failed |= type.endsWith("Failed") || type.endsWith("TimedOut");
            if (type.endsWith("StateExited")) {
                left.add(event.path("details").path("name").asString(""));
            }
        }
        return failed ? Set.of() : left;
    }

    /** Returns the name of the innermost state that a pointer leads into. */
    private static String state(StateMachineDefinition definition, JsonPointer pointer) {
        String name = "";
        String[] parts = pointer.toString().split("/");
        for (int i = 1; i + 1 < parts.length; i++) {
            if (parts[i].equals("States")) {
                name = parts[i + 1].replace("~1", "/").replace("~0", "~");
            }
        }
        return name;
    }
}
