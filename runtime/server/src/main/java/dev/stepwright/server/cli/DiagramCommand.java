package dev.stepwright.server.cli;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.DefinitionFile;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stepwright diagram}. */
@Command(
        name = "diagram",
        description =
                "Draws definitions as Mermaid flowcharts, which GitHub, GitLab and most editors show as pictures. The exit code is 1 if a file cannot be read, else 0.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class DiagramCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Definitions.")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "Where the drawings go, order.mmd for order.asl.json; without it, that of a single file is printed.")
    private @Nullable Path output;

    private final Set<Path> drawn = new HashSet<>();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (output == null && files.size() > 1) {
            throw new ParameterException(line, files.size() + " drawings need a folder; name it with -o");
        }
        boolean isDone = true;
        for (Path file : files) {
            try {
                draw(file, line);
            } catch (IOException e) {
                isDone = false;
                line.getErr().println("stepwright diagram: " + ValidateCommand.unreadable(file, e));
            } catch (JsonSyntaxException | IllegalStateException e) {
                isDone = false;
                line.getErr().println("stepwright diagram: " + file + ": " + e.getMessage());
            }
        }
        line.getOut().flush();
        return isDone ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void draw(Path file, CommandLine line) throws IOException {
        String drawing = AslDocument.read(file).definition().toMermaid();
        if (output == null) {
            line.getOut().print(drawing);
            return;
        }
        Path target = output.resolve(DefinitionFile.machineName(file.toString()) + ".mmd");
        if (!drawn.add(target)) {
            throw new IllegalStateException(
                    "its drawing would be " + target + ", which another file has made; draw it alone");
        }
        Files.createDirectories(output);
        Files.writeString(target, drawing);
        line.getOut().println(file + " -> " + target);
    }
}
