package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.Severity;
import dev.stepwright.codegen.generate.Compiled;
import dev.stepwright.codegen.generate.Generator;
import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.Nullness;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source directory of a test, and what is generated from it into the package {@code com.acme}.
 *
 * @param jars those with schemas that it refers to
 */
public record Sources(Path directory, List<Path> jars, Map<String, String> machines) {
    public static final String DEFINITION = """
            {"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}
            """;

    /** Returns sources that refer to nothing outside. */
    public Sources(Path directory) {
        this(directory, List.of());
    }

    /** Returns sources that refer to schemas in jars. */
    public Sources(Path directory, List<Path> jars) {
        this(directory, jars, Map.of());
    }

    /** Writes a file; returns this to write the next. */
    public Sources with(String path, String text) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the findings, one a line, files named from the directory. */
    public List<String> findings() {
        Findings findings = new Findings(false, Suppressions.of(List.of()));
        generate(null, findings);
        return findings.sorted().stream()
                .map(finding ->
                        finding.text().replace(directory.toAbsolutePath().normalize() + "/", ""))
                .toList();
    }

    /** Returns the source files, which must be free of errors and warnings. */
    public List<GeneratedFile> files() {
        return files(null);
    }

    /** Like {@link #files()}, with values that may be absent as they are wanted; null for what the settings say. */
    public List<GeneratedFile> files(@Nullable Nullness nullness) {
        Findings findings = new Findings(true, Suppressions.of(List.of()));
        List<GeneratedFile> files = generate(nullness, findings);
        assertThat(findings.sorted()).noneMatch(finding -> finding.severity() != Severity.HINT);
        return files;
    }

    /** Returns the text of one source file. */
    public String text(String path) {
        return files().stream()
                .filter(file -> file.path().equals(path))
                .map(GeneratedFile::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + path + " among " + files()));
    }

    /** Returns the classes, and those of more source that uses them. */
    public Compiled compiled(GeneratedFile... more) {
        List<GeneratedFile> all = new ArrayList<>(files());
        all.addAll(List.of(more));
        return Compiled.of(all);
    }

    /** Writes the schemas that could be inferred, and returns their files. */
    public List<Path> scaffold() {
        try {
            Findings findings = new Findings(false, Suppressions.of(List.of()));
            return new Scaffold(new SourceFolder(directory, jars, machines)).run(findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the source files, with values that may be absent as they are wanted, null for what the settings say; none if there are errors. */
    public List<GeneratedFile> generate(@Nullable Nullness wanted, Findings findings) {
        try {
            SourceTree tree = SourceTree.read(new SourceFolder(directory, jars, machines), findings);
            Nullness nullness = wanted == null ? tree.settings().nullness() : wanted;
            return findings.hasErrors()
                    ? List.of()
                    : new Generator("com.acme", tree.schemas(), nullness, findings).generate(tree.machines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
