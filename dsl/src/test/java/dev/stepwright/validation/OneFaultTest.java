package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.Severity;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Breaks good definitions in one place at a time: one fault is one error, never a second one that only follows from it. */
class OneFaultTest {
    private static final Map<String, Consumer<ObjectNode>> IN_STATES = new LinkedHashMap<>();

    static {
        IN_STATES.put("no Type", state -> state.remove("Type"));
        IN_STATES.put(
                "misspelt Type", state -> state.put("Type", state.path("Type").asString("") + "k"));
        IN_STATES.put("unknown field", state -> state.put("Foobarbaz", 1));
        ifPresent("Next", "to nowhere", state -> state.put("Next", "Zzzzzzzzzzzz"));
        ifPresent(
                "Next",
                "misspelt",
                state -> state.put("Next", state.path("Next").asString("") + "x"));
        ifPresent("Next", "missing", state -> state.remove("Next"));
        ifPresent("Next", "is a number", state -> state.put("Next", 5));
        ifPresent("Next", "and End", state -> state.put("End", true));
        ifPresent("Next", "is called Nxt", state -> state.set("Nxt", state.remove("Next")));
        ifPresent("End", "missing", state -> state.remove("End"));
        ifPresent("End", "is a string", state -> state.put("End", "true"));
        ifPresent("Resource", "missing", state -> state.remove("Resource"));
        ifPresent("Resource", "is no ARN", state -> state.put("Resource", "junk"));
        ifPresent("Resource", "and a bad timeout", state -> state.put("TimeoutSeconds", -1));
        ifPresent("Choices", "missing", state -> state.remove("Choices"));
        ifPresent("Choices", "empty", state -> state.putArray("Choices"));
        ifPresent("Choices", "and no Default", state -> state.put("Default", "Zzzzzzzzzzzz"));
        inFirst("Choices", "leads nowhere", rule -> rule.put("Next", "Zzzzzzzzzzzz"));
        inFirst("Choices", "has no Next", rule -> rule.remove("Next"));
        inFirst("Catch", "leads nowhere", rule -> rule.put("Next", "Zzzzzzzzzzzz"));
        inFirst("Catch", "has no Next", rule -> rule.remove("Next"));
        inFirst("Retry", "names no errors", rule -> rule.remove("ErrorEquals"));
    }

    private static void ifPresent(String field, String fault, Consumer<ObjectNode> injection) {
        IN_STATES.put(field + " " + fault, state -> {
            if (state.has(field)) {
                injection.accept(state);
            }
        });
    }

    private static void inFirst(String field, String fault, Consumer<ObjectNode> injection) {
        IN_STATES.put("first rule of " + field + " " + fault, state -> {
            if (state.path(field).path(0) instanceof ObjectNode) {
                ObjectNode rule = (ObjectNode) state.path(field).path(0).deepCopy();
                injection.accept(rule);
                ((ArrayNode) state.path(field)).set(0, rule);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"clean/order", "clean/jsonata", "clean/resources"})
    void one_fault_in_a_case_is_one_error(String name) {
        assertThat(surprises(CaseFilesTest.CASES.resolve(name + ".asl.json"))).isEmpty();
    }

    @Test
    void one_fault_in_a_published_definition_is_one_error() throws IOException {
        List<Path> files = Shared.files(Shared.folder("corpus/real"), "real-0");

        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(surprises(file)).isEmpty());
    }

    private static List<String> surprises(Path file) {
        ObjectNode root = (ObjectNode) Shared.json(file);
        List<String> surprises = new ArrayList<>();
        states(root)
                .forEach(state -> IN_STATES.forEach((fault, injection) -> {
                    ObjectNode good = state.deepCopy();
                    injection.accept(state);
                    List<String> errors = state.equals(good) ? List.of("no change") : errors(root);
                    if (errors.size() != 1) {
                        surprises.add(file + ": " + fault + " gives " + errors);
                    }
                    state.removeAll();
                    state.setAll(good);
                }));
        return surprises;
    }

    private static Stream<ObjectNode> states(JsonNode machine) {
        return machine.path("States").valueStream().map(ObjectNode.class::cast);
    }

    private static List<String> errors(JsonNode root) {
        return Validator.validate("broken", JsonText.compact(root)).stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .map(diagnostic -> diagnostic.format("broken"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ten-places", "ten-places-of-all-kinds"})
    void faults_in_ten_places_are_ten_findings_in_the_order_of_the_document(String name) {
        List<Diagnostic> found =
                Validator.validate("ten", Shared.text(CaseFilesTest.CASES.resolve("broken/" + name + ".asl.json")));

        assertThat(found).hasSize(10).extracting(Diagnostic::pointer).doesNotHaveDuplicates();
        assertThat(found)
                .extracting(diagnostic -> diagnostic.position().line() * 1000
                        + diagnostic.position().column())
                .isSorted();
    }

    @Test
    void the_good_definitions_have_no_error() {
        assertThat(errors(JsonDocument.parse(Shared.text(CaseFilesTest.CASES.resolve("clean/order.asl.json")))
                        .root()))
                .isEmpty();
    }
}
