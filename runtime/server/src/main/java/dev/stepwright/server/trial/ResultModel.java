package dev.stepwright.server.trial;

import dev.stepwright.server.api.ApiError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What one operation of a service answers. A shape is a text (a type, then {@code >=least}, {@code <=most} or {@code |word|word}), a list
 * (of one shape), an object with the member {@code *} (a map), or one with the members of a structure; those whose names end in {@code !}
 * are required.
 *
 * @param shapes by their names
 * @param root the name of the answer's shape
 */
record ResultModel(JsonNode shapes, String root) {
    /**
     * Checks a mocked result. Members that the model does not have are not regarded.
     *
     * @param isStrict whether required members must be there
     * @throws ApiError in the words of AWS if it does not fit
     */
    void check(JsonNode result, boolean isStrict) {
        new Check(isStrict).members(result, shapes.path(root));
    }

    private final class Check {
        private final boolean isStrict;

        Check(boolean isStrict) {
            this.isStrict = isStrict;
        }

        void members(JsonNode value, JsonNode shape) {
            for (Map.Entry<String, JsonNode> member : shape.properties()) {
                boolean isRequired = member.getKey().endsWith("!");
                String name = isRequired
                        ? member.getKey().substring(0, member.getKey().length() - 1)
                        : member.getKey();
                JsonNode found = value.get(name);
                if (found != null && !found.isNull()) {
                    value(name, found, shapes.path(member.getValue().stringValue()));
                } else if (isRequired && isStrict) {
                    throw problem("Required field '" + name + "' is missing");
                }
            }
        }

        private void value(String field, JsonNode value, JsonNode shape) {
            if (shape.isString()) {
                scalar(field, value, shape.stringValue());
            } else if (shape.isArray()) {
                expect(value.isArray(), field, "must be an array");
                value.forEach(element ->
                        value(field, element, shapes.path(shape.path(0).stringValue())));
            } else {
                expect(value.isObject(), field, "must be an object");
                if (shape.has("*")) {
                    JsonNode values = shapes.path(shape.path("*").stringValue());
                    value.properties().forEach(entry -> value(entry.getKey(), entry.getValue(), values));
                } else {
                    members(value, shape);
                }
            }
        }
    }

    private static void scalar(String field, JsonNode value, String shape) {
        List<String> parts = Arrays.asList(shape.split("(?=[<>]=)|\\|"));
        switch (parts.get(0)) {
            case "string" -> {
                expect(value.isString(), field, "must be a string");
                text(field, value.stringValue(), shape.contains("|"), parts.subList(1, parts.size()));
            }
            case "number" -> {
                expect(value.isNumber(), field, "must be a number");
                parts.stream().skip(1).forEach(limit -> number(field, value.doubleValue(), limit));
            }
            case "boolean" -> expect(value.isBoolean(), field, "must be a boolean");
            default -> {
                // Anything may stand here.
            }
        }
    }

    private static void text(String field, String text, boolean isWord, List<String> allowed) {
        if (isWord) {
            expect(allowed.contains(text), field, "is not an expected value");
        } else {
            allowed.forEach(
                    least -> expect(text.length() >= limit(least), field, "is smaller than the minimum length"));
        }
    }

    private static void number(String field, double value, String limit) {
        if (limit.startsWith(">")) {
            expect(value >= limit(limit), field, "is less than the minimum value");
        } else {
            expect(value <= limit(limit), field, "exceeds the maximum value");
        }
    }

    private static double limit(String text) {
        return Double.parseDouble(text.substring(2));
    }

    private static void expect(boolean isMet, String field, String otherwise) {
        if (!isMet) {
            throw problem("Field '" + field + "' " + otherwise);
        }
    }

    private static ApiError problem(String text) {
        return ApiError.validation("Mock result schema validation error: " + text);
    }
}
