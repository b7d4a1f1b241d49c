package dev.stepwright.server.cli;

import dev.stepwright.codegen.source.Scaffold;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code stepwright scaffold}. */
@Command(
        name = "scaffold",
        description =
                "Writes schemas inferred from the definitions beside them, once, for you to edit. Existing schemas stay as they are. If there is an error, writes nothing and the exit code is 1.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ScaffoldCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ProjectSources sources = new ProjectSources();

    @Override
    public Integer call() throws Refusal {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        return sources.run(line, (folder, findings) -> {
            List<Path> written = new Scaffold(folder).run(findings);
            written.forEach(file -> line.getOut().println("written: " + file));
            return Scaffold.summary(written) + folder.absence("put definitions (order.asl.json, order.asl.yaml) there");
        });
    }
}
