package dev.stepwright.server.file;

import dev.stepwright.json.FileProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What some files hold, read again when they have changed. What cannot be used is logged once, and what was read before stays. */
public final class CurrentFiles<T> {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentFiles.class);

    private final Reader<T> reader;
    private final Function<T, List<Path>> files;
    private List<Object> state;
    private T value;

    /** Reads files. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Returns what the files hold.
         *
         * @throws IllegalArgumentException if they have something else; the message names the file
         */
        T read() throws IOException;
    }

    /**
     * Reads files for the first time.
     *
     * @param files those that a value was read from, at least one; the one that names the others first
     * @throws IOException if one cannot be read
     * @throws IllegalArgumentException if they have something else
     */
    public CurrentFiles(Reader<T> reader, Function<T, List<Path>> files) throws IOException {
        this.reader = reader;
        this.files = files;
        this.value = reader.read();
        this.state = state();
    }

    /** Returns what the files hold now, or held when they could be used last. */
    public synchronized T value() {
        try {
            List<Object> now = state();
            if (!now.equals(state)) {
                state = now;
                List<Path> before = files.apply(value);
                value = reader.read();
                state = before.equals(files.apply(value)) ? now : state();
                LOG.info("{} has changed and is used from now on", name());
            }
        } catch (IOException e) {
            stays(FileProblems.of(e));
        } catch (IllegalArgumentException e) {
            stays(String.valueOf(e.getMessage()));
        }
        return value;
    }

    private void stays(String problem) {
        LOG.warn("{} has changed, but cannot be used; what it held stays in use: {}", name(), problem);
    }

    private Path name() {
        return files.apply(value).get(0);
    }

    /** Returns what changes with the files. */
    private List<Object> state() throws IOException {
        List<Object> parts = new ArrayList<>();
        for (Path file : files.apply(value)) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                parts.add(List.of(file, attributes.lastModifiedTime(), attributes.size()));
            } catch (NoSuchFileException e) {
                parts.add(file);
            }
        }
        return parts;
    }
}
