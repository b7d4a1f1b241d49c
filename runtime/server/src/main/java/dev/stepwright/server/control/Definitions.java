package dev.stepwright.server.control;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.server.api.ApiError;

/** Decides which definitions are accepted. */
final class Definitions {
    /**
     * Returns the definition that a text is.
     *
     * @param type {@code STANDARD} or {@code EXPRESS}
     * @throws ApiError {@code InvalidDefinition} with all findings
     */
    Definition accept(String text, String type) {
        try {
            AslDocument document = AslDocument.parse("definition", text);
            if (!document.root().isObject()) {
                throw ApiError.invalidDefinition("SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object");
            }
            return new Definition(text, document.definition());
        } catch (JsonSyntaxException e) {
            throw ApiError.invalidDefinition("INVALID_JSON_DESCRIPTION: " + e.getMessage());
        }
    }
}
