package dev.stepwright.expression;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The types of JSON values that functions take and give. */
public enum ValueType {
    ANY,
    STRING,
    NUMBER,
    BOOLEAN,
    ARRAY,
    OBJECT;

    /** Returns whether a value is of this type. */
    public boolean accepts(JsonNode value) {
        return switch (this) {
            case ANY -> true;
            case STRING -> value.isString();
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case ARRAY -> value.isArray();
            case OBJECT -> value.isObject();
        };
    }

    /** Returns whether a value of another type can be of this one. */
    public boolean accepts(ValueType other) {
        return this == ANY || other == ANY || this == other;
    }

    /** Returns the type with its article, for messages: "a string". */
    public String phrase() {
        return switch (this) {
            case ANY -> "any value";
            case BOOLEAN -> "true or false";
            case ARRAY, OBJECT -> "an " + name().toLowerCase(Locale.ROOT);
            default -> "a " + name().toLowerCase(Locale.ROOT);
        };
    }
}
