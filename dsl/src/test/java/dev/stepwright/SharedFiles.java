package dev.stepwright;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Definitions and recordings that are kept beside the project; a test that needs them is skipped where they are absent. */
public final class SharedFiles {
    private SharedFiles() {}

    /** Returns a folder below the shared one. */
    public static Path folder(String name) {
        Path folder =
                Path.of(System.getProperty("stepwright.shared", "../shared")).resolve(name);
        assumeTrue(
                Files.isDirectory(folder),
                () -> folder + " is absent; set -Dstepwright.shared=FOLDER to run this test");
        return folder;
    }

    /** Returns the JSON files of a folder below the shared one, in the order of their names. */
    public static List<Path> jsonFiles(String name) {
        try (Stream<Path> files = Files.list(folder(name))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.endsWith("manifest.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
