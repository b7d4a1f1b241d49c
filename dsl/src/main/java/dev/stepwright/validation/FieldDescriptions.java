package dev.stepwright.validation;

import dev.stepwright.validation.machine.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the fields of ASL are for, in the words of the schema for editors. */
final class FieldDescriptions {
    private static final JsonNode KINDS = read().path("$defs");

    private FieldDescriptions() {}

    private static JsonNode read() {
        try (InputStream schema = FieldDescriptions.class.getResourceAsStream("/META-INF/stepwright/asl.schema.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns it in a sentence or two; nothing for what the schema does not name. */
    static String of(Kind kind, String field) {
        return KINDS.path(kind.name())
                .path("properties")
                .path(field)
                .path("description")
                .asString("");
    }
}
