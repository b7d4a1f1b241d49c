package dev.stepwright.runtime.evaluate;

import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Compiles the data tests of choice rules, one operator each. */
final class ChoiceOperators {
    private static final String PATH = "Path";
    private static final String MATCHES = "StringMatches";

    private static final Map<String, IntPredicate> ORDERS = Map.of(
            "Equals", order -> order == 0,
            "LessThan", order -> order < 0,
            "GreaterThan", order -> order > 0,
            "LessThanEquals", order -> order <= 0,
            "GreaterThanEquals", order -> order >= 0);

    private static final Map<String, Predicate<JsonNode>> TYPES = Map.of(
            "IsNull", JsonNode::isNull,
            "IsNumeric", JsonNode::isNumber,
            "IsString", JsonNode::isString,
            "IsBoolean", JsonNode::isBoolean,
            "IsTimestamp",
                    node -> node.isString()
                            && Timestamps.parse(node.stringValue()).isPresent());

    private ChoiceOperators() {}

    static Condition compile(Source variable, String operator, JsonNode operand) {
        if (operator.equals("IsPresent")) {
            boolean expected = expected(operator, operand);
            return bindings -> (variable.applied(bindings) != null) == expected;
        }
        Predicate<JsonNode> type = TYPES.get(operator);
        if (type != null) {
            boolean expected = expected(operator, operand);
            return bindings -> type.test(value(variable, bindings)) == expected;
        }
        if (operator.equals(MATCHES)) {
            return matches(variable, operand);
        }
        if (operator.endsWith(PATH)) {
            return comparison(variable, operator, operator.substring(0, operator.length() - PATH.length()), operand);
        }
        return constant(variable, operator, operand);
    }

    private static Condition constant(Source variable, String operator, JsonNode operand) {
        ChoiceFamily family = family(operator, operator);
        IntPredicate order = order(family, operator, operator);
        if (!family.accepts(operand)) {
            throw new IllegalArgumentException(operator + " must hold " + family.phrase() + ", found " + operand);
        }
        ChoiceFamily.Comparison comparison = family.with(operand);
        return bindings -> {
            int result = comparison.to(value(variable, bindings));
            return result != ChoiceFamily.INCOMPARABLE && order.test(result);
        };
    }

    private static Condition comparison(Source variable, String operator, String base, JsonNode operand) {
        ChoiceFamily family = family(base, operator);
        IntPredicate order = order(family, base, operator);
        if (!operand.isString()) {
            throw new IllegalArgumentException(operator + " must hold a path, found " + operand);
        }
        Source other = JsonPathExpressions.source(operand.stringValue(), operator);
        return bindings -> {
            int result = family.compare(value(variable, bindings), value(other, bindings));
            return result != ChoiceFamily.INCOMPARABLE && order.test(result);
        };
    }

    private static ChoiceFamily family(String base, String operator) {
        for (ChoiceFamily family : ChoiceFamily.values()) {
            if (base.startsWith(family.prefix())) {
                return family;
            }
        }
        throw unknown(operator);
    }

    private static IntPredicate order(ChoiceFamily family, String base, String operator) {
        String name = base.substring(family.prefix().length());
        IntPredicate order = ORDERS.get(name);
        if (order == null || (family == ChoiceFamily.BOOLEAN && !name.equals("Equals"))) {
            throw unknown(operator);
        }
        return order;
    }

    private static IllegalArgumentException unknown(String operator) {
        return new IllegalArgumentException(
                "there is no choice operator \"" + operator + "\"; there are BooleanEquals, StringMatches,"
                        + " IsPresent, IsNull, IsNumeric, IsString, IsBoolean, IsTimestamp, and String, Numeric or Timestamp with Equals,"
                        + " LessThan, GreaterThan, LessThanEquals or GreaterThanEquals; comparisons also with Path at the end");
    }

    private static boolean expected(String operator, JsonNode operand) {
        if (!operand.isBoolean()) {
            throw new IllegalArgumentException(operator + " must hold true or false, found " + operand);
        }
        return operand.booleanValue();
    }

    /** AWS: a wrong pattern is no error of the definition; it fails the state that meets it. */
    private static Condition matches(Source variable, JsonNode operand) {
        if (!operand.isString()) {
            throw new IllegalArgumentException(MATCHES + " must hold a string, found " + operand);
        }
        try {
            Glob glob = new Glob(operand.stringValue());
            return bindings -> {
                JsonNode value = value(variable, bindings);
                return value.isString() && glob.matches(value.stringValue());
            };
        } catch (IllegalArgumentException e) {
            return bindings -> {
                throw new EvaluationFailure(ErrorNames.RUNTIME, String.valueOf(e.getMessage()), null);
            };
        }
    }

    private static JsonNode value(Source source, Bindings bindings) {
        JsonNode value = source.applied(bindings);
        if (value == null) {
            throw new EvaluationFailure(
                    ErrorNames.RUNTIME,
                    "Invalid path '" + source.text()
                            + "': The choice state's condition path references an invalid value.",
                    null);
        }
        return value;
    }
}
