package dev.stepwright.codegen.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.codegen.generate.GeneratedFile;
import dev.stepwright.codegen.generate.GeneratedFile.Root;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.OutputFolder.Changes;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The definitions that a project's own classes make, as files. The classes and the library that knows them run in a class loader
 * of their own: only types of the JDK cross over, so the project may use another version of the library than the plugin.
 *
 * @param classes the project's compiled classes
 * @param classPath what they need to run, themselves included
 * @param resources the directories whose files are copied among the classes
 * @param folder where the files go
 */
public record Export(Path classes, List<Path> classPath, List<Path> resources, OutputFolder folder) {
    static final String EXPORTER = "dev.stepwright.dsl.AslExporter";

    /**
     * Writes what has changed, then validates it; findings name the written files.
     *
     * @throws ExportException if the project's code fails, or makes a file that a resource is copied to
     * @throws IOException if a file cannot be read or written
     */
    public Changes run(Findings findings) throws IOException, ExportException {
        List<GeneratedFile> files = new ArrayList<>();
        for (Map.Entry<String, String> definition : definitions().entrySet()) {
            GeneratedFile file = new GeneratedFile(Root.RESOURCES, definition.getKey(), definition.getValue());
            refuseCopied(file);
            files.add(file);
        }
        Changes changes = folder.replace(files);
        for (GeneratedFile file : files) {
            Path path = folder.directory().resolve(file.path());
            Validation.accept(path, AslDocument.parse(file.path(), file.text()), findings);
        }
        return changes;
    }

    private SortedMap<String, String> definitions() throws IOException, ExportException {
        if (!Files.isDirectory(classes)) {
            return new TreeMap<>();
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = loader()) {
            thread.setContextClassLoader(loader);
            return exporter(loader).apply(classes, loader);
        } catch (RuntimeException | LinkageError e) {
            throw new ExportException("a definition cannot be exported: " + message(e), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private URLClassLoader loader() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            urls.add(entry.toUri().toURL());
        }
        return new URLClassLoader("asl-export", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @SuppressWarnings("unchecked")
    private static BiFunction<Path, ClassLoader, SortedMap<String, String>> exporter(ClassLoader loader)
            throws ExportException {
        try {
            return (BiFunction<Path, ClassLoader, SortedMap<String, String>>)
                    loader.loadClass(EXPORTER).getConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            throw new ExportException(
                    "the project has no " + EXPORTER
                            + " on its class path; add the dependency dev.stepwright:stepwright-dsl, or do not run this goal",
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

    private void refuseCopied(GeneratedFile file) throws ExportException {
        Path written = folder.directory().resolve(file.path());
        Path relative = classes.toAbsolutePath().normalize().relativize(written);
        for (Path directory : resources) {
            Path copied = directory.resolve(relative);
            if (Files.exists(copied)) {
                throw new ExportException(
                        copied + " and a definition in Java would both be " + written + "; rename one of them", null);
            }
        }
    }
}
