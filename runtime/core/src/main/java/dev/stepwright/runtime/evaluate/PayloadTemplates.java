package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.TemplateKey;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compiles payload templates to trees of small nodes. */
final class PayloadTemplates {
    private PayloadTemplates() {}

    static Expression compile(JsonNode template, String field) {
        if (template.isObject()) {
            return object(template, field);
        }
        return template.isArray()
                ? ArrayTemplate.of(template, field, PayloadTemplates::compile)
                : new Literal(template);
    }

    private static Expression object(JsonNode template, String field) {
        Map<String, Expression> values = new LinkedHashMap<>();
        boolean literal = true;
        for (Map.Entry<String, JsonNode> member : template.properties()) {
            TemplateKey key = TemplateKey.of(member.getKey());
            Expression value = key.isDynamic()
                    ? dynamic(member.getValue(), key.written(), field)
                    : compile(member.getValue(), field + "/" + key.name());
            if (values.put(key.name(), value) != null) {
                throw new IllegalArgumentException(field + ": the members \"" + key.name() + "\" and \"" + key.name()
                        + ".$\" give the same name; remove one");
            }
            literal &= !key.isDynamic() && value instanceof Literal;
        }
        return literal ? new Literal(template) : new ObjectTemplate(values);
    }

    private static Expression dynamic(JsonNode value, String key, String field) {
        if (!value.isString()) {
            throw new IllegalArgumentException(
                    field + "/" + key + ": the value must be a string that holds a path or a call of an"
                            + " intrinsic function, found " + value);
        }
        return JsonPathExpressions.member(value.stringValue(), field + "/" + key, key);
    }
}
