package dev.stepwright.codegen.source;

import dev.stepwright.codegen.generate.code.GeneratedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A directory that one execution of a goal writes to. It knows its own files by a list of them, so that what is no longer
 * generated is removed and what others wrote there stays.
 *
 * @param directory where the files go
 * @param list the file that names them, one path a line
 */
public record OutputFolder(Path directory, Path list) {
    public OutputFolder {
        directory = directory.toAbsolutePath().normalize();
    }

    /**
     * What writing has done.
     *
     * @param written the files whose bytes changed
     * @param unchanged how many files were as they should be
     * @param removed the files that are no longer generated
     */
    public record Changes(List<Path> written, int unchanged, List<Path> removed) {
        static final Changes NONE = new Changes(List.of(), 0, List.of());

        /** Returns both as one. */
        public Changes and(Changes other) {
            List<Path> bothWritten = new ArrayList<>(written);
            bothWritten.addAll(other.written);
            List<Path> bothRemoved = new ArrayList<>(removed);
            bothRemoved.addAll(other.removed);
            return new Changes(bothWritten, unchanged + other.unchanged, bothRemoved);
        }

        /** Returns the files that are not as they were. */
        public List<Path> touched() {
            return and(new Changes(removed, 0, List.of())).written;
        }

        @Override
        public String toString() {
            return written.size() + " written, " + unchanged + " up to date, " + removed.size() + " removed";
        }
    }

    /**
     * Makes the folder hold these files and none of the earlier ones. Writes no file whose bytes are the same already.
     *
     * @throws IOException if a file cannot be written
     */
    public Changes replace(List<GeneratedFile> files) throws IOException {
        Set<String> earlier = listed();
        Set<String> now = new TreeSet<>();
        files.forEach(file -> now.add(file.path()));
        Set<String> both = new TreeSet<>(earlier);
        both.addAll(now);
        writeList(both, earlier);
        List<Path> written = new ArrayList<>();
        for (GeneratedFile file : files) {
            Path path = directory.resolve(file.path());
            if (writeIfChanged(path, file.text())) {
                written.add(path);
            }
        }
        earlier.removeAll(now);
        List<Path> removed = remove(earlier);
        writeList(now, both);
        return new Changes(List.copyOf(written), files.size() - written.size(), removed);
    }

    /** Returns the files of the folder as its list has them, sorted. */
    public List<Path> files() throws IOException {
        return listed().stream()
                .filter(name -> !name.isEmpty())
                .map(directory::resolve)
                .toList();
    }

    private Set<String> listed() throws IOException {
        return Files.exists(list) ? new TreeSet<>(Files.readAllLines(list)) : new TreeSet<>();
    }

    private void writeList(Set<String> paths, Set<String> before) throws IOException {
        if (!paths.equals(before)) {
            writeIfChanged(list, String.join("\n", paths) + "\n");
        }
    }

    private static boolean writeIfChanged(Path path, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), bytes)) {
            return false;
        }
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.write(path, bytes);
        return true;
    }

    private List<Path> remove(Set<String> stale) throws IOException {
        List<Path> removed = new ArrayList<>();
        for (String name : stale) {
            Path path = directory.resolve(name).normalize();
            if (!name.isEmpty() && path.startsWith(directory) && Files.deleteIfExists(path)) {
                removed.add(path);
                removeEmptyFolders(path);
            }
        }
        return List.copyOf(removed);
    }

    private void removeEmptyFolders(Path removed) throws IOException {
        try {
            Path folder = removed.getParent();
            while (folder != null && !folder.equals(directory)) {
                Files.deleteIfExists(folder);
                folder = folder.getParent();
            }
        } catch (DirectoryNotEmptyException e) {
            // Others have files there: the folder stays.
            return;
        }
    }
}
