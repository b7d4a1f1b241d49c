package dev.stepwright.server.cli;

import dev.stepwright.codegen.source.DriftCheck;
import dev.stepwright.codegen.source.ExportException;
import dev.stepwright.codegen.source.ExportFormat;
import dev.stepwright.json.FileProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stepwright check}. */
@Command(
        name = "check",
        description =
                "Compares committed definitions, and the ignore files beside them, with the state machines of the same names in compiled classes, and prints the differences. Layout and the order of members do not count. The exit code is 1 if something differs.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "src/main/asl",
            showDefaultValue = Visibility.ALWAYS,
            description =
                    "The folder of the committed definitions, with order.asl.json for the machine order. Other files are ignored.")
    private Path directory = Path.of("");

    @Mixin
    private CompiledClasses classes = new CompiledClasses();

    @Mixin
    private GivenValues values = new GivenValues();

    @Override
    public Integer call() throws Refusal {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        try {
            DriftCheck.Result result = new DriftCheck(
                            classes.definitions(), directory, new ExportFormat(false, false, values.all()))
                    .run();
            if (result.machines() == 0) {
                throw classes.none();
            }
            if (!Files.isDirectory(directory)) {
                throw new Refusal(
                        directory + " is not a folder; write the definitions of the Java code with stepwright export");
            }
            result.drifts().forEach(line.getErr()::println);
            if (!result.drifts().isEmpty()) {
                throw new Refusal(result.summary());
            }
            line.getOut().println(result.summary());
            line.getOut().flush();
            return ExitCode.OK;
        } catch (ExportException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Refusal("the definitions cannot be read: " + FileProblems.reason(e));
        }
    }
}
