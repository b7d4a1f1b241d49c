package dev.stepwright.codegen.source;

import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.template.Definitions;
import dev.stepwright.asl.template.PlacedDefinition;
import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.SchemaFiles;
import dev.stepwright.json.Position;
import dev.stepwright.types.Calls;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.ProjectMachine;
import dev.stepwright.validation.ProjectValidator;
import dev.stepwright.validation.WorkflowType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JsonPointer;

/** The definitions of a source directory that are JSON, with their schemas: read before any is checked, for they may start one another. */
final class ProjectDefinitions {
    private static final String RULE = "ASL-GEN-009";

    static final String TEMPLATE = "ASL-GEN-010";

    private final Map<Path, SourceDefinition> definitions;
    private final Map<Path, ProjectMachine> machines = new LinkedHashMap<>();
    private final ProjectValidator validator;

    private ProjectDefinitions(SourceFolder folder, SchemaFiles schemas, Map<Path, SourceDefinition> definitions)
            throws IOException {
        this.definitions = definitions;
        Map<ProjectMachine, WorkflowType> types = new IdentityHashMap<>();
        for (SourceDefinition definition : definitions.values()) {
            String file =
                    folder.directory().relativize(definition.home()).toString().replace('\\', '/');
            ProjectMachine machine = definition.inProject(
                    definition.placed().name(),
                    file,
                    Validation.known(definition.home(), definition.document(), schemas));
            machines.put(definition.home(), machine);
            types.put(machine, definition.type());
        }
        this.validator = new ProjectValidator(List.copyOf(machines.values()), types::get, folder.machines());
    }

    /** Reads definitions, and those in templates; one that is no JSON is among the findings. */
    static ProjectDefinitions read(SourceFolder folder, List<Path> paths, SchemaFiles schemas, Findings findings)
            throws IOException {
        Map<Path, SourceDefinition> definitions = new TreeMap<>();
        Set<Path> ofTemplates = new HashSet<>();
        for (Path template : folder.templates().files()) {
            ofTemplates.addAll(addTemplate(template, folder, definitions, findings));
        }
        for (Path path : paths) {
            if (!ofTemplates.contains(path)) {
                for (Definitions read : SourceDefinition.read(path, folder, findings)) {
                    for (PlacedDefinition placed : read.machines()) {
                        add(new SourceDefinition(path, path, placed), definitions, findings);
                    }
                }
            }
        }
        ProjectDefinitions project = new ProjectDefinitions(folder, schemas, definitions);
        project.tellProblems(findings);
        return project;
    }

    /** Returns the files that the template has its definitions in, also those that are broken. */
    private static Set<Path> addTemplate(
            Path template, SourceFolder folder, Map<Path, SourceDefinition> definitions, Findings findings)
            throws IOException {
        if (!Files.isRegularFile(template)) {
            findings.error(template, Position.START, TEMPLATE, "the template does not exist");
            return Set.of();
        }
        Set<Path> files = new HashSet<>();
        try {
            for (Definitions read : SourceDefinition.read(template, folder, findings)) {
                read.broken().forEach(broken -> files.add(absolute(broken.file())));
                for (PlacedDefinition placed : read.machines()) {
                    SourceDefinition definition =
                            new SourceDefinition(home(placed, folder.directory()), read.file(), placed);
                    add(definition, definitions, findings);
                    tellMisplaced(placed.home(), definition.home(), findings);
                    files.add(absolute(definition.text()));
                }
            }
        } catch (IllegalArgumentException e) {
            findings.error(template, Position.START, TEMPLATE, String.valueOf(e.getMessage()));
        }
        return files;
    }

    /** The command line knows no source directory other than src/main/asl, and looks beside the template. */
    private static void tellMisplaced(Path besideTemplate, Path home, Findings findings) {
        List<Path> sidecars = DefinitionFile.sidecars(home);
        for (int i = 0; i < sidecars.size(); i++) {
            Path file = DefinitionFile.sidecars(besideTemplate).get(i);
            Path read = sidecars.get(i);
            if (Files.exists(file) && !Files.exists(read)) {
                String message =
                        "this is beside the template, where only the command line looks for it; a build reads " + read;
                findings.add(new Finding(file, Position.START, Severity.WARNING, Sidecars.RULE, message));
            }
        }
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    /** A definition's own file may be one of the source directory. */
    private static Path home(PlacedDefinition placed, Path root) {
        Path home = absolute(placed.home());
        return home.startsWith(root) ? home : root.resolve(placed.name() + SourceTree.DEFINITION);
    }

    /** Several machines may have one file. */
    private static void add(SourceDefinition definition, Map<Path, SourceDefinition> definitions, Findings findings)
            throws IOException {
        SourceDefinition other = definitions.putIfAbsent(definition.home(), definition);
        if (other != null && definition.isOfSameFile(other)) {
            definition.tellProblems(findings);
        } else if (other != null) {
            findings.error(
                    definition.text(),
                    definition.document().position(JsonPointer.empty()),
                    TEMPLATE,
                    "the state machine " + definition.placed().name() + " has the name of the definition in "
                            + other.container() + "; give one of them another name");
        }
    }

    /** The parameter may be that of many modules: only where a placeholder is used its machine is missed. */
    private void tellProblems(Findings findings) {
        validator
                .problems()
                .forEach((placeholder, problem) -> definitions.forEach((path, definition) -> {
                    if (definition.document().text().contains(placeholder)) {
                        String message = "in the parameter machines, \"" + placeholder + "\" " + problem;
                        findings.add(new Finding(definition.text(), Position.START, Severity.WARNING, RULE, message));
                    }
                }));
    }

    /** Returns where the definitions stand, or would stand. */
    Set<Path> homes() {
        return definitions.keySet();
    }

    /** Returns a definition, if it could be read. */
    Optional<SourceDefinition> in(Path home) {
        return Optional.ofNullable(definitions.get(home));
    }

    /** Returns whether a definition is free of errors that are told; adds all that is to be told about it and what it starts. */
    boolean accept(SourceDefinition definition, Findings findings) throws IOException {
        return definition.accept(validator.validate(machine(definition.home())), findings);
    }

    private ProjectMachine machine(Path home) {
        return Objects.requireNonNull(machines.get(home));
    }

    /** Returns what the schemas beside a definition say. */
    KnownShapes known(Path home) {
        return machine(home).known();
    }

    /** Returns what is known of the machines that one starts. */
    Calls calls(Path home) {
        return validator.calls(machine(home));
    }
}
