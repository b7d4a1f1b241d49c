package dev.stepwright.validation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stepwright.json.JsonDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The recorded definitions outside this repository; tests that need them are skipped where they are not. */
final class Shared {
    private Shared() {}

    static Path folder(String name) {
        Path folder =
                Path.of(System.getProperty("stepwright.shared", "../../shared")).resolve(name);
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder.toAbsolutePath());
        return folder;
    }

    static List<Path> files(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        return JsonDocument.parse(text(file)).root();
    }
}
