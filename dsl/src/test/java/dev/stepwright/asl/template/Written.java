package dev.stepwright.asl.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of a project under test. */
final class Written {
    private Written() {}

    /** Writes a file, and the folders that it stands in. */
    static Path file(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
