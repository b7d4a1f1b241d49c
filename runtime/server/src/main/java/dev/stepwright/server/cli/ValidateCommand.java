package dev.stepwright.server.cli;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.SidecarSchemas;
import dev.stepwright.validation.Suppressions;
import dev.stepwright.validation.Suppressions.Remaining;
import dev.stepwright.validation.Validator;
import dev.stepwright.validation.WorkflowType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final int MOST_SHOWN = 4 << 20;

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

    @Option(
            names = "--format",
            paramLabel = "text|json|sarif|github",
            defaultValue = "text",
            description =
                    "text: as compilers print findings; json: one object for each file; sarif: a log for code scanning; "
                            + "github: annotations of a GitHub workflow.")
    private Format format = Format.TEXT;

    @Option(
            names = "--type",
            paramLabel = "standard|express",
            defaultValue = "standard",
            description =
                    "The type that the state machines will have; express allows no .sync, no callbacks and no activities.")
    private WorkflowType type = WorkflowType.STANDARD;

    @Option(
            names = "--color",
            paramLabel = "always|never|auto",
            defaultValue = "auto",
            description = "auto: colours on a terminal, unless NO_COLOR is set.")
    private Colour colour = Colour.AUTO;

    @Option(
            names = "--ignore",
            paramLabel = "RULE",
            split = ",",
            showDefaultValue = Visibility.NEVER,
            description =
                    "Rules whose findings are not told, for example ASL-ERR-008. For single states: order.asl.ignore.json beside order.asl.json.")
    private List<String> ignored = List.of();

    @Override
    public Integer call() throws Refusal {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Suppressions suppressions = suppressions(line);
        List<CheckedFile> checked = new ArrayList<>();
        boolean isAllValid = true;
        for (Path file : definitions.all()) {
            try {
                checked.addAll(check(file, type, suppressions));
            } catch (IOException e) {
                isAllValid = false;
                line.getErr().println("stepwright validate: " + GivenFile.unread(file, e));
            }
        }
        format().print(checked, line.getOut());
        line.getOut().flush();
        return isAllValid && checked.stream().allMatch(CheckedFile::isValid) ? ExitCode.OK : ExitCode.SOFTWARE;
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

    private Suppressions suppressions(CommandLine line) {
        try {
            return Suppressions.of(ignored);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, "--ignore: " + e.getMessage(), e);
        }
    }

    /** Returns a definition, and its ignore file and those of its schemas with which something is wrong. */
    private static List<CheckedFile> check(Path file, WorkflowType type, Suppressions suppressions) throws IOException {
        AslDocument document;
        try {
            document = AslDocument.read(file);
        } catch (JsonSyntaxException e) {
            return List.of(notJson(file, e));
        }
        SidecarSchemas schemas = schemas(file, document);
        Remaining told = suppressions.apply(file, document, Validator.validate(document, type, schemas.known()));
        List<CheckedFile> checked = new ArrayList<>();
        checked.add(new CheckedFile(file.toString(), document.text(), told.findings(), told.suppressed()));
        if (!told.ofIgnoreFile().isEmpty()) {
            String ignoreFile = Suppressions.ignoreFile(file).toString();
            checked.add(new CheckedFile(ignoreFile, told.ignoreText(), told.ofIgnoreFile(), 0));
        }
        for (Map.Entry<Path, JsonSyntaxException> schema : schemas.unreadable().entrySet()) {
            checked.add(notJson(schema.getKey(), schema.getValue()));
        }
        return checked;
    }

    private static SidecarSchemas schemas(Path file, AslDocument document) throws IOException {
        return document.root().isObject()
                ? SidecarSchemas.read(file, document.definition())
                : new SidecarSchemas(KnownShapes.NONE, Map.of());
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
