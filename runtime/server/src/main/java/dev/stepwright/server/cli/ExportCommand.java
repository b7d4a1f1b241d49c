package dev.stepwright.server.cli;

import dev.stepwright.codegen.source.ExportException;
import dev.stepwright.codegen.source.JavaMachine;
import dev.stepwright.json.FileProblems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private CompiledClasses classes = new CompiledClasses();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The folder for the definitions, one NAME.asl.json for each machine.")
    private Path output = Path.of("");

    @Override
    public Integer call() throws Refusal {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        List<JavaMachine> machines = machines();
        for (JavaMachine machine : machines) {
            GivenFile.write(output.resolve(machine.file()), machine.asl());
            if (machine.ignored() != null) {
                GivenFile.write(output.resolve(machine.ignoreFile()), machine.ignored());
            }
        }
        int number = machines.size();
        if (number == 0) {
            throw classes.none();
        }
        line.getOut().println(number + (number == 1 ? " definition" : " definitions") + " exported to " + output);
        line.getOut().flush();
        return ExitCode.OK;
    }

    private List<JavaMachine> machines() throws Refusal {
        try {
            return classes.definitions().read();
        } catch (ExportException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Refusal("the classes cannot be read: " + FileProblems.reason(e));
        }
    }
}
