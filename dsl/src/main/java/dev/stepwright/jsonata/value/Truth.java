package dev.stepwright.jsonata.value;

import tools.jackson.databind.JsonNode;

/** What is taken as true where a boolean is asked for. */
public final class Truth {
    private Truth() {}

    /** Returns whether a value is true: not undefined, null, zero, empty or a function; an array if one of its elements is. */
    public static boolean of(JsonNode value, Evaluation evaluation) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isString()) {
            return !value.stringValue().isEmpty();
        }
        if (value.isNumber()) {
            return Numbers.isNumeric(value) && Numbers.toDouble(value) != 0;
        }
        return value.isArray() ? ofArray(value, evaluation) : value.isObject() && !value.isEmpty();
    }

    private static boolean ofArray(JsonNode array, Evaluation evaluation) {
        evaluation.enter();
        boolean any = false;
        for (int i = 0; i < array.size() && !any; i++) {
            evaluation.step();
            any = of(array.get(i), evaluation);
        }
        evaluation.leave();
        return any;
    }
}
