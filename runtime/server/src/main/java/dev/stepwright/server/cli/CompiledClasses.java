package dev.stepwright.server.cli;

import dev.stepwright.codegen.source.JavaDefinitions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The compiled classes whose state machines a command is given. */
final class CompiledClasses {
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
    private ClassPath classPath = ClassPath.NONE;

    /** Returns the definitions that they make, with the DSL of this program. */
    JavaDefinitions definitions() throws Refusal {
        if (!Files.isDirectory(classes)) {
            throw new Refusal("--classes " + classes + " is not a folder; compile the sources first");
        }
        List<Path> all = new ArrayList<>(List.of(classes));
        all.addAll(classPath.entries());
        return new JavaDefinitions(classes, all, CompiledClasses.class.getClassLoader());
    }

    /** Says that no class makes one. */
    Refusal none() {
        return new Refusal("no class in " + classes
                + " has a static field or method with @AslDefinition; annotate the machine to export");
    }
}
