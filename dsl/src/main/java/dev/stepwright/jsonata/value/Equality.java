package dev.stepwright.jsonata.value;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Equality by value: numbers by what they stand for, objects whatever the order of their members, functions by identity. */
public final class Equality {
    private Equality() {}

    @SuppressWarnings("ReferenceEquality") // the same value needs no comparison
    public static boolean equal(JsonNode a, JsonNode b, Evaluation evaluation) {
        if (a.isNumber()) {
            return b.isNumber() && Numbers.equal(a, b);
        }
        if (a == b) {
            return true;
        }
        if (a.isString()) {
            return b.isString() && a.stringValue().equals(b.stringValue());
        }
        if (a.isArray()) {
            return b.isArray() && equalArrays(a, b, evaluation);
        }
        if (a.isObject()) {
            return b.isObject() && equalObjects(a, b, evaluation);
        }
        return a.isBoolean() && b.isBoolean() ? a.booleanValue() == b.booleanValue() : a.isNull() && b.isNull();
    }

    /** Equality without a look inside arrays and objects, as {@code in} has it. */
    @SuppressWarnings("ReferenceEquality") // the same value needs no comparison
    public static boolean same(JsonNode a, JsonNode b, Evaluation evaluation) {
        return a.isArray() || a.isObject() ? a == b : equal(a, b, evaluation);
    }

    private static boolean equalArrays(JsonNode a, JsonNode b, Evaluation evaluation) {
        int size = a.size();
        if (size != b.size()) {
            return false;
        }
        evaluation.enter();
        boolean equal = true;
        for (int i = 0; i < size && equal; i++) {
            evaluation.step();
            equal = equal(a.get(i), b.get(i), evaluation);
        }
        evaluation.leave();
        return equal;
    }

    private static boolean equalObjects(JsonNode a, JsonNode b, Evaluation evaluation) {
        if (a.size() != b.size()) {
            return false;
        }
        evaluation.enter();
        boolean equal = true;
        for (Map.Entry<String, JsonNode> member : a.properties()) {
            evaluation.step();
            JsonNode other = b.get(member.getKey());
            if (other == null || !equal(member.getValue(), other, evaluation)) {
                equal = false;
                break;
            }
        }
        evaluation.leave();
        return equal;
    }
}
