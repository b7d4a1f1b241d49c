package dev.stepwright.codegen.source;

import dev.stepwright.validation.WorkflowType;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.BiFunction;

/**
 * The definitions that a project's own classes make. Only types of the JDK cross over to the library that knows them.
 *
 * @param classes the project's compiled classes
 * @param classPath what they need to run, themselves included
 * @param parent the class loader that loads what it can of that
 */
public record JavaDefinitions(Path classes, List<Path> classPath, ClassLoader parent) {
    static final String EXPORTER = "dev.stepwright.dsl.AslExporter";

    /** Definitions of classes that have the library on their own class path: it may be of another version than the plugin. */
    public JavaDefinitions(Path classes, List<Path> classPath) {
        this(classes, classPath, ClassLoader.getPlatformClassLoader());
    }

    /**
     * Returns the machines, sorted by their files.
     *
     * @throws ExportException if the project's code fails
     * @throws IOException if a file cannot be read
     */
    public List<JavaMachine> read() throws IOException, ExportException {
        if (!Files.isDirectory(classes)) {
            return List.of();
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = loader()) {
            thread.setContextClassLoader(loader);
            return machines(exporter(loader).apply(classes, loader));
        } catch (RuntimeException | LinkageError e) {
            throw new ExportException("a definition cannot be exported: " + message(e), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<JavaMachine> machines(Map<String, Map<String, String>> exported) {
        return exported.entrySet().stream()
                .map(each -> new JavaMachine(
                        each.getKey(),
                        Objects.requireNonNull(each.getValue().get("asl")),
                        WorkflowType.valueOf(
                                Objects.requireNonNull(each.getValue().get("type"))),
                        each.getValue().get("ignored")))
                .toList();
    }

    private URLClassLoader loader() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            urls.add(entry.toUri().toURL());
        }
        return new URLClassLoader("asl-export", urls.toArray(URL[]::new), parent);
    }

    @SuppressWarnings("unchecked")
    private static BiFunction<Path, ClassLoader, SortedMap<String, Map<String, String>>> exporter(ClassLoader loader)
            throws ExportException {
        try {
            return (BiFunction<Path, ClassLoader, SortedMap<String, Map<String, String>>>)
                    loader.loadClass(EXPORTER).getConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw new ExportException(
                    "the project has no " + EXPORTER
                            + " on its class path; add the dependency dev.stepwright:stepwright-dsl, or remove this goal",
                    e);
        } catch (ReflectiveOperationException e) {
            throw new ExportException(EXPORTER + " of the project's stepwright-dsl cannot be made: " + e, e);
        }
    }

    /** Errors of class loading say what is missing only in their name, so that stands in the message too. */
    private static String message(Throwable thrown) {
        Throwable cause = thrown.getCause();
        String own =
                thrown instanceof LinkageError || thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        return cause == null || own.contains(String.valueOf(cause.getMessage())) ? own : own + ": " + cause;
    }
}
