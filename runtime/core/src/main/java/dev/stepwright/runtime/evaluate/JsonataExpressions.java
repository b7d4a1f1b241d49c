package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.expression.ValueType;
import dev.stepwright.json.JsonText;
import dev.stepwright.jsonata.Jsonata;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.runtime.evaluate.jsonata.ServiceFunctions;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compiles the templates of JSONata states. ASL: JSONata Concepts. */
public final class JsonataExpressions {
    private JsonataExpressions() {}

    /**
     * Compiles a value with expressions in it.
     *
     * @param template each string of it that is an expression, at any depth, is replaced by its value; all else is literal
     * @param field the slash path of the field within its state, for example {@code Output}; the location of failures
     * @return fails with {@code States.QueryEvaluationError} where an expression fails or has no value
     * @throws IllegalArgumentException if an expression is no JSONata
     */
    public static Expression template(JsonNode template, String field) {
        return value(template, field, ValueType.ANY);
    }

    /**
     * Compiles a value with expressions in it that must be of one type.
     *
     * @param expected the type of the whole value; checked where the whole template is one expression
     * @see #template
     */
    public static Expression value(JsonNode template, String field, ValueType expected) {
        if (template.isString()) {
            return JsonataMarks.surround(template)
                    ? expression(JsonataMarks.inside(template.stringValue()), field, expected)
                    : new Literal(template);
        }
        if (template.isObject()) {
            return object(template, field);
        }
        return template.isArray()
                ? ArrayTemplate.of(template, field, JsonataExpressions::template)
                : new Literal(template);
    }

    private static Expression expression(String text, String field, ValueType expected) {
        try {
            return new JsonataField(Jsonata.parse(text, ServiceFunctions.library()), text, field, expected);
        } catch (JsonataException e) {
            String unfilled = text.contains("${") ? "; give the placeholder in it a value first" : "";
            throw new IllegalArgumentException(
                    field + " " + JsonText.quote(text) + ": no JSONata: " + e.getMessage() + unfilled, e);
        }
    }

    private static Expression object(JsonNode template, String field) {
        Map<String, Expression> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : template.properties()) {
            members.put(member.getKey(), template(member.getValue(), field + "/" + member.getKey()));
        }
        boolean literal = members.values().stream().allMatch(Literal.class::isInstance);
        return literal ? new Literal(template) : new ObjectTemplate(members);
    }
}
