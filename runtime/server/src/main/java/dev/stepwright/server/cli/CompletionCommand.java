package dev.stepwright.server.cli;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                "Prints a script for bash and zsh that completes commands, options and their values. To use it: source <(stepwright completion)",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class CompletionCommand implements Callable<Integer> {
    /** The values that an option may have, which are words in capitals for picocli, and in small letters for users. */
    private static final Pattern VALUES = Pattern.compile("(?<=_option_args=\\()[^)]*");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        CommandLine program = Stepwright.commandLine();
        String script = AutoComplete.bash(program.getCommandName(), program);
        line.getOut()
                .print(VALUES.matcher(script)
                        .replaceAll(values ->
                                Matcher.quoteReplacement(values.group().toLowerCase(Locale.ROOT))));
        line.getOut().flush();
        return ExitCode.OK;
    }
}
