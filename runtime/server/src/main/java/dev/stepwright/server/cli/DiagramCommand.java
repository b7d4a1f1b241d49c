package dev.stepwright.server.cli;

import dev.stepwright.diagram.Diagram;
import dev.stepwright.diagram.DiagramFormat;
import dev.stepwright.testkit.RecordedExecution;
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
                    "svg: a self-contained picture; mermaid: text that GitHub, GitLab and most editors show as a picture. Default: the format of the file that -o names, else svg.")
    private @Nullable DiagramFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR|FILE",
            description =
                    "The folder to write the drawings to, order.svg for order.asl.json; or, for a single drawing, a file that ends with .svg or .mmd. Default: a single drawing is printed.")
    private @Nullable Path output;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description =
                    "What aws stepfunctions get-execution-history has printed: a single drawing shows what the execution has done.")
    private @Nullable Path history;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description =
                    "With --history: writes an HTML page about the execution: what went wrong, its picture, its states and events.")
    private @Nullable Path report;

    private final Set<Path> drawn = new HashSet<>();

    @Override
    public Integer call() throws Refusal {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        List<String> unread = new ArrayList<>();
        List<GivenDefinition> files = definitions.all(values.all(), unread::add);
        if (unread.isEmpty()) {
            values.refuseUnknown(files.stream().map(GivenDefinition::container));
        }
        if (history != null || report != null) {
            return ofExecution(files, unread, line);
        }
        Optional<DiagramFormat> ofFile = output == null ? Optional.empty() : DiagramFormat.ofFile(output.toString());
        if (files.size() > 1 && (output == null || ofFile.isPresent())) {
            throw new ParameterException(line, files.size() + " drawings need a folder; give one with -o");
        }
        if (format != null && ofFile.isPresent() && ofFile.get() != format) {
            throw new ParameterException(
                    line, "-o " + output + " contradicts --format " + format + "; leave out one of them");
        }
        if (output != null && ofFile.isEmpty() && GivenFile.looksLikeFile(output) && !Files.isDirectory(output)) {
            throw new ParameterException(
                    line, "-o " + output + " is neither an existing folder nor a file that ends with .svg or .mmd");
        }
        DiagramFormat used = format == null ? ofFile.orElse(DiagramFormat.SVG) : format;
        for (GivenDefinition file : files) {
            try {
                draw(file, used, ofFile.isPresent(), line.getOut());
            } catch (UncheckedIOException | IllegalStateException e) {
                unread.add(e.getMessage());
            }
        }
        line.getOut().flush();
        unread.forEach(problem -> line.getErr().println("stepwright diagram: " + problem));
        return unread.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Draws an execution, or writes its page. */
    private int ofExecution(List<GivenDefinition> files, List<String> unread, CommandLine line) throws Refusal {
        if (history == null) {
            throw new ParameterException(line, "--report is about an execution; give its --history");
        }
        FileEnding.PAGE.check("--report", report, line);
        if (!unread.isEmpty() || files.size() != 1) {
            throw new Refusal(
                    unread.isEmpty()
                            ? "--history is of one state machine, but there are " + files.size()
                            : String.join(System.lineSeparator(), unread));
        }
        if (format == DiagramFormat.MERMAID
                || output != null && !output.toString().endsWith(".svg")) {
            throw new ParameterException(line, "an execution is drawn as svg; give a file that ends with .svg with -o");
        }
        RecordedExecution execution = ReplayCommand.recorded(history);
        GivenDefinition file = files.get(0);
        if (!execution.isOf(file.definition())) {
            throw new Refusal(
                    history + ": no recorded state is in " + file.label() + ", is it that of another machine?");
        }
        if (report != null) {
            RunCommand.write(
                    "--report", report, execution.report(file.definition()).titled(file.name())::write);
        }
        Diagram drawing = execution.diagram(file.definition()).titled(file.name());
        if (output != null) {
            RunCommand.write("-o", output, drawing::write);
        } else if (report == null) {
            line.getOut().print(drawing.toSvg());
            line.getOut().flush();
        }
        return ExitCode.OK;
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
            throw new IllegalStateException(file.label() + ": its drawing would overwrite " + target
                    + ", the drawing of another file; draw it separately");
        }
        GivenFile.write(target, drawing);
        out.println(file.label() + " -> " + target);
    }
}
