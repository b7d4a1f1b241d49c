package dev.stepwright.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the files in {@code cases/conversion}. Beside each definition {@code x.asl.json} stands what it becomes, {@code x.converted.json}, and in {@code
 * x.notes} one line for each note, if there are any.
 */
class JsonataConversionTest {
    private static final Path CASES = Path.of("src/test/resources/cases/conversion");

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".asl.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_definition_becomes_what_is_beside_it(Path file) throws IOException {
        JsonataConversion conversion =
                JsonataConversion.of(AslDocument.read(file).definition());

        assertThat(conversion.definition().toAsl()).isEqualTo(beside(file, ".converted.json"));
        assertThat(conversion.notes().stream().map(JsonataConversionTest::line))
                .isEqualTo(beside(file, ".notes").lines().toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_a_valid_definition_becomes_is_valid(Path file) throws IOException {
        assertThat(errors(AslDocument.read(file))).isEmpty();

        AslDocument converted = AslDocument.parse("converted", beside(file, ".converted.json"));

        assertThat(errors(converted)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_converted_is_not_converted_again(Path file) throws IOException {
        StateMachineDefinition once =
                JsonataConversion.of(AslDocument.read(file).definition()).definition();

        assertThat(JsonataConversion.of(once).definition()).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"StartAt\": \"A\", \"States\": []}",
                "{\"States\": {\"A\": {\"Type\": \"Choice\", \"Choices\": \"none\"}}}",
                "{\"States\": {\"A\": {\"Type\": \"Choice\", \"Choices\": [7, {\"Or\": []}]}}}",
                "{\"States\": {\"A\": {\"Type\": \"Task\", \"Retry\": [{\"ErrorEquals\": \"Busy\"}, {}], \"Catch\": [\"all\"]}}}",
                "{\"States\": {\"A\": {\"Type\": \"Parallel\", \"Branches\": {}}, \"B\": {\"Type\": \"Map\", \"ItemProcessor\": 1}, \"C\": 1}}",
                "{\"States\": {\"A\": {\"Type\": \"Pass\", \"Parameters\": {\"a.$\": \"States.JsonMerge($.a, $.b, true)\"}}}}",
                "{\"States\": {\"A\": {\"Type\": \"Pass\", \"InputPath\": \"$.list.length()\"}}}",
                "{\"States\": {\"A\": {\"Type\": \"Parallel\", \"Branches\": [1, {\"States\": {}}]}}}"
            })
    void what_is_wrong_in_a_definition_stays_wrong(String definition) {
        JsonNode before = JsonDocument.parse(definition).root();

        ObjectNode after = (ObjectNode) JsonataConversion.of(StateMachineDefinition.of((ObjectNode) before))
                .definition()
                .json();

        assertThat(after.without("QueryLanguage").equals(before))
                .as("%s", after)
                .isTrue();
    }

    @Test
    void a_path_of_very_many_steps_stays() {
        JsonNode state =
                JsonNodeFactory.instance.objectNode().put("Type", "Pass").put("InputPath", "$" + ".a".repeat(100_000));

        JsonataConversion conversion = JsonataConversion.of(StateMachineDefinition.of(JsonNodeFactory.instance
                .objectNode()
                .set("States", JsonNodeFactory.instance.objectNode().set("A", state))));

        assertThat(conversion.notes())
                .extracting(ConversionNote::message)
                .containsExactly("a path must have at most 1000 steps, found 100000");
    }

    private static List<Diagnostic> errors(AslDocument document) {
        return Validator.validate(document).stream().filter(Diagnostic::refused).toList();
    }

    private static String line(ConversionNote note) {
        return note.kind().name().toLowerCase(Locale.ROOT) + ": " + note;
    }

    private static String beside(Path file, String ending) throws IOException {
        Path other = Path.of(file.toString().replace(".asl.json", ending));
        return Files.exists(other) ? Files.readString(other) : "";
    }
}
