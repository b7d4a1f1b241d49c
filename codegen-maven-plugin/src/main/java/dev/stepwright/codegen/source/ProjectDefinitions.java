package dev.stepwright.codegen.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.json.Position;
import dev.stepwright.types.Calls;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.ProjectMachine;
import dev.stepwright.validation.ProjectValidator;
import dev.stepwright.validation.Severity;
import dev.stepwright.validation.WorkflowType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The definitions of a source directory that are JSON, with their schemas: read before any is checked, for they may start one another. */
final class ProjectDefinitions {
    private static final String RULE = "ASL-GEN-009";

    private final Map<Path, ProjectMachine> definitions;
    private final ProjectValidator validator;

    private ProjectDefinitions(Map<Path, ProjectMachine> definitions, Map<String, String> machines) {
        this.definitions = definitions;
        this.validator = new ProjectValidator(List.copyOf(definitions.values()), WorkflowType.STANDARD, machines);
    }

    /** Reads definitions; one that is no JSON is among the findings. */
    static ProjectDefinitions read(SourceFolder folder, List<Path> paths, Findings findings) throws IOException {
        Map<Path, ProjectMachine> definitions = new LinkedHashMap<>();
        for (Path path : paths) {
            AslDocument document = Validation.read(path, findings).orElse(null);
            if (document != null) {
                String file = folder.directory().relativize(path).toString().replace('\\', '/');
                definitions.put(
                        path,
                        new ProjectMachine(
                                DefinitionFile.machineName(file), file, document, Validation.known(path, document)));
            }
        }
        ProjectDefinitions project = new ProjectDefinitions(definitions, folder.machines());
        project.tellProblems(findings);
        return project;
    }

    /** The parameter may be that of many modules: only where a placeholder is used its machine is missed. */
    private void tellProblems(Findings findings) {
        validator
                .problems()
                .forEach((placeholder, problem) -> definitions.forEach((path, definition) -> {
                    if (definition.document().text().contains(placeholder)) {
                        String message = "by the parameter machines, \"" + placeholder + "\" " + problem;
                        findings.add(new Finding(path, Position.START, Severity.WARNING, RULE, message));
                    }
                }));
    }

    /** Returns the definition in a file, if that is JSON. */
    Optional<ProjectMachine> in(Path path) {
        return Optional.ofNullable(definitions.get(path));
    }

    /** Returns whether a definition is free of errors that are told; adds all that is to be told about it and what it starts. */
    boolean accept(Path path, ProjectMachine definition, Findings findings) throws IOException {
        return Validation.accept(path, definition.document(), validator.validate(definition), findings);
    }

    /** Returns what the schemas beside a definition say. */
    KnownShapes known(Path path) {
        return Objects.requireNonNull(definitions.get(path)).known();
    }

    /** Returns what is known of the machines that one starts. */
    Calls calls(Path path) {
        return validator.calls(Objects.requireNonNull(definitions.get(path)));
    }
}
