package dev.stepwright.codegen.source;

import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.OutputFolder.Changes;
import dev.stepwright.diagram.DiagramFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A drawing of each definition in a source directory: {@code order.asl.json} becomes {@code order.svg}.
 *
 * @param folder where they go
 * @param format in which form
 */
public record Diagrams(SourceFolder sources, OutputFolder folder, DiagramFormat format) {

    /**
     * Draws all definitions and writes what has changed, unless the findings hold an error.
     *
     * @throws IOException if a file cannot be read or written
     */
    public Changes run(Findings findings) throws IOException {
        SourceTree tree = SourceTree.read(sources, findings);
        if (findings.stopTheBuild()) {
            return Changes.NONE;
        }
        List<GeneratedFile> files = new ArrayList<>();
        for (Machine machine : tree.machines()) {
            String text = format.draw(tree.filled(machine).definition(), machine.stem());
            files.add(new GeneratedFile(Root.RESOURCES, machine.stem() + "." + format.extension(), text));
        }
        return folder.replace(files);
    }
}
