package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Truth;
import tools.jackson.databind.JsonNode;

/** {@code a ?? b}: a unless it is undefined; {@code a ?: b}: a if it is true. */
public final class Fallback extends Code {
    private final boolean truth;
    private final Code left;
    private final Code right;

    /** Makes {@code ?:} if {@code truth}, else {@code ??}. */
    public Fallback(boolean truth, Code left, Code right) {
        this.truth = truth;
        this.left = left;
        this.right = right;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        frame.evaluation.enter();
        JsonNode value = left.eval(input, frame);
        boolean stands = truth ? Truth.of(value, frame.evaluation) : !value.isMissingNode();
        JsonNode result = stands ? value : right.eval(input, frame);
        frame.evaluation.leave();
        return result;
    }
}
