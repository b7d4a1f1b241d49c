package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.expression.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compiles the rules of Choice states. ASL: Choice State. */
public final class Conditions {
    /** The members of a rule that are no operators. */
    private static final Set<String> OTHERS = Set.of("Variable", "Next", "Comment", "Assign", "Output");

    private Conditions() {}

    /**
     * Compiles a rule of a JSONPath state.
     *
     * @param rule an object with {@code And}, {@code Or}, {@code Not}, or a {@code Variable} and one operator
     * @return is false where the operator is for another type of value; fails with {@code States.Runtime} where a path leads
     *     nowhere, unless the operator is {@code IsPresent}
     * @throws IllegalArgumentException if the rule has no or several operators, or one with an operand of the wrong type
     */
    public static Condition jsonPath(JsonNode rule) {
        List<String> operators = new ArrayList<>();
        for (String name : rule.propertyNames()) {
            if (!OTHERS.contains(name)) {
                operators.add(name);
            }
        }
        if (operators.size() != 1) {
            throw new IllegalArgumentException("a choice rule must have exactly one operator, And, Or or Not, found "
                    + (operators.isEmpty() ? "none" : operators.toString()));
        }
        String operator = operators.get(0);
        JsonNode operand = rule.get(operator);
        return switch (operator) {
            case "And" -> all(rules(operator, operand));
            case "Or" -> any(rules(operator, operand));
            case "Not" -> not(jsonPath(operand));
            default -> ChoiceOperators.compile(variable(rule, operator), operator, operand);
        };
    }

    private static Source variable(JsonNode rule, String operator) {
        JsonNode variable = rule.get("Variable");
        if (variable == null || !variable.isString()) {
            throw new IllegalArgumentException(
                    "a choice rule with " + operator + " needs a Variable that holds a path");
        }
        return JsonPathExpressions.source(variable.stringValue(), "Variable");
    }

    private static Condition[] rules(String operator, JsonNode operand) {
        if (!operand.isArray() || operand.isEmpty()) {
            throw new IllegalArgumentException(operator + " must hold an array of at least one rule, found " + operand);
        }
        Condition[] rules = new Condition[operand.size()];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = jsonPath(operand.get(i));
        }
        return rules;
    }

    private static Condition all(Condition[] rules) {
        return bindings -> {
            for (Condition rule : rules) {
                if (!rule.test(bindings)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Condition any(Condition[] rules) {
        return bindings -> {
            for (Condition rule : rules) {
                if (rule.test(bindings)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Condition not(Condition rule) {
        return bindings -> !rule.test(bindings);
    }

    /**
     * Compiles the {@code Condition} of a JSONata rule.
     *
     * @param condition a boolean or a text within <code>{% %}</code>
     * @param field the name of the field, for example {@code Choices[0]/Condition}
     * @return fails with {@code States.QueryEvaluationError} where the expression fails or gives no boolean
     * @throws IllegalArgumentException if it is neither, or no JSONata
     */
    public static Condition jsonata(JsonNode condition, String field) {
        if (condition.isBoolean()) {
            boolean value = condition.booleanValue();
            return bindings -> value;
        }
        if (!JsonataMarks.surround(condition)) {
            throw new IllegalArgumentException(field
                    + ": a condition is true, false or a text such as \"{% $states.input.ok %}\", found " + condition);
        }
        Expression expression = JsonataExpressions.value(condition, field, ValueType.BOOLEAN);
        return bindings -> expression.evaluate(bindings).booleanValue();
    }
}
