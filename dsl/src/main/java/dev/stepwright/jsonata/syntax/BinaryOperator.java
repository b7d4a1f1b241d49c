package dev.stepwright.jsonata.syntax;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators between two values. */
public enum BinaryOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    CONCATENATE("&"),
    AND("and"),
    OR("or"),
    IN("in");

    private static final Map<String, BinaryOperator> BY_TEXT = new HashMap<>();

    static {
        for (BinaryOperator operator : values()) {
            BY_TEXT.put(operator.text, operator);
        }
    }

    private final String text;

    BinaryOperator(String text) {
        this.text = text;
    }

    /** Returns the operator as it is written. */
    public String text() {
        return text;
    }

    static @Nullable BinaryOperator of(String text) {
        return BY_TEXT.get(text);
    }
}
