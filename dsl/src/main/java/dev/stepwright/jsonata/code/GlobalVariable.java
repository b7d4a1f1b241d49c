package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Sequence;
import tools.jackson.databind.JsonNode;

/** A variable that comes from outside: a binding, else a function of the library, else undefined. */
public final class GlobalVariable extends Code {
    private final int slot;
    private final String name;
    private final JsonNode function;

    public GlobalVariable(int slot, String name, JsonNode function) {
        this.slot = slot;
        this.name = name;
        this.function = function;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        return Sequence.collapse(raw(input, frame));
    }

    @Override
    JsonNode raw(JsonNode input, Frame frame) {
        JsonNode value = frame.evaluation.global(slot, name);
        return value == null ? function : value;
    }
}
