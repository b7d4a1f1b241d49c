package dev.stepwright.jsonata.code;

import tools.jackson.databind.JsonNode;

/** {@code $a := b}. */
public final class Assignment extends Code {
    private final int slot;
    private final Code value;

    public Assignment(int slot, Code value) {
        this.slot = slot;
        this.value = value;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        frame.evaluation.enter();
        JsonNode result = value.eval(input, frame);
        frame.evaluation.leave();
        frame.slots[slot] = result;
        return result;
    }
}
