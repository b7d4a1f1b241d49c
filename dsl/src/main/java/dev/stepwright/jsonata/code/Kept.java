package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Sequence;
import tools.jackson.databind.JsonNode;

/** Collapsing, unless {@code []} says that an array is to stay one. */
final class Kept {
    private Kept() {}

    static JsonNode collapse(JsonNode value, boolean keepArray) {
        if (!(value instanceof Sequence sequence)) {
            return value;
        }
        if (keepArray && sequence.isCollapsing()) {
            sequence.keepingSingleton();
        }
        return sequence.collapsed();
    }
}
