package dev.stepwright.codegen.source;

import dev.stepwright.codegen.generate.GeneratedFile;
import dev.stepwright.codegen.generate.Generator;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.OutputFolder.Changes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Source text and resources from one source directory.
 *
 * @param sourceDirectory the definitions and schemas
 * @param packageName the package of what stands in it
 * @param sources where Java goes
 * @param resources where the definitions go, under {@code asl/}
 */
public record Generation(Path sourceDirectory, String packageName, OutputFolder sources, OutputFolder resources) {

    /**
     * Checks, generates, and writes what has changed. Writes nothing if the findings stop the build.
     *
     * @throws IOException if a file cannot be read or written
     */
    public Changes run(Findings findings) throws IOException {
        SourceTree tree = SourceTree.read(sourceDirectory, findings);
        List<GeneratedFile> java = findings.hasErrors()
                ? List.of()
                : new Generator(packageName, tree.schemas(), findings).generate(tree.machines());
        if (findings.stopTheBuild()) {
            return Changes.NONE;
        }
        List<GeneratedFile> definitions =
                tree.machines().stream().map(Generation::resource).toList();
        return sources.replace(java).and(resources.replace(definitions));
    }

    private static GeneratedFile resource(Machine machine) {
        return new GeneratedFile("asl/" + machine.file(), machine.document().text());
    }
}
