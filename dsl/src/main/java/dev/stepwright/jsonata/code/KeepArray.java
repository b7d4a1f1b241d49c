package dev.stepwright.jsonata.code;

import tools.jackson.databind.JsonNode;

/** {@code a[]} after something that is not a step of a path. */
public final class KeepArray extends Code {
    private final Code base;

    public KeepArray(Code base) {
        this.base = base;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        return Kept.collapse(base.raw(input, frame), true);
    }
}
