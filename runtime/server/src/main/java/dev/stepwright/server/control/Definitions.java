package dev.stepwright.server.control;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.InvalidDefinitionException;
import dev.stepwright.runtime.MachineKind;
import dev.stepwright.server.api.ApiError;
import java.util.stream.Collectors;

/** Decides which definitions are accepted, and makes them ready. */
final class Definitions {
    private final Engine engine;

    Definitions(Engine engine) {
        this.engine = engine;
    }

    /**
     * Returns the definition that a text is.
     *
     * @param name that of its machine
     * @param type {@code STANDARD} or {@code EXPRESS}
     * @throws ApiError {@code InvalidDefinition} with all findings
     */
    Definition accept(String name, String text, String type) {
        AslDocument document = parse(text);
        if (!document.root().isObject()) {
            throw ApiError.invalidDefinition("SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object");
        }
        try {
            return new Definition(text, engine.register(name, document.definition(), MachineKind.valueOf(type)));
        } catch (InvalidDefinitionException e) {
            throw ApiError.invalidDefinition(e.problems().stream()
                    .map(problem -> "SCHEMA_VALIDATION_FAILED: " + problem.message() + " at " + problem.pointer())
                    .collect(Collectors.joining(", ")));
        }
    }

    private static AslDocument parse(String text) {
        try {
            return AslDocument.parse("definition", text);
        } catch (JsonSyntaxException e) {
            throw ApiError.invalidDefinition("INVALID_JSON_DESCRIPTION: " + e.getMessage());
        }
    }
}
