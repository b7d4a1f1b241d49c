package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.Generator;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.validation.RuleDescription;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever suppresses an error has the plugin generate from a definition that AWS refuses. */
class SuppressedErrorsTest {
    private static final Path CASES = Path.of("../dsl/src/test/resources/cases/validate");

    private static List<Path> definitions() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.toString().endsWith(".asl.json"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> ignorable() {
        return RuleDescription.all().stream()
                .map(RuleDescription::id)
                .filter(id -> !id.matches("ASL-(IGN-.*|DOC-00[123]|CFN-001)"))
                .toList();
    }

    @Test
    void whatever_is_suppressed_generation_ends_with_files_or_findings(@TempDir Path directory) throws IOException {
        List<String> thrown = new ArrayList<>();
        int suppressed = 0;
        for (Path definition : definitions()) {
            Path copy = directory.resolve("order.asl.json");
            Files.write(copy, Files.readAllBytes(definition));
            Findings findings = new Findings(false, Suppressions.of(ignorable()));
            try {
                SourceTree tree = SourceTree.read(SourceFolder.of(directory), findings);
                new Generator("com.acme", tree.schemas(), findings).generate(tree.machines());
            } catch (RuntimeException e) {
                thrown.add(definition + ": " + e);
            }
            suppressed += findings.suppressedToo().isEmpty() ? 0 : 1;
        }

        assertThat(thrown).isEmpty();
        assertThat(suppressed).isGreaterThan(100);
    }
}
