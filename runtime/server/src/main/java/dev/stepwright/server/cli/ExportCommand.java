package dev.stepwright.server.cli;

import dev.stepwright.dsl.AslExporter;
import dev.stepwright.validation.Suppressions;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stepwright export}. */
@Command(
        name = "export",
        description = "Writes the definitions of the machines in compiled classes that @AslDefinition marks."
                + " The exit code is 1 if there is none.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ExportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--classes",
            paramLabel = "DIR",
            required = true,
            description = "The folder of the compiled classes, such as target/classes.")
    private Path classes = Path.of("");

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            description = "The class path of the classes that they use, besides stepwright.jar.")
    private String classPath = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The folder for the definitions, one NAME.asl.json for each machine.")
    private Path output = Path.of("");

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (!Files.isDirectory(classes)) {
            line.getErr()
                    .println("stepwright export: --classes " + classes + " is not a folder; compile the sources first");
            return ExitCode.SOFTWARE;
        }
        SortedMap<String, Map<String, String>> definitions;
        try (URLClassLoader loader = new URLClassLoader(urls(), ExportCommand.class.getClassLoader())) {
            definitions = new AslExporter().apply(classes, loader);
        } catch (IllegalStateException e) {
            line.getErr().println("stepwright export: " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
        for (Map.Entry<String, Map<String, String>> definition : definitions.entrySet()) {
            Path file = output.resolve(definition.getKey());
            GivenFile.write(file, Objects.requireNonNull(definition.getValue().get(AslExporter.ASL)));
            String ignored = definition.getValue().get(AslExporter.IGNORED);
            if (ignored != null) {
                GivenFile.write(Suppressions.ignoreFile(file), ignored);
            }
        }
        int number = definitions.size();
        if (number == 0) {
            line.getErr()
                    .println("stepwright export: no class in " + classes
                            + " has a static field or method with @AslDefinition; annotate the machine to export");
            return ExitCode.SOFTWARE;
        }
        line.getOut().println(number + (number == 1 ? " definition" : " definitions") + " exported to " + output);
        line.getOut().flush();
        return ExitCode.OK;
    }

    private URL[] urls() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(classes.toUri().toURL());
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
