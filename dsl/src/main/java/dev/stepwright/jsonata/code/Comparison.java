package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.BinaryOperator;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Undefined;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** {@code < <= > >=} on two numbers or two strings; undefined if one side is. */
public final class Comparison extends Code {
    private final BinaryOperator operator;
    private final Code left;
    private final Code right;
    private final int position;

    public Comparison(BinaryOperator operator, Code left, Code right, int position) {
        this.operator = operator;
        this.left = left;
        this.right = right;
        this.position = position;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        frame.evaluation.enter();
        JsonNode a = left.eval(input, frame);
        JsonNode b = right.eval(input, frame);
        frame.evaluation.leave();
        if (a.isInt() && b.isInt()) {
            return BooleanNode.valueOf(holds(Integer.compare(a.intValue(), b.intValue())));
        }
        return compare(a, b);
    }

    @Override
    boolean isTest() {
        return true;
    }

    private JsonNode compare(JsonNode a, JsonNode b) {
        if (!isComparable(a) || !isComparable(b)) {
            throw error("T2010", isComparable(a) && !a.isMissingNode() ? b : a);
        }
        if (a.isMissingNode() || b.isMissingNode()) {
            return Undefined.VALUE;
        }
        if (a.isString() != b.isString()) {
            throw error("T2009", a).with("value2", b);
        }
        if (a.isString()) {
            return BooleanNode.valueOf(holds(a.stringValue().compareTo(b.stringValue())));
        }
        boolean ordered = !Double.isNaN(Numbers.toDouble(a)) && !Double.isNaN(Numbers.toDouble(b));
        return BooleanNode.valueOf(ordered && holds(Numbers.compare(a, b)));
    }

    private static boolean isComparable(JsonNode value) {
        return value.isNumber() || value.isString() || value.isMissingNode();
    }

    private JsonataException error(String code, JsonNode value) {
        return JsonataException.of(code, value).at(position, operator.text());
    }

    private boolean holds(int order) {
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }
}
