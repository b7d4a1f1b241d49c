package dev.stepwright.server.cli;

import dev.stepwright.diagram.DiagramFormat;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

/** {@code stepwright diagram}. */
@Command(
        name = "diagram",
        description =
                "Draws definitions as SVG pictures or as Mermaid flowcharts. The exit code is 1 if a file cannot be read or written, else 0.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class DiagramCommand implements Callable<Integer> {
    /** A name that is hardly meant for a folder. */
    private static final Pattern FILE = Pattern.compile("\\.[A-Za-z]{3,4}$");

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DefinitionFiles definitions = new DefinitionFiles();

    @Mixin
    private GivenValues values = new GivenValues();

    @Option(
            names = "--format",
            paramLabel = "svg|mermaid",
            description =
                    "svg, a picture that needs nothing else; or mermaid, text that GitHub, GitLab and most editors show as a picture. Default: svg, unless the name of the file says otherwise.")
    private @Nullable DiagramFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR|FILE",
            description =
                    "The folder for the drawings, order.svg for order.asl.json; or the file for a single one, whose name ends with .svg or .mmd. Without it, a single drawing is printed.")
    private @Nullable Path output;

    private final Set<Path> drawn = new HashSet<>();

    @Override
    public Integer call() throws Refusal {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        List<String> unread = new ArrayList<>();
        List<GivenDefinition> files = definitions.all(values.all(), unread::add);
        if (unread.isEmpty()) {
            values.refuseUnknown(files.stream().map(GivenDefinition::container));
        }
        Optional<DiagramFormat> ofFile = output == null ? Optional.empty() : DiagramFormat.ofFile(output.toString());
        if (files.size() > 1 && (output == null || ofFile.isPresent())) {
            throw new ParameterException(line, files.size() + " drawings need a folder; name it with -o");
        }
        if (format != null && ofFile.isPresent() && ofFile.get() != format) {
            throw new ParameterException(
                    line, "-o " + output + " does not hold --format " + format + "; leave one of them out");
        }
        if (output != null
                && ofFile.isEmpty()
                && FILE.matcher(output.toString()).find()
                && !Files.isDirectory(output)) {
            throw new ParameterException(
                    line,
                    "-o " + output
                            + " is no file of a drawing, which ends with .svg or .mmd, and no folder that is there");
        }
        DiagramFormat used = format == null ? ofFile.orElse(DiagramFormat.SVG) : format;
        for (GivenDefinition file : files) {
            try {
                draw(file, used, ofFile.isPresent(), line.getOut());
            } catch (UncheckedIOException e) {
                unread.add(e.getMessage());
            } catch (IllegalStateException e) {
                unread.add(file.label() + ": " + e.getMessage());
            }
        }
        line.getOut().flush();
        unread.forEach(problem -> line.getErr().println("stepwright diagram: " + problem));
        return unread.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void draw(GivenDefinition file, DiagramFormat used, boolean isFile, PrintWriter out) {
        String name = file.name();
        String drawing = used.draw(file.definition(), name);
        if (output == null) {
            out.print(drawing);
            return;
        }
        Path target = isFile ? output : output.resolve(name + "." + used.extension());
        if (!drawn.add(target)) {
            throw new IllegalStateException(
                    "its drawing would be " + target + ", which another file has made; draw it alone");
        }
        GivenFile.write(target, drawing);
        out.println(file.label() + " -> " + target);
    }
}
