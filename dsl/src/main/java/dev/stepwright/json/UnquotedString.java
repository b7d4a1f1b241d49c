package dev.stepwright.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A string that has no quotes in its text, which is JSON only when something else is put in its place. */
final class UnquotedString extends StringNode {
    private static final long serialVersionUID = 1L;

    UnquotedString(String value) {
        super(value);
    }

    /** Returns the same value, in which these are printed without quotes. */
    static JsonNode printable(JsonNode value) {
        if (value instanceof UnquotedString) {
            return new LexicalString(value.stringValue(), value.stringValue());
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> object.set(member.getKey(), printable(member.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(printable(element)));
            return array;
        }
        return value;
    }
}
