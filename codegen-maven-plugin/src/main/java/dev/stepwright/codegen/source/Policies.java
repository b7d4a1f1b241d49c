package dev.stepwright.codegen.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.template.Definitions;
import dev.stepwright.asl.template.PlacedDefinition;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.OutputFolder.Changes;
import dev.stepwright.permission.OpenQuestion;
import dev.stepwright.permission.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The policy of each definition's role: {@code order.asl.json} becomes {@code order.policy.json}.
 *
 * @param exported the directory of the definitions that the project's Java code makes; it need not be there
 * @param folder where they go
 * @param setting where the machines run
 */
public record Policies(SourceFolder sources, Path exported, OutputFolder folder, PolicySetting setting) {
    private static final String RULE = "ASL-GEN-008";

    /**
     * Writes what has changed, unless the findings hold an error. What the definitions do not tell is among the findings.
     *
     * @throws IOException if a file cannot be read or written
     */
    public Changes run(Findings findings) throws IOException {
        SourceTree tree = SourceTree.read(sources, findings);
        Map<String, Definition> definitions = new TreeMap<>();
        for (Machine machine : tree.machines()) {
            definitions.put(machine.stem(), new Definition(machine.path(), tree.filled(machine)));
        }
        addExported(definitions, findings);
        if (findings.stopTheBuild()) {
            return Changes.NONE;
        }
        List<GeneratedFile> files = new ArrayList<>();
        definitions.forEach((stem, definition) -> {
            String name = DefinitionFile.machineName(stem);
            String directory = stem.substring(0, stem.length() - name.length());
            Permissions permissions = Permissions.of(
                    definition.document().definition(), setting.deployment().ofFile(name), setting.settings());
            permissions
                    .files(name)
                    .forEach((file, text) -> files.add(new GeneratedFile(Root.RESOURCES, directory + file, text)));
            permissions.questions().forEach(question -> findings.add(definition.finding(question, permissions)));
        });
        return folder.replace(files);
    }

    private record Definition(Path path, AslDocument document) {
        Finding finding(OpenQuestion question, Permissions permissions) {
            boolean isUnknown = permissions.unknownStates().contains(question.state());
            String state = question.state().isEmpty() ? "" : "state \"" + question.state() + "\": ";
            return new Finding(
                    path,
                    document.position(question.pointer()),
                    isUnknown ? Severity.WARNING : Severity.HINT,
                    RULE,
                    state + question.message());
        }
    }

    /** Adds the exported definitions that are no copies of sources; they were checked when they were written. */
    private void addExported(Map<String, Definition> definitions, Findings findings) throws IOException {
        if (!Files.isDirectory(exported)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(exported)) {
            files = all.filter(file -> file.toString().endsWith(SourceTree.DEFINITION))
                    .toList();
        }
        for (Path file : files) {
            String path = exported.relativize(file).toString().replace('\\', '/');
            String stem = path.substring(0, path.length() - SourceTree.DEFINITION.length());
            if (!definitions.containsKey(stem)) {
                addExported(stem, file, definitions, findings);
            }
        }
    }

    private void addExported(String stem, Path file, Map<String, Definition> definitions, Findings findings)
            throws IOException {
        for (Definitions read : SourceDefinition.read(file, sources, findings)) {
            for (PlacedDefinition placed : read.machines()) {
                AslDocument document = placed.filled();
                if (document.root().isObject()) {
                    definitions.put(stem, new Definition(file, document));
                } else {
                    Validation.accept(file, document, findings);
                }
            }
        }
    }
}
