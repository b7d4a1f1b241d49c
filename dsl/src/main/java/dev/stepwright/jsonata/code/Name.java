package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Sequence;
import tools.jackson.databind.JsonNode;

/** A field of the context. */
public final class Name extends Code {
    final String name;

    public Name(String name) {
        this.name = name;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        return Sequence.collapse(Lookup.field(input, name, frame.evaluation));
    }
}
