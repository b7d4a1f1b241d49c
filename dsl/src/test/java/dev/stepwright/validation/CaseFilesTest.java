package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.validation.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the pairs of files in {@code cases/validate}: {@code x.asl.json} and beside it {@code x.expected}, one line for each
 * diagnostic, {@code line:column severity RULE pointer message}. No line means that the definition is clean. A definition
 * {@code x.express.asl.json} is checked as an Express workflow.
 *
 * <p>{@code -Dstepwright.cases.write=true} writes the expectations that are missing; read them before you keep them.
 */
class CaseFilesTest {
    static final Path CASES = Path.of("src/test/resources/cases/validate");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.toString().endsWith(".asl.json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_definition_has_exactly_the_expected_findings(Path definition) throws IOException {
        Path expectation = Path.of(definition.toString().replace(".asl.json", ".expected"));

        List<String> found =
                validate(definition).stream().map(CaseFilesTest::line).toList();

        if (Boolean.getBoolean("stepwright.cases.write") && !Files.exists(expectation)) {
            Files.write(expectation, found);
        }
        assertThat(found).isEqualTo(Files.readAllLines(expectation));
    }

    private static List<Diagnostic> validate(Path definition) throws IOException {
        return definition.toString().endsWith(".express.asl.json")
                ? Validator.validate(AslDocument.read(definition), WorkflowType.EXPRESS)
                : Validator.validate(definition.toString(), Files.readString(definition));
    }

    @Test
    void every_rule_is_found_by_a_case_and_every_expectation_has_its_definition() throws IOException {
        List<String> expected;
        try (Stream<Path> files = Files.walk(CASES)) {
            List<Path> expectations =
                    files.filter(file -> file.toString().endsWith(".expected")).toList();
            assertThat(expectations)
                    .allMatch(file -> Files.exists(Path.of(file.toString().replace(".expected", ".asl.json"))));
            expected = expectations.stream().flatMap(CaseFilesTest::rules).toList();
        }

        assertThat(Rules.ALL)
                .extracting(Rule::id)
                .filteredOn(id -> !expected.contains(id))
                .as("rules without a case; those for texts of very many characters have tests instead")
                .containsExactly("ASL-DOC-004", "ASL-LIM-001");
    }

    private static Stream<String> rules(Path expectation) {
        try {
            return Files.readAllLines(expectation).stream().map(line -> line.split(" ")[2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String line(Diagnostic diagnostic) {
        String pointer = diagnostic.pointer().toString();
        return "%s %s %s %s %s"
                .formatted(
                        diagnostic.position(),
                        diagnostic.severity(),
                        diagnostic.rule(),
                        pointer.isEmpty() ? "/" : pointer.replace(" ", "%20"),
                        JsonText.quote(diagnostic.message())
                                .replace("\\\"", "\"")
                                .replaceAll("^\"|\"$", ""));
    }
}
