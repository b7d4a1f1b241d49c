package dev.stepwright.jsonata.code;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** {@code and or}: the right side is evaluated only if it matters. */
public final class Logic extends Code {
    private final boolean decisive;
    private final Code left;
    private final Code right;

    /** Makes {@code or} if {@code decisive} is true, else {@code and}. */
    public Logic(boolean decisive, Code left, Code right) {
        this.decisive = decisive;
        this.left = left;
        this.right = right;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        return BooleanNode.valueOf(test(input, frame));
    }

    @Override
    boolean test(JsonNode input, Frame frame) {
        frame.evaluation.enter();
        boolean first = left.test(input, frame);
        boolean result = first == decisive ? first : right.test(input, frame);
        frame.evaluation.leave();
        return result;
    }

    @Override
    boolean isTest() {
        return true;
    }
}
