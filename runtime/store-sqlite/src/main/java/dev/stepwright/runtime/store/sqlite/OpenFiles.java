package dev.stepwright.runtime.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database and its log, which SQLite has open, and the lock. A database that is removed or replaced can still be written to: what is committed
 * then is gone with the process. A lock that is removed lets another process write as well.
 */
final class OpenFiles {
    private final List<Opened> files = new ArrayList<>();

    /** @param key of the file, whatever names it has; null where the system has none, and does not let open files be removed either */
    private record Opened(Path file, @Nullable Object key) {}

    /** @param some that are there and stay open from now on */
    OpenFiles(Path... some) throws IOException {
        for (Path file : some) {
            files.add(new Opened(file, key(file)));
        }
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** Returns the first that its name does not lead to any more. */
    Optional<Path> lost() {
        return files.stream().filter(OpenFiles::isLost).map(Opened::file).findFirst();
    }

    private static boolean isLost(Opened opened) {
        try {
            return !Objects.equals(opened.key, key(opened.file));
        } catch (IOException e) {
            return true; // most likely there is no such file
        }
    }
}
