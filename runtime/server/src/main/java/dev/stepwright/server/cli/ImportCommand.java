package dev.stepwright.server.cli;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.source.JavaSource;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stepwright import}. */
@Command(
        name = "import",
        description = "Writes a Java class for each definition, whose machine has the same definition.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ImportCommand implements Callable<Integer> {
    /** Up to so many files each is told; of more, one in so many. */
    private static final int FEW = 10;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private DefinitionFiles definitions = new DefinitionFiles();

    @Option(names = "--package", paramLabel = "P", required = true, description = "The package of the classes.")
    private String packageName = "";

    @Option(
            names = "--class",
            paramLabel = "C",
            description = "The simple name of the class, for a single file. Default: from the file's name.")
    private @Nullable String className;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "The source folder; the folders of the package are created in it.")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        List<String> unread = new ArrayList<>();
        List<GivenDefinition> files = definitions.all(Map.of(), unread::add);
        if (className != null && files.size() > 1) {
            throw new ParameterException(
                    line, "--class names one class, but there are " + files.size() + " files; leave it out");
        }
        if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
            throw new ParameterException(
                    line, "--package: \"" + packageName + "\" is not a valid name for a Java package");
        }
        if (className != null && (!SourceVersion.isIdentifier(className) || SourceVersion.isKeyword(className))) {
            throw new ParameterException(line, "--class: \"" + className + "\" is not a valid name for a Java class");
        }
        Map<String, String> written = new HashMap<>();
        int imported = 0;
        int raw = 0;
        for (GivenDefinition file : files) {
            try {
                JavaSource source = source(file);
                write(file, source, written);
                imported++;
                raw += source.raw().isEmpty() ? 0 : 1;
                if (files.size() <= FEW) {
                    line.getOut().println(file.label() + " -> " + output.resolve(source.path()));
                } else if (imported % FEW == 0) {
                    line.getOut().println(imported + " of " + files.size());
                }
                tell(line, source);
            } catch (UncheckedIOException | IllegalStateException e) {
                unread.add(e.getMessage());
            } catch (IllegalArgumentException e) {
                unread.add(file.label() + ": " + e.getMessage());
            }
        }
        unread.forEach(problem -> line.getErr().println("stepwright import: " + problem));
        line.getOut().println(summary(imported, raw, unread.size()));
        line.getOut().flush();
        return unread.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private JavaSource source(GivenDefinition file) {
        AslDocument document = file.placed().named();
        return className == null
                ? JavaSource.of(document, packageName)
                : JavaSource.of(document, packageName, className);
    }

    private void write(GivenDefinition file, JavaSource source, Map<String, String> written) {
        String other = written.putIfAbsent(source.path().toLowerCase(Locale.ROOT), file.label());
        if (other != null) {
            throw new IllegalArgumentException("its class would overwrite " + source.path() + ", the class of " + other
                    + "; import one of them with --class or into another package");
        }
        Path target = output.resolve(source.path());
        GivenFile.write(target, source.text());
    }

    private static void tell(CommandLine line, JavaSource source) {
        for (JavaSource.Raw state : source.raw()) {
            line.getOut()
                    .println("  " + (state.state().isEmpty() ? "the whole machine" : "state \"" + state.state() + "\"")
                            + " is kept as JSON: " + state.reason());
        }
    }

    private static String summary(int imported, int raw, int failed) {
        return imported + (imported == 1 ? " definition" : " definitions") + " imported"
                + (raw == 0 ? "" : ", " + raw + " with states kept as JSON")
                + (failed == 0 ? "" : ", " + failed + " failed");
    }
}
