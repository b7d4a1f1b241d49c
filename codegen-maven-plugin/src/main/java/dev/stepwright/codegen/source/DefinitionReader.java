package dev.stepwright.codegen.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.schema.SchemaFiles;
import dev.stepwright.json.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads definitions and validates them. */
record DefinitionReader(
        Path root, Settings settings, SchemaFiles schemas, ProjectDefinitions project, Findings findings) {

    /** Returns the definition that stands, or would stand, at a path, with its schemas; empty if it has errors, which are then among the findings. */
    Optional<Machine> read(Path path) throws IOException {
        SourceDefinition definition = project.in(path).orElse(null);
        if (definition == null || !project.accept(definition, findings)) {
            return Optional.empty();
        }
        AslDocument document = definition.document();
        if (!DefinitionFile.machineName(path.toString()).matches(".*[\\p{L}\\p{Nd}].*")) {
            findings.error(
                    definition.text(),
                    Position.START,
                    "ASL-GEN-006",
                    "this name has no letter or digit to make class names from; name the file after its machine,"
                            + " such as order" + SourceTree.DEFINITION);
            return Optional.empty();
        }
        List<TaskState> states = taskStates(document.definition());
        return Optional.of(new Machine(
                definition.text(),
                root.relativize(path).toString().replace('\\', '/'),
                document,
                schemas.file(DefinitionFile.beside(path, ".input" + SourceTree.SCHEMA))
                        .orElse(null),
                schemas.file(DefinitionFile.beside(path, ".output" + SourceTree.SCHEMA))
                        .orElse(null),
                SourceTree.taskSchemas(path, states, schemas),
                settings.states()));
    }

    private static List<TaskState> taskStates(StateMachineDefinition definition) {
        return definition.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(TaskState.class::isInstance)
                .map(TaskState.class::cast)
                .toList();
    }
}
