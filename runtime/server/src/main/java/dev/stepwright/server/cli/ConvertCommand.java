package dev.stepwright.server.cli;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.conversion.ConversionNote;
import dev.stepwright.conversion.JsonataConversion;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stepwright convert}. */
@Command(
        name = "convert",
        description = {
            "Converts definitions from JSONPath to JSONata. Where a state has no equal in JSONata, it stays in JSONPath. What to check goes to standard error.",
            "What is written in YAML is YAML again, without its comments. Of a template, its machines are written, each as a definition of its own.",
            "The exit code is 1 if a state stays in JSONPath, or a file cannot be read or written; else 0."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ConvertCommand implements Callable<Integer> {
    private static final Pattern FILE = Pattern.compile("(?s).*\\.(json|ya?ml)");
    private static final Pattern YAML_FILE = Pattern.compile("(?s).*\\.ya?ml");

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DefinitionFiles definitions = new DefinitionFiles();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR|FILE",
            description =
                    "The folder to write the definitions to, order.asl.json or order.asl.yaml; or, for a single definition, a file whose name ends with .json, .yaml or .yml, "
                            + "which says what is written. It may be the one that is read. Default: a single definition is printed.")
    private @Nullable Path output;

    private final Set<Path> written = new HashSet<>();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        List<String> failed = new ArrayList<>();
        List<GivenDefinition> files = definitions.all(Map.of(), failed::add);
        boolean isFile = output != null && FILE.matcher(output.toString()).matches();
        if (files.size() > 1 && (output == null || isFile)) {
            throw new ParameterException(line, files.size() + " definitions need a folder; give one with -o");
        }
        if (output != null && !isFile && GivenFile.looksLikeFile(output) && !Files.isDirectory(output)) {
            throw new ParameterException(
                    line,
                    "-o " + output + " is neither an existing folder nor a file that ends with .json, .yaml or .yml");
        }
        boolean isWhole = true;
        for (GivenDefinition file : files) {
            try {
                isWhole &= convert(file, isFile, line);
            } catch (UncheckedIOException | IllegalStateException e) {
                failed.add(e.getMessage());
            }
        }
        line.getOut().flush();
        failed.forEach(problem -> line.getErr().println("stepwright convert: " + problem));
        return failed.isEmpty() && isWhole ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** @return whether all of it is JSONata now */
    private boolean convert(GivenDefinition file, boolean isFile, CommandLine line) {
        AslDocument document = file.placed().document();
        JsonataConversion conversion = JsonataConversion.of(document.definition());
        if (output == null) {
            line.getOut().print(text(conversion, document.isYaml()));
        } else {
            Path target = isFile ? output : output.resolve(file.name() + ending(document));
            if (!written.add(target)) {
                throw new IllegalStateException(file.label() + ": it would overwrite " + target
                        + ", made of another file; convert it separately");
            }
            GivenFile.write(
                    target,
                    text(conversion, YAML_FILE.matcher(target.toString()).matches()));
            line.getOut().println(file.label() + " -> " + target);
        }
        if (document.hasComments()) {
            line.getErr().println(file.label() + ": the comments are not kept");
        }
        for (ConversionNote note : conversion.notes()) {
            line.getErr()
                    .println(document.name() + ":" + document.keyPosition(note.pointer()) + ": "
                            + (note.kind() == ConversionNote.Kind.KEPT ? "stays in JSONPath: " : "check: ") + note);
        }
        return conversion.isComplete();
    }

    private static String ending(AslDocument document) {
        if (!document.isYaml()) {
            return ".asl.json";
        }
        return document.name().endsWith(".yml") ? ".asl.yml" : ".asl.yaml";
    }

    private static String text(JsonataConversion conversion, boolean isYaml) {
        return isYaml
                ? conversion.definition().toYaml()
                : conversion.definition().toUnfilledAsl();
    }
}
