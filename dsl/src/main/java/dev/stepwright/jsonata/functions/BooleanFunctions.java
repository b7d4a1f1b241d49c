package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Truth;
import dev.stepwright.jsonata.value.Undefined;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/** Truth, types and errors. */
final class BooleanFunctions {
    private BooleanFunctions() {}

    static void addTo(Registry registry) {
        registry.onDefined("boolean", "<x-:b>", (a, c, e) -> BooleanNode.valueOf(Truth.of(a[0], e)));
        registry.onDefined("not", "<x-:b>", (a, c, e) -> BooleanNode.valueOf(!Truth.of(a[0], e)));
        registry.add("exists", "<x:b>", (a, c, e) -> BooleanNode.valueOf(!a[0].isMissingNode()));
        registry.onDefined("type", "<x:s>", (a, c, e) -> StringNode.valueOf(type(a[0])));
        registry.add("error", "<s?:x>", (a, c, e) -> {
            throw failure("D3137", a[0], "$error() function evaluated");
        });
        registry.add("assert", "<bs?:x>", (a, c, e) -> {
            if (!a[0].isBoolean() || !a[0].booleanValue()) {
                throw failure("D3141", a[1], "$assert() statement failed");
            }
            return Undefined.VALUE;
        });
    }

    private static JsonataException failure(String code, JsonNode message, String otherwise) {
        String text = message.asString("");
        return JsonataException.of(code).with("message", text.isEmpty() ? otherwise : text);
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "null";
            case NUMBER -> "number";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT -> "object";
            default -> "function";
        };
    }
}
