package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.error.JsonataException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * {@code and or}: the right side is evaluated only if it matters. As in the reference implementation, an error in it names this
 * operator instead of the function or operator that it comes from.
 */
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
        boolean result = first == decisive ? first : testRight(input, frame);
        frame.evaluation.leave();
        return result;
    }

    private boolean testRight(JsonNode input, Frame frame) {
        try {
            return right.test(input, frame);
        } catch (JsonataException error) {
            throw error.renamed(decisive ? "or" : "and");
        }
    }

    @Override
    boolean isTest() {
        return true;
    }
}
