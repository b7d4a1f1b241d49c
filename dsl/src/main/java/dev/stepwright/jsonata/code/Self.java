package dev.stepwright.jsonata.code;

import tools.jackson.databind.JsonNode;

/** The context as it is, a wrapped input still wrapped. */
public final class Self extends Code {
    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        return input;
    }
}
