package dev.stepwright.server.cli;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Severity;
import dev.stepwright.validation.Validator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code stepwright validate}. */
@Command(
        name = "validate",
        description = "Checks definitions. The exit code is 1 if one of them has an error or cannot be read, else 0.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        showDefaultValues = true)
final class ValidateCommand implements Callable<Integer> {
    /** How findings are printed. */
    enum Format {
        /** One line for each finding, as compilers print them. */
        TEXT,
        /** One JSON object for each file. */
        JSON
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Definitions.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "text: one line for each finding; json: one object for each file.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        boolean isAllValid = true;
        for (Path file : files) {
            try {
                List<Diagnostic> findings = validate(file);
                isAllValid &= isValid(findings);
                print(file, findings, line.getOut());
            } catch (IOException e) {
                isAllValid = false;
                line.getErr().println("stepwright validate: " + unreadable(file, e));
            }
        }
        line.getOut().flush();
        return isAllValid ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static List<Diagnostic> validate(Path file) throws IOException {
        try {
            return Validator.validate(AslDocument.read(file));
        } catch (JsonSyntaxException e) {
            return List.of(Validator.notJson(e));
        }
    }

    private static boolean isValid(List<Diagnostic> findings) {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private void print(Path file, List<Diagnostic> findings, PrintWriter out) {
        if (format == Format.TEXT) {
            findings.forEach(finding -> out.println(finding.format(file.toString())));
        } else {
            out.println(json(file, findings));
        }
    }

    private static String json(Path file, List<Diagnostic> findings) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("file", file.toString()).put("valid", isValid(findings));
        ArrayNode diagnostics = object.putArray("diagnostics");
        for (Diagnostic finding : findings) {
            diagnostics
                    .addObject()
                    .put("rule", finding.rule())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("line", finding.position().line())
                    .put("column", finding.position().column())
                    .put("pointer", finding.pointer().toString())
                    .put("message", finding.message());
        }
        return object.toString();
    }

    static String unreadable(Path file, IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "there is no file " + file;
        }
        return Files.isDirectory(file)
                ? file + " is a directory; name the files in it"
                : file + " cannot be read: " + problem;
    }
}
