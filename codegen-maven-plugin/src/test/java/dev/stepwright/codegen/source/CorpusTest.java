package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stepwright.codegen.generate.Compiled;
import dev.stepwright.codegen.generate.GeneratedFile;
import dev.stepwright.codegen.generate.Generator;
import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions that people wrote for real: what is generated for them has to compile. */
class CorpusTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("stepwright.shared", "../../shared")).resolve("corpus/real");

    @Test
    void every_valid_definition_gives_java_that_compiles(@TempDir Path directory) throws IOException {
        assumeTrue(
                Files.isDirectory(CORPUS),
                () -> CORPUS + " is absent; set -Dstepwright.shared=FOLDER to run this test");
        for (Path definition : definitions()) {
            String name = definition.getFileName().toString().replace(".json", ".asl.json");
            Files.copy(definition, directory.resolve(name));
        }
        SourceTree valid = SourceTree.read(directory, new Findings(false, Suppressions.of(List.of())));
        Findings findings = new Findings(false, Suppressions.of(List.of()));

        List<GeneratedFile> files = new Generator("com.acme", valid.schemas(), findings).generate(valid.machines());

        assertThat(findings.sorted()).extracting(Finding::text).isEmpty();
        assertThat(valid.machines()).hasSizeGreaterThan(100);
        assertThat(Compiled.of(files)).as("the classes").isNotNull();
    }

    private static List<Path> definitions() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("real-"))
                    .sorted()
                    .toList();
        }
    }
}
