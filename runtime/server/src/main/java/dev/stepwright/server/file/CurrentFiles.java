package dev.stepwright.server.file;

import dev.stepwright.json.FileProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What some files hold, read again when they have changed. What cannot be used is logged once, and what was read before stays. */
public final class CurrentFiles<T> {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentFiles.class);

    private final Reader<T> reader;

    /** The files of the last reading, as they were before it; empty if that told nothing of what they hold. */
    private final Map<Path, Object> seen = new LinkedHashMap<>();

    private T value;
    private String problem = "";

    /** Reads files. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads all that a value is made of.
         *
         * @param next is to be told of each file before it is read, at least of one; first of the one that names the others
         * @throws IllegalArgumentException if they have something else; the message names the file
         */
        T read(Consumer<Path> next) throws IOException;
    }

    /**
     * Reads files for the first time.
     *
     * @throws IOException if one cannot be read
     * @throws IllegalArgumentException if they have something else
     */
    public CurrentFiles(Reader<T> reader) throws IOException {
        this.reader = reader;
        this.value = reader.read(this::see);
    }

    /** Returns what the files hold now, or held when they could be used last. */
    public synchronized T value() {
        if (seen.isEmpty()
                || seen.entrySet().stream()
                        .anyMatch(file -> !state(file.getKey()).equals(file.getValue()))) {
            readAgain();
        }
        return value;
    }

    private void readAgain() {
        seen.clear();
        try {
            value = reader.read(this::see);
            problem = "";
            LOG.info("{} has changed and is used from now on", name());
        } catch (NoSuchFileException e) {
            stays(FileProblems.of(e));
        } catch (IOException e) {
            stays(FileProblems.of(e));
            seen.clear(); // it may be read the next time, with nothing changed that can be seen
        } catch (IllegalArgumentException e) {
            stays(String.valueOf(e.getMessage()));
        }
    }

    private void stays(String found) {
        if (!found.equals(problem)) {
            problem = found;
            LOG.warn("{} has changed, but cannot be used; what it held stays in use: {}", name(), found);
        }
    }

    private Path name() {
        return seen.keySet().iterator().next();
    }

    /** Looks at a file before it is read: what changes meanwhile is seen the next time. */
    private void see(Path file) {
        seen.putIfAbsent(file, state(file));
    }

    /** Returns what changes with a file, also with another one in its place that is as old and as long. */
    private static Object state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Arrays.asList(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (IOException e) {
            return e.toString(); // whoever reads it tells the problem
        }
    }
}
