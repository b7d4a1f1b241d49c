package dev.stepwright.server.cli;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.template.Definitions;
import dev.stepwright.asl.template.Definitions.Broken;
import dev.stepwright.asl.template.PlacedDefinition;
import dev.stepwright.asl.template.TemplateRule;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.ProjectMachine;
import dev.stepwright.types.SidecarSchemas;
import dev.stepwright.validation.Diagnostic;
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
import java.util.stream.Collectors;

/**
 * A definition with its schemas, read and not yet checked.
 *
 * @param broken the schemas that are no JSON
 */
record ReadDefinition(PlacedDefinition placed, ProjectMachine definition, List<CheckedFile> broken) {
    private static final int MOST_SHOWN = 4 << 20;

    static ReadDefinition of(PlacedDefinition placed) throws IOException {
        AslDocument document = placed.filled();
        SidecarSchemas schemas = document.root().isObject()
                ? SidecarSchemas.read(placed.home(), document.definition())
                : new SidecarSchemas(KnownShapes.NONE, Map.of());
        List<CheckedFile> broken = new ArrayList<>();
        for (Map.Entry<Path, JsonSyntaxException> schema : schemas.unreadable().entrySet()) {
            broken.add(notJson(new Broken(schema.getKey(), schema.getValue())));
        }
        ProjectMachine machine =
                new ProjectMachine(placed.name(), document.name(), document, schemas.known(), placed.machines());
        return new ReadDefinition(placed, machine, broken);
    }

    /**
     * Returns the definition, and its ignore file and those of its schemas with which something is wrong.
     *
     * @param container the file that it was found in
     */
    List<CheckedFile> check(Definitions container, ProjectValidator project, Suppressions suppressions)
            throws IOException {
        AslDocument document = definition.document();
        List<Diagnostic> found = new ArrayList<>(project.validate(definition));
        placed.problems().forEach(problem -> found.add(Validator.inTemplate(problem)));
        Remaining told = suppressions.apply(placed.home(), document, found);
        List<CheckedFile> checked = new ArrayList<>();
        Map<Boolean, List<Diagnostic>> findings = told.findings().stream()
                .collect(Collectors.partitioningBy(each -> TemplateRule.isOfTemplate(each.rule())));
        String template = container.file().toString();
        CheckedFile own = new CheckedFile(
                document.name(), document.text(), findings.getOrDefault(false, List.of()), told.suppressed());
        Optional<String> machine = placed.logicalId();
        machine.ifPresent(id -> checked.add(
                new CheckedFile(template, container.text(), findings.getOrDefault(true, List.of()), 0).about(id)));
        checked.add(machine.isPresent() && document.name().equals(template) ? own.about(machine.get()) : own);
        if (!told.ofIgnoreFile().isEmpty()) {
            String ignoreFile = Suppressions.ignoreFile(placed.home()).toString();
            checked.add(new CheckedFile(ignoreFile, told.ignoreText(), told.ofIgnoreFile(), 0));
        }
        checked.addAll(broken);
        return checked;
    }

    /** Returns a file, or a text in it, that is no JSON. */
    static CheckedFile notJson(Broken broken) throws IOException {
        return new CheckedFile(
                broken.file().toString(), start(broken.file()), List.of(Validator.notJson(broken.problem())), 0);
    }

    /** Returns what can be shown of a text that is no JSON, perhaps not even UTF-8. */
    private static String start(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            String text = new String(bytes.readNBytes(MOST_SHOWN), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }
}
