package dev.stepwright.server.cli;

import dev.stepwright.asl.template.Definitions;
import dev.stepwright.asl.template.PlacedDefinition;
import dev.stepwright.json.FileProblems;
import dev.stepwright.types.ProjectMachine;
import dev.stepwright.validation.ProjectValidator;
import dev.stepwright.validation.Suppressions;
import dev.stepwright.validation.WorkflowType;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stepwright validate}. */
@Command(
        name = "validate",
        description = "Checks definitions. The exit code is 1 if one of them has an error or cannot be read, else 0.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        showDefaultValues = true)
final class ValidateCommand implements Callable<Integer> {
    /** What is misspelt may hide what is within it: the type of a state hides its fields, and these what they hold. */
    private static final int MOST_ROUNDS = 10;

    /** How findings are printed. */
    enum Format {
        /** Each as compilers print it, with its line of the text; then how many there are. */
        TEXT,
        /** One JSON object for each file. */
        JSON,
        /** One log in SARIF 2.1.0. */
        SARIF,
        /** Each as a command that a GitHub workflow shows at its line. */
        GITHUB
    }

    /** When the text has colours. */
    enum Colour {
        ALWAYS,
        NEVER,
        /** On a terminal, unless the environment says NO_COLOR. */
        AUTO
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DefinitionFiles definitions = new DefinitionFiles();

    @Mixin
    private GivenValues values = new GivenValues();

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif|github",
            defaultValue = "text",
            description =
                    "text: findings as compilers print them; json: one object per file; sarif: a log for code scanning; "
                            + "github: annotations in a GitHub workflow.")
    private Format format = Format.TEXT;

    @Option(
            names = "--type",
            paramLabel = "standard|express",
            defaultValue = "standard",
            description =
                    "The type of the state machines. Express machines may not use .sync, callbacks or activities.")
    private WorkflowType type = WorkflowType.STANDARD;

    @Option(
            names = "--color",
            paramLabel = "always|never|auto",
            defaultValue = "auto",
            description = "auto: colours on a terminal, unless NO_COLOR is set.")
    private Colour colour = Colour.AUTO;

    @Mixin
    private IgnoredRules ignored = new IgnoredRules();

    @Option(
            names = "--machine",
            paramLabel = "PLACEHOLDER=NAME",
            split = ",",
            showDefaultValue = Visibility.NEVER,
            description =
                    "Which of the definitions a placeholder in StateMachineArn stands for: ShippingArn=shipping means that"
                            + " $${ShippingArn} is the machine in shipping.asl.json. An ARN that ends with the machine's name needs no such option.")
    private Map<String, String> machines = Map.of();

    @Option(
            names = "--watch",
            description = "Checks again whenever a file changes, until Ctrl-C, and prints only new findings.")
    private boolean isWatching;

    @Option(
            names = "--fix",
            description =
                    "Spells words in the files as they are surely meant, where AWS refuses them as they are and one other word is near; then checks.")
    private boolean isFixing;

    private final Changes.Source changes;
    private final Set<Path> folders = new HashSet<>();

    ValidateCommand() {
        this(FolderChanges::new);
    }

    ValidateCommand(Changes.Source changes) {
        this.changes = changes;
    }

    @Override
    public Integer call() throws Refusal, InterruptedException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (isFixing && isWatching) {
            throw new ParameterException(line, "--fix changes files once; it cannot go with --watch");
        }
        if (isFixing) {
            for (int round = 0; round < MOST_ROUNDS && fix(line.getErr()); round++) {
                line.getErr().flush();
            }
        }
        if (!isWatching) {
            return check(line.getOut(), line.getErr());
        }
        try (Changes opened = changes.open()) {
            return new Watch(opened, line, CommandLine.Help.Ansi.AUTO.enabled()).run(new Round());
        } catch (IOException e) {
            throw new Refusal("files cannot be watched: " + FileProblems.reason(e));
        }
    }

    private final class Round implements Watch.Round {
        @Override
        public Set<Path> folders() throws Refusal {
            folders.addAll(definitions.folders());
            return folders;
        }

        @Override
        public int run(PrintWriter out, PrintWriter err) throws Refusal {
            return check(out, err);
        }
    }

    private int check(PrintWriter out, PrintWriter err) throws Refusal {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Suppressions suppressions = ignored.of(line);
        List<String> unread = new ArrayList<>();
        List<ReadFile> read = new ArrayList<>();
        List<Definitions> files = definitions.read(values.all(), unread::add);
        if (unread.isEmpty()) {
            values.refuseUnknown(files.stream());
        }
        for (Definitions file : files) {
            try {
                read.add(ReadFile.of(file));
            } catch (IOException e) {
                unread.add(GivenFile.unread(file.file(), e));
            }
        }
        read.stream().flatMap(ReadFile::files).map(DefinitionFiles::folder).forEach(folders::add);
        ProjectValidator project = project(read, line);
        List<CheckedFile> all = new ArrayList<>();
        for (ReadFile file : read) {
            try {
                all.addAll(file.check(project, suppressions));
            } catch (IOException e) {
                unread.add(GivenFile.unread(file.file().file(), e));
            }
        }
        unread.forEach(problem -> err.println("stepwright validate: " + problem));
        List<CheckedFile> checked = CheckedFile.merged(all);
        format().print(checked, out);
        out.flush();
        return unread.isEmpty() && checked.stream().allMatch(CheckedFile::isValid) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Returns whether something was changed. What cannot be read is told when all is checked. */
    private boolean fix(PrintWriter told) throws Refusal {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        try {
            List<ReadFile> read = new ArrayList<>();
            for (Definitions file : definitions.read(values.all(), unread -> {})) {
                read.add(ReadFile.of(file));
            }
            ProjectValidator project = project(read, line);
            Suppressions suppressions = ignored.of(line);
            SureFixes fixes = new SureFixes(told);
            for (ReadFile file : read) {
                for (ReadDefinition definition : file.definitions()) {
                    fixes.add(definition, project, suppressions);
                }
            }
            return fixes.write();
        } catch (IOException e) {
            throw new Refusal("the files cannot be changed: " + FileProblems.reason(e));
        }
    }

    private FindingsFormat format() {
        return switch (format) {
            case TEXT -> new FindingsText(isColoured());
            case JSON -> new FindingsJson();
            case SARIF -> new FindingsSarif(Path.of(""));
            case GITHUB -> new FindingsGithub(Path.of(""));
        };
    }

    private boolean isColoured() {
        return switch (colour) {
            case ALWAYS -> true;
            case NEVER -> false;
            // Knows NO_COLOR and the terminals of all systems.
            case AUTO -> CommandLine.Help.Ansi.AUTO.enabled();
        };
    }

    private ProjectValidator project(List<ReadFile> read, CommandLine line) {
        Map<ProjectMachine, WorkflowType> types = new IdentityHashMap<>();
        read.stream()
                .flatMap(file -> file.definitions().stream())
                .forEach(each -> types.put(each.definition(), type(each.placed())));
        List<ProjectMachine> definitions = read.stream()
                .flatMap(file -> file.definitions().stream())
                .map(ReadDefinition::definition)
                .toList();
        ProjectValidator project = new ProjectValidator(definitions, types::get, machines);
        project.problems().forEach((placeholder, problem) -> {
            throw new ParameterException(line, "--machine: \"" + placeholder + "\" " + problem);
        });
        return project;
    }

    /** A template says of each machine which type it has. */
    private WorkflowType type(PlacedDefinition definition) {
        if (definition.logicalId().isEmpty()) {
            return type;
        }
        return definition.isExpress() ? WorkflowType.EXPRESS : WorkflowType.STANDARD;
    }
}
