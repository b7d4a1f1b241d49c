package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.asl.Severity;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.types.ProjectMachine;
import dev.stepwright.types.SidecarSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the folders in {@code cases/project}: definitions that start one another, perhaps with schemas, perhaps with {@code named.json}, the
 * machines that placeholders stand for. {@code expected} has one line for each finding but the hints of other rules.
 *
 * <p>{@code -Dstepwright.cases.write=true} writes the expectations that are missing; read them before you keep them.
 */
class ProjectCasesTest {
    private static final Path CASES = Path.of("src/test/resources/cases/project");

    static Stream<Path> cases() throws IOException {
        return files(CASES).stream();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_project_has_exactly_the_expected_findings(Path folder) throws IOException {
        Path expectation = folder.resolve("expected");
        List<ProjectMachine> definitions = definitions(folder);
        ProjectValidator project = new ProjectValidator(definitions, WorkflowType.STANDARD, named(folder));

        List<String> found = new ArrayList<>();
        for (ProjectMachine definition : definitions) {
            project.validate(definition).stream()
                    .filter(finding -> finding.severity() != Severity.HINT
                            || finding.rule().startsWith("ASL-FLW"))
                    .forEach(finding -> found.add(finding.format(definition.file())));
        }

        if (Boolean.getBoolean("stepwright.cases.write") && !Files.exists(expectation)) {
            Files.write(expectation, found);
        }
        assertThat(found).isEqualTo(Files.readAllLines(expectation));
        assertThat(found.isEmpty()).isEqualTo(folder.getFileName().toString().startsWith("silent"));
    }

    private static List<ProjectMachine> definitions(Path folder) throws IOException {
        List<ProjectMachine> definitions = new ArrayList<>();
        for (Path file : files(folder)) {
            if (file.toString().endsWith(".asl.json")) {
                AslDocument document = AslDocument.read(file);
                String name = file.getFileName().toString();
                definitions.add(new ProjectMachine(
                        DefinitionFile.machineName(name),
                        name,
                        document,
                        SidecarSchemas.read(file, document.definition()).known()));
            }
        }
        return definitions;
    }

    private static Map<String, String> named(Path folder) throws IOException {
        Map<String, String> named = new LinkedHashMap<>();
        if (Files.exists(folder.resolve("named.json"))) {
            JsonDocument.read(folder.resolve("named.json"))
                    .root()
                    .properties()
                    .forEach(each -> named.put(each.getKey(), each.getValue().stringValue()));
        }
        return named;
    }
}
