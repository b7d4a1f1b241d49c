package dev.stepwright.server.cli;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.ProjectMachine;
import dev.stepwright.types.SidecarSchemas;
import dev.stepwright.validation.ProjectValidator;
import dev.stepwright.validation.Suppressions;
import dev.stepwright.validation.Suppressions.Remaining;
import dev.stepwright.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A definition with its schemas, read and not yet checked.
 *
 * @param definition empty if the file is no JSON
 * @param broken the file or the schemas that are no JSON
 */
record ReadDefinition(Path file, Optional<ProjectMachine> definition, List<CheckedFile> broken) {
    private static final int MOST_SHOWN = 4 << 20;

    static ReadDefinition of(Path file) throws IOException {
        AslDocument document;
        try {
            document = AslDocument.read(file);
        } catch (JsonSyntaxException e) {
            return new ReadDefinition(file, Optional.empty(), List.of(notJson(file, e)));
        }
        SidecarSchemas schemas = document.root().isObject()
                ? SidecarSchemas.read(file, document.definition())
                : new SidecarSchemas(KnownShapes.NONE, Map.of());
        List<CheckedFile> broken = new ArrayList<>();
        for (Map.Entry<Path, JsonSyntaxException> schema : schemas.unreadable().entrySet()) {
            broken.add(notJson(schema.getKey(), schema.getValue()));
        }
        String name = DefinitionFile.machineName(file.toString());
        return new ReadDefinition(
                file, Optional.of(new ProjectMachine(name, file.toString(), document, schemas.known())), broken);
    }

    /** Returns the definition, and its ignore file and those of its schemas with which something is wrong. */
    List<CheckedFile> check(ProjectValidator project, Suppressions suppressions) throws IOException {
        List<CheckedFile> checked = new ArrayList<>();
        if (definition.isPresent()) {
            AslDocument document = definition.get().document();
            Remaining told = suppressions.apply(file, document, project.validate(definition.get()));
            checked.add(new CheckedFile(file.toString(), document.text(), told.findings(), told.suppressed()));
            if (!told.ofIgnoreFile().isEmpty()) {
                String ignoreFile = Suppressions.ignoreFile(file).toString();
                checked.add(new CheckedFile(ignoreFile, told.ignoreText(), told.ofIgnoreFile(), 0));
            }
        }
        checked.addAll(broken);
        return checked;
    }

    private static CheckedFile notJson(Path file, JsonSyntaxException problem) throws IOException {
        return new CheckedFile(file.toString(), start(file), List.of(Validator.notJson(problem)), 0);
    }

    /** Returns what can be shown of a text that is no JSON, perhaps not even UTF-8. */
    private static String start(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            String text = new String(bytes.readNBytes(MOST_SHOWN), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }
}
