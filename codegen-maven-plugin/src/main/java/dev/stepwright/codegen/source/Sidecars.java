package dev.stepwright.codegen.source;

import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.json.Position;
import dev.stepwright.types.SidecarSchemas;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds schemas and ignore files that stand where a machine's or a state's schema would, but belong to none: most often a misspelt name. */
record Sidecars(Path root, Set<Path> files, Findings findings) {
    static final String RULE = "ASL-GEN-001";
    static final String IGNORE = ".ignore.json";
    private static final Pattern SIDECAR = Pattern.compile("(.+)\\.(input|output)\\.schema\\.json");

    void check(List<Machine> machines) {
        for (Path file : files) {
            if (Samples.isSample(file)) {
                continue;
            }
            String folder = folder(file).getFileName().toString();
            Matcher sidecar = SIDECAR.matcher(file.getFileName().toString());
            if (folder.endsWith(SourceTree.TASKS)) {
                checkTask(file, folder, sidecar, machines);
            } else if (isLeftIgnoreFile(file)) {
                report(
                        file,
                        "there is no definition beside this file; " + file.getFileName()
                                + " ignores findings of a definition of the same name with .json instead of " + IGNORE);
            } else if (sidecar.matches()
                    && SourceTree.definition(folder(file), sidecar.group(1), files)
                            .isEmpty()) {
                report(
                        file,
                        "there is no definition " + sidecar.group(1) + SourceTree.DEFINITION
                                + " beside this schema; name it after its definition, or without \"."
                                + sidecar.group(2) + "\"");
            }
        }
    }

    private boolean isLeftIgnoreFile(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".asl" + IGNORE)
                && SourceTree.definition(folder(file), name.replace(".asl" + IGNORE, ""), files)
                        .isEmpty();
    }

    private void checkTask(Path file, String folder, Matcher sidecar, List<Machine> machines) {
        String machine = folder.substring(0, folder.length() - SourceTree.TASKS.length());
        Path parent = folder(folder(file));
        Path definition = SourceTree.definition(parent, machine, files).orElse(null);
        if (definition == null) {
            report(file, "there is no definition " + machine + SourceTree.DEFINITION + " beside the folder " + folder);
            return;
        }
        if (!sidecar.matches()) {
            checkShared(file, folder, definition, machines);
            return;
        }
        machines.stream()
                .filter(each -> root.resolve(each.file()).equals(definition))
                .forEach(each -> checkState(file, sidecar.group(1), each));
    }

    /** What several tasks refer to is named like a Java type, and not like a state: there an ending was forgotten. */
    private void checkShared(Path file, String folder, Path definition, List<Machine> machines) {
        String name = file.getFileName().toString().replaceFirst("\\.schema\\.json$", "");
        boolean isState = machines.stream()
                .filter(each -> root.resolve(each.file()).equals(definition))
                .anyMatch(each -> each.tasks().containsKey(name));
        if (isState || !name.matches("[A-Z][A-Za-z0-9]*")) {
            report(
                    file,
                    "a file in " + folder
                            + " must be named <State name>.input.schema.json or <State name>.output.schema.json"
                            + (isState ? "" : ", or like a Java type if these refer to it, such as Money.schema.json"));
        }
    }

    private void checkState(Path file, String name, Machine machine) {
        if (machine.tasks().keySet().stream()
                .noneMatch(state -> SidecarSchemas.fileName(state).equals(name))) {
            String known = machine.tasks().keySet().stream()
                    .map(SidecarSchemas::fileName)
                    .collect(Collectors.joining("\", \"", "\"", "\""));
            report(
                    file,
                    machine.file() + " has no Task state for \"" + name + "\"; its Task states are, as file names, "
                            + known);
        }
    }

    /** Every file is in the source directory or in a folder of it. */
    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private void report(Path file, String message) {
        findings.error(file, Position.START, RULE, message);
    }
}
