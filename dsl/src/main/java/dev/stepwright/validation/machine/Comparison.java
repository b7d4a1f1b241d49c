package dev.stepwright.validation.machine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The comparison operators of choice rules and what each compares with.
 *
 * @see <a href="https://states-language.net/spec.html#choice-state">ASL: Choice State</a>
 */
public enum Comparison {
    STRING("a string"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    TIMESTAMP("an RFC 3339 timestamp such as \"2026-03-14T01:59:00Z\""),
    PATH("a path that starts with $");

    private static final Map<String, Comparison> OPERATORS = new LinkedHashMap<>();

    static {
        for (String order : new String[] {"Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals"}) {
            withPath("String" + order, STRING);
            withPath("Numeric" + order, NUMBER);
            withPath("Timestamp" + order, TIMESTAMP);
        }
        withPath("BooleanEquals", BOOLEAN);
        OPERATORS.put("StringMatches", STRING);
        for (String test : new String[] {"Null", "Present", "Numeric", "String", "Boolean", "Timestamp"}) {
            OPERATORS.put("Is" + test, BOOLEAN);
        }
    }

    private final String noun;

    Comparison(String noun) {
        this.noun = noun;
    }

    private static void withPath(String operator, Comparison operand) {
        OPERATORS.put(operator, operand);
        OPERATORS.put(operator + "Path", PATH);
    }

    /** Returns what messages call the operand. */
    public String noun() {
        return noun;
    }

    /** Returns the names of all operators. */
    public static Stream<String> names() {
        return OPERATORS.keySet().stream();
    }

    /** Returns what an operator compares with; empty if there is no such operator. */
    public static Optional<Comparison> of(String operator) {
        return Optional.ofNullable(OPERATORS.get(operator));
    }
}
