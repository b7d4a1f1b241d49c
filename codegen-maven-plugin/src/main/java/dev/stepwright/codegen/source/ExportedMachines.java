package dev.stepwright.codegen.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.types.ProjectMachine;
import dev.stepwright.validation.ProjectValidator;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Machines in Java with what they may start that is not in Java: where both are, the compiler holds one to the other.
 *
 * @param startable the definitions of the source directory, but for those that are committed of a machine in Java
 * @param machines which machines placeholders stand for
 */
record ExportedMachines(List<ProjectMachine> startable, Map<String, String> machines) {

    /** Reads the definitions of a source directory; what is wrong with them is told by the goals that are for them. */
    static ExportedMachines of(List<JavaMachine> exported, SourceFolder sources) throws IOException {
        Set<String> names = exported.stream().map(JavaMachine::name).collect(Collectors.toSet());
        List<ProjectMachine> startable = new ArrayList<>();
        for (Path path : exported.isEmpty() ? List.<Path>of() : SourceTree.files(sources.directory())) {
            String file = sources.directory().relativize(path).toString().replace('\\', '/');
            String name = DefinitionFile.machineName(file);
            if (SourceTree.isDefinition(path) && !names.contains(name)) {
                AslDocument document = Validation.read(path, new Findings(false, Suppressions.of(List.of())))
                        .orElse(null);
                if (document != null) {
                    startable.add(new ProjectMachine(name, file, document, Validation.known(path, document)));
                }
            }
        }
        return new ExportedMachines(startable, sources.machines());
    }

    /** Checks a machine that was written to a file, and what it starts. */
    void accept(JavaMachine machine, Path path, Findings findings) throws IOException {
        AslDocument document = AslDocument.parseUnfilled(machine.file(), machine.asl());
        ProjectMachine own =
                new ProjectMachine(machine.name(), machine.file(), document, Validation.known(path, document));
        List<ProjectMachine> project = new ArrayList<>(startable);
        project.add(own);
        Validation.accept(
                path, document, new ProjectValidator(project, machine.type(), machines).validate(own), findings);
    }
}
