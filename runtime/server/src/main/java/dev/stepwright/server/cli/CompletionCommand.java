package dev.stepwright.server.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code stepwright completion}. */
@Command(
        name = "completion",
        description =
                "Prints a script for bash and zsh that completes commands, options and their values: source <(stepwright completion).",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        CommandLine program = Stepwright.commandLine();
        line.getOut().print(AutoComplete.bash(program.getCommandName(), program));
        line.getOut().flush();
        return ExitCode.OK;
    }
}
