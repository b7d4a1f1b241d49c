package dev.stepwright.parquet;

import dev.stepwright.json.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Files that others have written: parquet-hadoop 1.18.1, and DuckDB 1.3.2 one of them. */
final class TestFile {
    private TestFile() {}

    static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(TestFile.class.getResourceAsStream("/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String name) {
        return JsonDocument.parse(new String(bytes(name), StandardCharsets.UTF_8))
                .root();
    }
}
