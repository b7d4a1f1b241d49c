package dev.stepwright.server.cli;

import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.source.Generation;
import dev.stepwright.codegen.source.OutputFolder;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stepwright generate}. */
@Command(
        name = "generate",
        description =
                "Generates Java from definitions (order.asl.json) and the JSON Schemas beside them (order.input.schema.json, order.tasks/Charge.output.schema.json): records, an interface with one method for each Task state, and a class that starts executions."
                        + " Validates first; if there is an error, generates nothing and the exit code is 1.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class GenerateCommand implements Callable<Integer> {
    private static final Map<Root, String> FOLDERS =
            Map.of(Root.SOURCES, "main/java", Root.RESOURCES, "main/resources", Root.TEST_SOURCES, "test/java");

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ProjectSources sources = new ProjectSources();

    @Option(
            names = "--package",
            paramLabel = "NAME",
            required = true,
            description = "The Java package of the files directly in the folder; a subfolder adds its name.")
    private String packageName = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description =
                    "The folder to write to: Java source in OUT/main/java, the definitions, which the generated classes read, in OUT/main/resources, Java source for tests in OUT/test/java, and in OUT/stepwright what a later run knows by what is up to date and what to remove.")
    private Path output = Path.of("");

    @Option(
            names = "--no-fakes",
            description = "Generates no Java source for tests: no fake of the tasks of each machine.")
    private boolean isWithoutFakes;

    @Override
    public Integer call() throws Refusal {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (!SourceVersion.isName(packageName)) {
            throw new ParameterException(
                    line, "--package: \"" + packageName + "\" is not a valid name for a Java package");
        }
        Path lists = output.resolve("stepwright");
        Map<Root, OutputFolder> folders = new EnumMap<>(Root.class);
        FOLDERS.forEach((root, folder) ->
                folders.put(root, new OutputFolder(output.resolve(folder), lists.resolve(root.content() + ".files"))));
        if (isWithoutFakes) {
            folders.remove(Root.TEST_SOURCES);
        }
        return sources.run(line, (folder, findings) -> {
            Generation generation = new Generation(folder, packageName, folders);
            return generation.summary(generation.runIfChanged(lists.resolve("state.json"), findings));
        });
    }
}
