package dev.stepwright.codegen.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The jar that the generator runs from. */
final class GeneratorJar {
    private GeneratorJar() {}

    /** Returns what tells it from any other; empty where the generator is classes that somebody works on, of which nothing tells that they have changed. */
    static Optional<String> stamp() throws IOException {
        URI location = URI.create(GeneratorJar.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString());
        Path jar = Path.of(location);
        // A snapshot changes without its version.
        return Files.isRegularFile(jar)
                ? Optional.of(jar + " " + Files.getLastModifiedTime(jar).toMillis())
                : Optional.empty();
    }
}
