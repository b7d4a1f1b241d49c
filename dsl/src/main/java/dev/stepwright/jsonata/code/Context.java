package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Sequence;
import tools.jackson.databind.JsonNode;

/** {@code $} and {@code $$}. */
public final class Context extends Code {
    private final boolean root;

    public Context(boolean root) {
        this.root = root;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        if (root) {
            return frame.evaluation.root();
        }
        if (input instanceof Sequence sequence) {
            return sequence.wrapsInput() ? sequence.first() : sequence.collapsed();
        }
        return input;
    }
}
