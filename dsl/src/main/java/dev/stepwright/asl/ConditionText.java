package dev.stepwright.asl;

import dev.stepwright.json.JsonText;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The condition of a rule of a Choice state as a line for a reader. */
public final class ConditionText {
    private static final Map<String, String> RELATIONS = Map.of(
            "Equals", "=",
            "LessThan", "<",
            "LessThanEquals", "<=",
            "GreaterThan", ">",
            "GreaterThanEquals", ">=");

    private ConditionText() {}

    /** Returns for example {@code $.total > 1000 and not ($.tier = "GOLD")}; the expression itself where it is JSONata. */
    public static String of(JsonNode rule) {
        if (rule.has("Condition")) {
            JsonNode condition = rule.get("Condition");
            return condition.isString()
                    ? condition.stringValue().replaceFirst("^\\{%\\s*", "").replaceFirst("\\s*%\\}$", "")
                    : JsonText.excerpt(condition);
        }
        if (rule.path("And").isArray()) {
            return joined(rule.get("And"), " and ");
        }
        if (rule.path("Or").isArray()) {
            return joined(rule.get("Or"), " or ");
        }
        return rule.path("Not").isObject() ? "not (" + of(rule.get("Not")) + ")" : comparison(rule);
    }

    private static String joined(JsonNode rules, String word) {
        return rules.valueStream()
                .map(rule -> rule.has("And") || rule.has("Or") ? "(" + of(rule) + ")" : of(rule))
                .collect(Collectors.joining(word));
    }

    private static String comparison(JsonNode rule) {
        String variable = rule.path("Variable").asString("");
        return rule.properties().stream()
                .filter(member -> !member.getKey().equals("Variable")
                        && !member.getKey().equals("Next")
                        && !member.getKey().equals("Comment")
                        && !member.getKey().equals("Assign"))
                .findFirst()
                .map(operator -> variable + " " + operation(operator.getKey(), operator.getValue()))
                .orElse(variable);
    }

    private static String operation(String operator, JsonNode operand) {
        String name = operator.endsWith("Path") ? operator.substring(0, operator.length() - "Path".length()) : operator;
        String value = operator.equals(name) || !operand.isString() ? JsonText.excerpt(operand) : operand.stringValue();
        if (name.startsWith("Is")) {
            return (operand.asBoolean(true) ? "is " : "is not ")
                    + name.substring("Is".length()).toLowerCase(Locale.ROOT);
        }
        String relation = RELATIONS.get(name.replaceFirst("^(String|Numeric|Boolean|Timestamp)", ""));
        return (relation == null ? (name.equals("StringMatches") ? "matches" : name) : relation) + " " + value;
    }
}
