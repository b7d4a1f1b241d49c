package dev.stepwright.types;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A schema document in a file; knows the documents that it refers to by their paths from its folder. */
record SchemaFile(Path path, JsonNode root, Map<Path, Optional<SchemaFile>> others) {
    /**
     * Reads a file.
     *
     * @throws JsonSyntaxException if it is not JSON
     */
    static SchemaFile read(Path path) throws IOException {
        return new SchemaFile(path, JsonDocument.read(path).root(), new HashMap<>());
    }

    /** Returns another document; empty if the reference is no path, or there is nothing that can be read: nothing is known then. */
    Optional<SchemaFile> beside(String reference) {
        try {
            String name = URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
            Path target = path.resolveSibling(name).normalize();
            return others.computeIfAbsent(target, this::other);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<SchemaFile> other(Path target) {
        try {
            return Files.isRegularFile(target)
                    ? Optional.of(
                            new SchemaFile(target, JsonDocument.read(target).root(), others))
                    : Optional.empty();
        } catch (IOException | JsonSyntaxException e) {
            return Optional.empty();
        }
    }
}
