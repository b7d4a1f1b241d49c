package dev.stepwright.codegen.source;

import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.OutputFolder.Changes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The definitions that a project's own classes make, as files.
 *
 * @param others what else the project has
 * @param folder where the files go
 * @param format what is written of each definition
 */
public record Export(JavaDefinitions definitions, Others others, OutputFolder folder, ExportFormat format) {

    /**
     * What stands in a project beside its classes.
     *
     * @param resources the directories whose files are copied among the classes
     * @param sources the definitions that machines in Java may start, and the templates that may take the files
     */
    public record Others(List<Path> resources, SourceFolder sources) {}

    /**
     * Writes what has changed, then validates it; findings name the written files.
     *
     * @throws ExportException if the project's code fails, a substitution does not fit, or the code makes a file that a resource is copied to
     * @throws IOException if a file cannot be read or written
     */
    public Changes run(Findings findings) throws IOException, ExportException {
        List<JavaMachine> machines = new ArrayList<>();
        for (JavaMachine machine : definitions.read()) {
            machines.add(machine.withAsl(format.substituted(machine.asl())));
        }
        List<GeneratedFile> files =
                machines.stream().map(each -> resource(each.file(), each.asl())).toList();
        List<GeneratedFile> ignoreFiles = machines.stream()
                .filter(each -> each.ignored() != null)
                .map(each -> resource(each.ignoreFile(), each.ignored()))
                .toList();
        refuseCopied(files, "a definition in Java both become %s; rename one of them");
        refuseCopied(
                ignoreFiles,
                "what a machine in Java ignores both become %s; move all of it into Java with ignoring(...) and delete the file");
        List<GeneratedFile> all = new ArrayList<>(files);
        all.addAll(ignoreFiles);
        if (format.yaml()) {
            files.forEach(
                    file -> all.add(resource(file.path().replace(".json", ".yaml"), ExportFormat.yaml(file.text()))));
        }
        if (format.manifest() && !files.isEmpty()) {
            all.add(resource(ExportManifest.FILE, ExportManifest.text(machines)));
        }
        Changes changes = folder.replace(all);
        ExportedMachines started = ExportedMachines.of(machines, others.sources());
        for (JavaMachine machine : machines) {
            started.accept(machine, folder.directory().resolve(machine.file()), findings);
        }
        new ExportedTo(others.sources()).check(findings);
        return changes;
    }

    private static GeneratedFile resource(String path, String text) {
        return new GeneratedFile(Root.RESOURCES, path, text);
    }

    /**
     * Refuses to write what a resource is copied to.
     *
     * @param problem what is wrong then, with the place of the file that would be written
     */
    private void refuseCopied(List<GeneratedFile> files, String problem) throws ExportException {
        Path classes = definitions.classes().toAbsolutePath().normalize();
        for (GeneratedFile file : files) {
            Path written = folder.directory().resolve(file.path());
            for (Path directory : others.resources()) {
                Path copied = directory.resolve(classes.relativize(written));
                if (Files.exists(copied)) {
                    throw new ExportException(copied + " and " + problem.formatted(written), null);
                }
            }
        }
    }
}
