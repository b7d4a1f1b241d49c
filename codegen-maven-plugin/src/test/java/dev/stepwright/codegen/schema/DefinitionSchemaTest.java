package dev.stepwright.codegen.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.Severity;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema of definitions that stepwright-dsl publishes for editors. */
class DefinitionSchemaTest {
    private static final Path CASES = Path.of("../dsl/src/test/resources/cases/validate");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource(), InputFormat.JSON);

    private static String resource() {
        try (InputStream schema = Validator.class.getResourceAsStream("/META-INF/stepwright/asl.schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> problems(String definition) {
        return SCHEMA.validate(definition, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Map<String, List<String>> refused(Stream<Path> files) throws IOException {
        Map<String, List<String>> refused = new TreeMap<>();
        for (Path file : files.sorted().toList()) {
            List<String> problems = problems(AslDocument.read(file).root().toString());
            if (!problems.isEmpty()) {
                refused.put(file.getFileName().toString(), problems);
            }
        }
        return refused;
    }

    @Test
    void every_published_definition_fits() throws IOException {
        Path folder =
                Path.of(System.getProperty("stepwright.shared", "../../shared")).resolve("corpus/real");
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder.toAbsolutePath());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(refused(
                            files.filter(file -> file.getFileName().toString().matches("real-.*\\.json"))))
                    .isEmpty();
        }
    }

    /** What the rules accept the schema has to accept; an editor that marks good definitions is switched off. */
    @Test
    void every_definition_without_errors_fits() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            assertThat(refused(files.filter(DefinitionSchemaTest::hasNoErrors))).isEmpty();
        }
    }

    private static boolean hasNoErrors(Path file) {
        try {
            return file.toString().endsWith(".asl.json")
                    && Validator.validate(AslDocument.read(file)).stream()
                            .noneMatch(finding -> finding.severity() == Severity.ERROR);
        } catch (JsonSyntaxException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'States': {'A': {'Type': 'Succeed'}}}",
                "{'StartAt': 'A', 'States': {}}",
                "{'StartAt': 'A', 'States': [], 'Comment': 'none'}",
                "{'StartAt': 'A', 'Stats': {}, 'States': {'A': {'Type': 'Succeed'}}}",
                "{'StartAt': 'A', 'Version': '2.0', 'States': {'A': {'Type': 'Succeed'}}}",
                "{'StartAt': 'A', 'QueryLanguage': 'jsonata', 'States': {'A': {'Type': 'Succeed'}}}",
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Tsak'}}}",
                "{'StartAt': 'A', 'States': {'A': {'End': true}}}",
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass'}}}",
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'End': true}}}",
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Resource': 'arn:x', 'End': true}}}",
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Wait', 'Seconds': '10', 'End': true}}}",
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Fail', 'Next': 'B'}}}",
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Choice', 'Choices': [{'Condition': true}]}}}",
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Choice', 'Choices': [{'Not': {'Next': 'A'}, 'Next': 'A'}]}}}",
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'B'}]}}}",
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Map', 'End': true, 'ItemProcessor': {'ProcessorConfig': {'Mode': 'BOTH'}, "
                        + "'StartAt': 'B', 'States': {'B': {'Type': 'Succeed'}}}}}}",
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'Resource': 'arn:x', 'End': true, 'Retry': [{'MaxAttempts': 2}]}}}",
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'Resource': 'arn:x', 'End': true, 'Catch': {'Next': 'A'}}}}",
            })
    void a_definition_of_another_structure_does_not(String definition) {
        assertThat(problems(definition.replace('\'', '"'))).isNotEmpty();
    }
}
