package dev.stepwright.runtime.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compiles payload templates to trees of small nodes. */
final class PayloadTemplates {
    private static final String DYNAMIC = ".$";

    private PayloadTemplates() {}

    static Expression compile(JsonNode template, String field) {
        if (template.isObject()) {
            return object(template, field);
        }
        return template.isArray() ? array(template, field) : new Literal(template);
    }

    private static Expression object(JsonNode template, String field) {
        List<String> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Map.Entry<String, JsonNode> member : template.properties()) {
            String key = member.getKey();
            boolean dynamic = key.endsWith(DYNAMIC);
            String name = dynamic ? key.substring(0, key.length() - DYNAMIC.length()) : key;
            if (!known.add(name)) {
                throw new IllegalArgumentException(field + ": the members '" + name + "' and '" + name + DYNAMIC
                        + "' give the same name; remove one");
            }
            names.add(name);
            values.add(
                    dynamic ? dynamic(member.getValue(), key, field) : compile(member.getValue(), field + "/" + key));
        }
        boolean literal = names.size() == template.size()
                && values.stream().allMatch(value -> value instanceof Literal)
                && template.propertyNames().stream().noneMatch(key -> key.endsWith(DYNAMIC));
        return literal
                ? new Literal(template)
                : new ObjectTemplate(names.toArray(String[]::new), values.toArray(Expression[]::new));
    }

    private static Expression dynamic(JsonNode value, String key, String field) {
        if (!value.isString()) {
            throw new IllegalArgumentException(
                    field + "/" + key + ": the value must be a string that holds a path or a call of an"
                            + " intrinsic function, found " + value);
        }
        return JsonPathExpressions.member(value.stringValue(), field + "/" + key, key);
    }

    private static Expression array(JsonNode template, String field) {
        Expression[] elements = new Expression[template.size()];
        boolean literal = true;
        for (int i = 0; i < elements.length; i++) {
            elements[i] = compile(template.get(i), field + "[" + i + "]");
            literal &= elements[i] instanceof Literal;
        }
        return literal ? new Literal(template) : new ArrayTemplate(elements);
    }
}
