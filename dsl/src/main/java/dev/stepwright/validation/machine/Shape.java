package dev.stepwright.validation.machine;

import java.math.BigDecimal;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What a field's value may be. */
public enum Shape {
    ANY("any value", "ANY", node -> true),
    TEXT("a string", "STRING", JsonNode::isString),
    /** The name of a state. */
    TARGET("the name of a state", "STRING", JsonNode::isString),
    PATH("a string with a path", "STRING", JsonNode::isString),
    /** A path or null. */
    OPTIONAL_PATH("a string with a path, or null", "STRING", node -> node.isString() || node.isNull()),
    INTEGER("a whole number", "INTEGER", Shape::isWhole),
    NUMBER("a number", "NUMBER", JsonNode::isNumber),
    BOOLEAN("true or false", "BOOLEAN", JsonNode::isBoolean),
    OBJECT("an object", "OBJECT", JsonNode::isObject),
    ARRAY("an array", "ARRAY", JsonNode::isArray),
    /** What a Map state iterates over. */
    ITEMS("an array or object", "ARRAY", node -> node.isArray() || node.isObject());

    private final String noun;
    private final String serviceName;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Predicate<JsonNode> test;

    Shape(String noun, String serviceName, Predicate<JsonNode> test) {
        this.noun = noun;
        this.serviceName = serviceName;
        this.test = test;
    }

    public String noun() {
        return noun;
    }

    /** Returns the word of AWS for it, as in ServiceWords.expected(Shape.TEXT). */
    public String serviceName() {
        return serviceName;
    }

    public boolean fits(JsonNode value) {
        return test.test(value);
    }

    /** {@code 5}, and {@code 5.0} too. The scale is looked at first, for 1e999999999 is not to be written out. */
    private static boolean isWhole(JsonNode value) {
        if (!value.isNumber()) {
            return false;
        }
        if (value.isIntegralNumber()) {
            return true;
        }
        BigDecimal number = value.decimalValue();
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }
}
