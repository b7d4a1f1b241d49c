package dev.stepwright.codegen.source;

import dev.stepwright.codegen.generate.Generator;
import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.OutputFolder.Changes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Source text and resources from one source directory.
 *
 * @param sources the definitions and schemas
 * @param packageName the package of what stands in it
 * @param folders where each kind of file goes; kinds without a folder are not written
 */
public record Generation(SourceFolder sources, String packageName, Map<Root, OutputFolder> folders) {

    /**
     * Checks, generates, and writes what has changed. Writes nothing if the findings stop the build.
     *
     * @throws IOException if a file cannot be read or written
     */
    public Changes run(Findings findings) throws IOException {
        SourceTree tree = SourceTree.read(sources, findings);
        List<GeneratedFile> files = findings.hasErrors()
                ? List.of()
                : new Generator(packageName, tree.schemas(), tree.settings().nullness(), findings)
                        .generate(tree.machines());
        Changes changes = Changes.NONE;
        if (!findings.stopTheBuild()) {
            for (Map.Entry<Root, OutputFolder> folder : new TreeMap<>(folders).entrySet()) {
                changes = changes.and(folder.getValue()
                        .replace(files.stream()
                                .filter(file -> file.root() == folder.getKey())
                                .toList()));
            }
        }
        return changes;
    }

    /**
     * Does the same, unless all that it depends on is as it was at the last time; then only tells again what was found.
     *
     * @param state the file that remembers the last time
     * @throws IOException if a file cannot be read or written
     */
    public Changes runIfChanged(Path state, Findings findings) throws IOException {
        Optional<String> generator = GeneratorJar.stamp();
        return generator.isEmpty()
                ? run(findings)
                : new IncrementalGeneration(this, state, List.of(generator.get(), findings.settings())).run(findings);
    }

    /** Returns what was done, in one line. */
    public String summary(Changes changes) {
        return changes + sources.absence("put definitions (order.asl.json, order.asl.yaml) and schemas there");
    }
}
