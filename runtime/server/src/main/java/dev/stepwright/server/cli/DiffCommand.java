package dev.stepwright.server.cli;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.diff.DefinitionDiff;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stepwright diff}. */
@Command(
        name = "diff",
        description = {
            "Compares two definitions by their content and prints the states, fields and transitions that were added, removed or changed.",
            "The exit code is 0 if they are equal, 1 if they differ, 2 if one cannot be read."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class DiffCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "A definition, or a template and a machine in it: template.yaml#LogicalId.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "The definition to compare it with.")
    private Path after = Path.of("");

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Optional<StateMachineDefinition> left = read(before, line);
        Optional<StateMachineDefinition> right = read(after, line);
        if (left.isEmpty() || right.isEmpty()) {
            return ExitCode.USAGE;
        }
        DefinitionDiff diff = DefinitionDiff.between(left.get(), right.get());
        line.getOut().print(diff);
        line.getOut().flush();
        return diff.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static Optional<StateMachineDefinition> read(Path file, CommandLine line) {
        try {
            return Optional.of(
                    GivenDefinition.read(file, Map.of()).placed().document().definition());
        } catch (Refusal | IllegalStateException e) {
            line.getErr().println("stepwright diff: " + e.getMessage());
        }
        return Optional.empty();
    }
}
