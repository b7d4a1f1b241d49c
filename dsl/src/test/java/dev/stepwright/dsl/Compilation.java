package dev.stepwright.dsl;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.NullMarked;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** One run of a compiler over many classes; an error in one class does not keep the others from being checked. */
final class Compilation {
    private static final String CLASS_PATH = Stream.of(
                    StateMachine.class,
                    Orders.class,
                    JsonNode.class,
                    JsonParser.class,
                    JsonProperty.class,
                    NullMarked.class)
            .map(Compilation::location)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));

    /** The command line shows simple names; the messages of the API are qualified. */
    private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-zA-Z_]\\w*\\.)+(?=[A-Z])");

    private final Map<String, List<String>> errors;

    private Compilation(Map<String, List<String>> errors) {
        this.errors = errors;
    }

    /** Compiles classes, given by their names and texts, without writing class files. */
    static Compilation of(JavaCompiler compiler, Map<String, String> sources, Path folder, String... options)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            files.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()));
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-source", "17", "-target", "17", "-nowarn", "-cp", CLASS_PATH, "-d", folder.toString()));
        arguments.addAll(List.of(options));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, null)) {
            compiler.getTask(
                            Writer.nullWriter(),
                            manager,
                            diagnostics,
                            arguments,
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        return new Compilation(byClass(diagnostics.getDiagnostics()));
    }

    private static Map<String, List<String>> byClass(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        Map<String, List<String>> errors = new HashMap<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                String file = diagnostic.getSource() == null
                        ? ""
                        : Path.of(diagnostic.getSource().toUri()).getFileName().toString();
                errors.computeIfAbsent(file.replace(".java", ""), key -> new ArrayList<>())
                        .add(QUALIFIER
                                .matcher(diagnostic.getMessage(Locale.ENGLISH))
                                .replaceAll(""));
            }
        }
        return errors;
    }

    /** Returns the errors in a class; those in no class are under the empty name. */
    List<String> errors(String className) {
        return errors.getOrDefault(className, List.of());
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
