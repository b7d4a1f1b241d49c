package dev.stepwright.jsonata.code;

import tools.jackson.databind.JsonNode;

/** A value that is always the same. */
public final class Literal extends Code {
    private final JsonNode value;

    public Literal(JsonNode value) {
        this.value = value;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        return value;
    }

    @Override
    public JsonNode constant() {
        return value;
    }
}
