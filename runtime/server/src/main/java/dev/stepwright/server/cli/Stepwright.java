package dev.stepwright.server.cli;

import dev.stepwright.asl.Spelling;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: {@code stepwright COMMAND}. */
@Command(
        name = "stepwright",
        description = "Checks, runs, draws and serves state machines of the Amazon States Language.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {
            ServeCommand.class,
            RunCommand.class,
            ReplayCommand.class,
            ValidateCommand.class,
            ConvertCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            GenerateCommand.class,
            ScaffoldCommand.class,
            CheckCommand.class,
            DiagramCommand.class,
            PermissionsCommand.class,
            DiffCommand.class,
            EvalCommand.class,
            LspCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Stepwright implements Callable<Integer> {
    /** What picocli says of a value that is none of an enum's. */
    private static final Pattern CHOICES = Pattern.compile("(\\[[A-Z_, ]+]) \\(case-insensitive\\)");

    /** What the JDK puts in the place of what it cannot decode. */
    private static final String UNKNOWN = "\uFFFD";

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs a command and ends the process with its exit code: 0 for success, 1 for a negative result, 2 for wrong usage. */
    public static void main(String[] arguments) {
        // Before any class of Undertow is loaded: its log goes where that of the others goes.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        // JSON is UTF-8, whatever the machine's language is.
        System.exit(executeAll(
                new FileOutputStream(FileDescriptor.out),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs a command if its arguments have come as they were given, and sees that all of its output has gone out. */
    static int executeAll(OutputStream standard, PrintWriter err, String... arguments) {
        if (String.join("", arguments).contains(UNKNOWN)) {
            err.println("stepwright: an argument has characters that are not in the locale's character set, "
                    + System.getProperty("sun.jnu.encoding") + "; set LC_ALL=C.UTF-8");
            return ExitCode.USAGE;
        }
        Output output = new Output(standard);
        PrintWriter out = new PrintWriter(output, true, StandardCharsets.UTF_8);
        int code = execute(out, err, arguments);
        out.flush();
        Optional<String> problem = output.problem();
        if (problem.isEmpty()) {
            return code;
        }
        err.println("stepwright: the output could not be written completely: " + problem.get());
        return code == ExitCode.OK ? ExitCode.SOFTWARE : code;
    }

    /**
     * Runs a command within this process.
     *
     * @return its exit code: 0 for success, 1 for a negative result, 2 for wrong usage
     */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine().setOut(out).setErr(err).execute(arguments);
    }

    /** Returns the program, ready to execute arguments. */
    static CommandLine commandLine() {
        // @FILE is the file of an input here, not of more arguments.
        return new CommandLine(new Stepwright())
                .setExpandAtFiles(false)
                .registerConverter(ClassPath.class, ClassPath::of)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Stepwright::misused)
                .setExecutionExceptionHandler(Stepwright::refused);
    }

    /** Says what is wrong, and where help is; the whole help would hide it. */
    private static int misused(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        line.getErr().println(command + ": " + inWords(problem));
        line.getErr().println("Try: " + command + " --help");
        return ExitCode.USAGE;
    }

    private static String inWords(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, problem.getCommandLine());
        }
        // picocli says "option" twice of one that is no pair.
        String told = String.valueOf(problem.getMessage())
                .replace("for option option ", "for option ")
                .replaceFirst(" is not an? (int|long)$", " is not a whole number");
        return CHOICES.matcher(told).replaceFirst(choices -> choices.group(1).toLowerCase(Locale.ROOT));
    }

    private static String unmatched(UnmatchedArgumentException problem, CommandLine line) {
        String argument = problem.getUnmatched().get(0);
        if (problem.isUnknownOption()) {
            String option = argument.replaceFirst("=.*", "");
            return "unknown option \"" + option + "\""
                    + didYouMean(option, line.getCommandSpec().optionsMap().keySet());
        }
        Set<String> commands = line.getSubcommands().keySet();
        return commands.isEmpty()
                ? "unexpected argument \"" + argument + "\""
                : "unknown command \"" + argument + "\"; the commands are " + String.join(", ", commands)
                        + didYouMean(argument, commands);
    }

    private static String didYouMean(String name, Set<String> names) {
        return names.stream()
                .filter(known -> Spelling.distance(name, known) <= name.length() / 3)
                .min(Comparator.comparingInt(known -> Spelling.distance(name, known)))
                .map(known -> "; did you mean \"" + known + "\"?")
                .orElse("");
    }

    private static int refused(Exception problem, CommandLine line, ParseResult arguments) throws Exception {
        if (problem instanceof Refusal || problem instanceof UncheckedIOException) {
            line.getErr().println(line.getCommandSpec().qualifiedName() + ": " + problem.getMessage());
            return ExitCode.SOFTWARE;
        }
        if (problem instanceof InvalidPathException path) {
            line.getErr()
                    .println(
                            line.getCommandSpec().qualifiedName() + ": \"" + path.getInput()
                                    + "\" is not a valid file name here; if it has characters outside the locale's character set, set LC_ALL=C.UTF-8");
            return ExitCode.SOFTWARE;
        }
        throw problem;
    }

    /** Without a command there is only the help to give. */
    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getErr());
        return ExitCode.USAGE;
    }
}
