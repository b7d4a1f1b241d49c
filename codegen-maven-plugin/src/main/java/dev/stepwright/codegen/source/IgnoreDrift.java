package dev.stepwright.codegen.source;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells whether a committed ignore file says what a machine in Java ignores. */
final class IgnoreDrift {
    private IgnoreDrift() {}

    /**
     * Returns what is wrong with the file; the order of rules and of places does not count.
     *
     * @param ignored the text of the machine's own; null if it ignores nothing
     */
    static Optional<String> of(Path file, @Nullable String ignored) throws IOException {
        if (!Files.isRegularFile(file)) {
            return ignored == null
                    ? Optional.empty()
                    : Optional.of(file + " is missing, but the machine in Java ignores findings:\n"
                            + ignored.indent(2).stripTrailing());
        }
        if (ignored == null) {
            return Optional.of(file + " ignores findings that the machine in Java does not; ignore them there with"
                    + " ignoring(...), or delete the file");
        }
        try {
            return places(JsonDocument.read(file)).equals(places(JsonDocument.parse(ignored)))
                    ? Optional.empty()
                    : Optional.of(file + " differs from what the machine in Java ignores:\n"
                            + ignored.indent(2).stripTrailing());
        } catch (JsonSyntaxException e) {
            return Optional.of(
                    file + ":[" + e.position().line() + "," + e.position().column() + "] " + e.problem());
        }
    }

    private static Map<String, Set<JsonNode>> places(JsonDocument ignoreFile) {
        return ignoreFile.root().properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, rule -> places(rule.getValue())));
    }

    private static Set<JsonNode> places(JsonNode value) {
        Stream<JsonNode> all = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
        return all.collect(Collectors.toSet());
    }
}
