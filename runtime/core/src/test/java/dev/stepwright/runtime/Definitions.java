package dev.stepwright.runtime;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import tools.jackson.databind.JsonNode;

/** Definitions for tests, written with single quotes. */
final class Definitions {
    private Definitions() {}

    static StateMachineDefinition of(String text) {
        return StateMachineDefinition.of(json(text));
    }

    static JsonNode json(String text) {
        return JsonDocument.parse(text.replace('\'', '"')).root();
    }

    /** One Task state, {@code Work}, of a resource. */
    static StateMachineDefinition task(String resource) {
        return of("{'StartAt':'Work','States':{'Work':{'Type':'Task','Resource':'" + resource + "','End':true}}}");
    }
}
