package dev.stepwright.codegen.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.codegen.generate.GeneratedFile;
import dev.stepwright.codegen.generate.GeneratedFile.Root;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.OutputFolder.Changes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The definitions that a project's own classes make, as files.
 *
 * @param resources the directories whose files are copied among the classes
 * @param folder where the files go
 * @param format what is written of each definition
 */
public record Export(JavaDefinitions definitions, List<Path> resources, OutputFolder folder, ExportFormat format) {

    /**
     * Writes what has changed, then validates it; findings name the written files.
     *
     * @throws ExportException if the project's code fails, or makes a file that a resource is copied to
     * @throws IOException if a file cannot be read or written
     */
    public Changes run(Findings findings) throws IOException, ExportException {
        List<GeneratedFile> files = new ArrayList<>();
        ExportManifest manifest = new ExportManifest(format.express());
        for (Map.Entry<String, String> definition : definitions.read().entrySet()) {
            GeneratedFile file = resource(definition.getKey(), format.substituted(definition.getValue()));
            refuseCopied(file);
            files.add(file);
            manifest.add(file);
        }
        List<GeneratedFile> all = new ArrayList<>(files);
        if (format.yaml()) {
            files.forEach(
                    file -> all.add(resource(file.path().replace(".json", ".yaml"), ExportFormat.yaml(file.text()))));
        }
        if (format.manifest() && !files.isEmpty()) {
            all.add(resource(ExportManifest.FILE, manifest.text()));
        }
        Changes changes = folder.replace(all);
        for (GeneratedFile file : files) {
            Path path = folder.directory().resolve(file.path());
            Validation.accept(path, AslDocument.parse(file.path(), file.text()), findings);
        }
        return changes;
    }

    private static GeneratedFile resource(String path, String text) {
        return new GeneratedFile(Root.RESOURCES, path, text);
    }

    private void refuseCopied(GeneratedFile file) throws ExportException {
        Path written = folder.directory().resolve(file.path());
        Path relative = definitions.classes().toAbsolutePath().normalize().relativize(written);
        for (Path directory : resources) {
            Path copied = directory.resolve(relative);
            if (Files.exists(copied)) {
                throw new ExportException(
                        copied + " and a definition in Java would both be " + written + "; rename one of them", null);
            }
        }
    }
}
