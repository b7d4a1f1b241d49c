package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Equality;
import dev.stepwright.jsonata.value.Evaluation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** {@code = != in}: false if one side is undefined. */
public final class Sameness extends Code {
    /** Which of the three. */
    public enum Kind {
        EQUAL,
        NOT_EQUAL,
        IN
    }

    private final Kind kind;
    private final Code left;
    private final Code right;

    public Sameness(Kind kind, Code left, Code right) {
        this.kind = kind;
        this.left = left;
        this.right = right;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        Evaluation evaluation = frame.evaluation;
        evaluation.enter();
        JsonNode a = left.eval(input, frame);
        JsonNode b = right.eval(input, frame);
        evaluation.leave();
        boolean defined = !a.isMissingNode() && !b.isMissingNode();
        return BooleanNode.valueOf(defined && holds(a, b, evaluation));
    }

    @Override
    boolean isTest() {
        return true;
    }

    private boolean holds(JsonNode a, JsonNode b, Evaluation evaluation) {
        return switch (kind) {
            case EQUAL -> Equality.equal(a, b, evaluation);
            case NOT_EQUAL -> !Equality.equal(a, b, evaluation);
            case IN -> isIn(a, b, evaluation);
        };
    }

    private static boolean isIn(JsonNode value, JsonNode among, Evaluation evaluation) {
        if (!among.isArray()) {
            return Equality.same(value, among, evaluation);
        }
        for (int i = 0; i < among.size(); i++) {
            evaluation.step();
            if (Equality.same(value, among.get(i), evaluation)) {
                return true;
            }
        }
        return false;
    }
}
