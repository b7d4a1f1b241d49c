package dev.stepwright.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** Rules of Choice states in the words of typed expressions, where these are written the same. */
final class Conditions {
    private static final String PATH = "Path";
    private static final Map<String, String> QUESTIONS = Map.of(
            "IsPresent", "isPresent",
            "IsNull", "isNull",
            "IsString", "isString",
            "IsNumeric", "isNumeric",
            "IsBoolean", "isBoolean",
            "IsTimestamp", "isTimestamp");
    private static final Map<String, String> WORDS = Map.of(
            "StringEquals", "equalTo",
            "StringGreaterThan", "greaterThan",
            "StringLessThan", "lessThan",
            "StringMatches", "matches",
            "NumericEquals", "equalTo",
            "NumericGreaterThan", "greaterThan",
            "NumericGreaterThanEquals", "greaterThanOrEqualTo",
            "NumericLessThan", "lessThan",
            "NumericLessThanEquals", "lessThanOrEqualTo");

    private Conditions() {}

    /** Calls back for every path that a rule reads, with the Java type that its operator asks for. */
    static void readings(JsonNode rule, BiConsumer<String, String> reading) {
        parts(rule).forEach(part -> readings(part, reading));
        String variable = rule.path("Variable").asString("");
        operator(rule).ifPresent(operator -> {
            JsonNode operand = rule.get(operator);
            String type = type(operator);
            reading.accept(variable, type);
            if (operator.endsWith(PATH) && operand.isString()) {
                reading.accept(operand.stringValue(), type);
            }
        });
    }

    private static Iterable<JsonNode> parts(JsonNode rule) {
        if (rule.has("Not")) {
            return List.of(rule.get("Not"));
        }
        return rule.has("And") ? rule.get("And") : rule.path("Or");
    }

    private static Optional<String> operator(JsonNode rule) {
        return rule.has("Variable")
                ? rule.propertyNames().stream()
                        .filter(name -> name.matches("(String|Numeric|Boolean|Timestamp|Is)[A-Z].*"))
                        .findFirst()
                : Optional.empty();
    }

    private static String type(String operator) {
        if (operator.startsWith("String")) {
            return "String";
        }
        if (operator.startsWith("Numeric")) {
            return "Double";
        }
        if (operator.startsWith("Boolean")) {
            return "Boolean";
        }
        return operator.startsWith("Timestamp") ? Document.UNKNOWN : "";
    }

    /** Returns a rule, given without its target, as a typed condition; empty if that would be written otherwise. */
    static Optional<Code> of(JsonNode rule, Document document) {
        if (rule.has("Not") && rule.size() == 1) {
            return of(rule.get("Not"), document).map(inner -> Code.call("not", inner));
        }
        if ((rule.has("And") || rule.has("Or")) && rule.size() == 1) {
            return logic(rule.has("And") ? "and" : "or", rule.iterator().next(), document);
        }
        String comment = rule.path("Comment").asString("");
        boolean plain = rule.size() == (comment.isEmpty() ? 2 : 3);
        return operator(rule)
                .filter(operator -> plain)
                .flatMap(operator -> comparison(rule, operator, document))
                .map(code -> comment.isEmpty() ? code : code.then(Code.call("comment", Literals.string(comment))));
    }

    /**
     * The DSL takes a chain of the same word for one list, so the first part must not be such a list itself. A part without words
     * stands as it is among those that have them.
     */
    private static Optional<Code> logic(String word, JsonNode parts, Document document) {
        if (!parts.isArray() || parts.size() < 2 || parts.get(0).has(word.equals("and") ? "And" : "Or")) {
            return Optional.empty();
        }
        List<Optional<Code>> typed =
                parts.valueStream().map(part -> of(part, document)).toList();
        if (typed.stream().allMatch(Optional::isEmpty) || !parts.valueStream().allMatch(JsonNode::isObject)) {
            return Optional.empty();
        }
        Code all = typed.get(0).orElseGet(() -> asItStands("Dsl.<" + document.type() + ">", parts.get(0)));
        for (int i = 1; i < typed.size(); i++) {
            JsonNode part = parts.get(i);
            all = all.then(Code.call(word, typed.get(i).orElseGet(() -> asItStands("", part))));
        }
        return Optional.of(all);
    }

    private static Code asItStands(String witness, JsonNode rule) {
        return Code.call(witness + "condition", Literals.jsonText(rule));
    }

    private static Optional<Code> comparison(JsonNode rule, String operator, Document document) {
        String variable = rule.path("Variable").asString("");
        JsonNode operand = rule.get(operator);
        Optional<Code> path = document.path(variable);
        String question = QUESTIONS.getOrDefault(operator, "");
        if (!question.isEmpty()) {
            return path.filter(code -> operand.isBoolean() && operand.booleanValue())
                    .map(code -> code.then(Code.call(question)));
        }
        String type = type(operator);
        if (path.isEmpty()
                || type.isEmpty()
                || !document.typeAt(variable).orElse("").equals(type)) {
            return Optional.empty();
        }
        if (operator.equals("BooleanEquals") && operand.isBoolean()) {
            return path.map(code -> code.then(Code.call(operand.booleanValue() ? "isTrue" : "isFalse")));
        }
        boolean other = operator.endsWith(PATH);
        String word = WORDS.get(other ? operator.substring(0, operator.length() - PATH.length()) : operator);
        Optional<Code> right = other ? otherPath(operand, type, document) : literal(operand, type);
        return word == null || other && !word.equals("equalTo") && type.equals("String")
                ? Optional.empty()
                : right.flatMap(value -> path.map(code -> code.then(Code.call(word, value))));
    }

    private static Optional<Code> otherPath(JsonNode operand, String type, Document document) {
        String path = operand.asString("");
        return document.typeAt(path).filter(type::equals).flatMap(same -> document.path(path));
    }

    private static Optional<Code> literal(JsonNode operand, String type) {
        if (type.equals("String")) {
            return operand.isString() && operand.stringValue().indexOf('\\') < 0
                    ? Optional.of(Literals.string(operand.stringValue()))
                    : Optional.empty();
        }
        return operand.isNumber() && operand.decimalValue().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0
                ? Literals.number(operand).map(Code::word)
                : Optional.empty();
    }
}
