package dev.stepwright.permission;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A policy of IAM in a file.
 *
 * @param policy an object with {@code Statement}
 * @param warnings what is probably a mistake in it, each with file, line and column: an action that is one letter away from one that there is
 */
public record PolicyFile(JsonNode policy, List<String> warnings) {
    public PolicyFile {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a policy.
     *
     * @param file JSON or, if its name ends with {@code .yaml} or {@code .yml}, YAML
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is no policy; the message tells file, line and column
     */
    public static PolicyFile read(Path file) throws IOException {
        try {
            JsonDocument document = JsonDocument.read(file);
            PolicyCheck.of(List.of(document.root()));
            return new PolicyFile(document.root(), warnings(file, document, JsonPointer.empty()));
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(file + ":" + e.position() + ": " + e.problem(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ":1:1: the file is no policy: " + e.getMessage(), e);
        }
    }

    /** Returns what is probably a mistake in a policy that is a part of a file, each with file, line and column. */
    public static List<String> warnings(Path file, JsonDocument document, JsonPointer policy) {
        return MisspeltActions.in(document.root().at(policy)).entrySet().stream()
                .map(wrong -> file + ":" + document.position(policy.append(wrong.getKey())) + ": " + wrong.getValue())
                .toList();
    }
}
