package dev.stepwright.codegen.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.diff.DefinitionDiff;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether committed definitions are those that the project's classes make.
 *
 * @param directory where the committed files are
 * @param format placeholders are filled in as an export fills them
 */
public record DriftCheck(JavaDefinitions definitions, Path directory, ExportFormat format) {

    /**
     * What was compared.
     *
     * @param machines how many machines the project's classes make
     * @param drifts one text for each file that differs
     */
    public record Result(int machines, List<String> drifts) {
        /** Returns the outcome in one line. */
        public String summary() {
            return drifts.isEmpty()
                    ? machines + " definition(s) match the Java code"
                    : "%d file(s) of %d definition(s) differ from the Java code".formatted(drifts.size(), machines);
        }
    }

    /**
     * Compares each definition with the file of its name, and what the machine ignores with the ignore file beside it; layout and the
     * order of members do not count.
     *
     * @throws ExportException if the project's code fails, or a substitution does not fit
     * @throws IOException if a file cannot be read
     */
    public Result run() throws IOException, ExportException {
        List<String> drifts = new ArrayList<>();
        List<JavaMachine> made = definitions.read();
        for (JavaMachine machine : made) {
            String text = format.substituted(machine.asl());
            compare(
                    directory.resolve(machine.file()),
                    AslDocument.parseUnfilled(machine.file(), text).definition(),
                    drifts);
            IgnoreDrift.of(directory.resolve(machine.ignoreFile()), machine.ignored())
                    .ifPresent(drifts::add);
        }
        return new Result(made.size(), List.copyOf(drifts));
    }

    private static void compare(Path file, StateMachineDefinition made, List<String> drifts) throws IOException {
        if (!Files.isRegularFile(file)) {
            drifts.add(file + " is missing, but the Java code has a machine of this name");
            return;
        }
        StateMachineDefinition committed;
        try {
            committed = AslDocument.read(file).definition();
        } catch (JsonSyntaxException e) {
            drifts.add(file + ":[" + e.position().line() + "," + e.position().column() + "] " + e.problem());
            return;
        }
        DefinitionDiff diff = DefinitionDiff.between(committed, made);
        if (!diff.isEmpty()) {
            drifts.add(file + " differs from the machine in Java:\n"
                    + diff.toString().indent(2).stripTrailing());
        }
    }
}
