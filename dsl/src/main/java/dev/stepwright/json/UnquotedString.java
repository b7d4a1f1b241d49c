package dev.stepwright.json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.node.StringNode;

/** A string that has no quotes in its text, which is JSON only when something else is put in its place. */
final class UnquotedString extends StringNode {
    private static final long serialVersionUID = 1L;

    UnquotedString(String value) {
        super(value);
    }

    /** What stands for something else than a string, and is printed as it stands. */
    private static final class Unfilled extends POJONode implements Lexeme {
        private static final long serialVersionUID = 1L;

        private record Text(String text) {}

        Unfilled(String text) {
            super(new Text(text));
        }

        @Override
        public String lexeme() {
            return ((Text) getPojo()).text;
        }
    }

    /** Returns the same value, in which these are no strings, and are printed without quotes. */
    static JsonNode unfilled(JsonNode value) {
        if (value instanceof UnquotedString) {
            return new Unfilled(value.stringValue());
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> object.set(member.getKey(), unfilled(member.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(unfilled(element)));
            return array;
        }
        return value;
    }
}
