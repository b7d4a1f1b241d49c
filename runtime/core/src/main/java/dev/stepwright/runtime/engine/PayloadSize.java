package dev.stepwright.runtime.engine;

import dev.stepwright.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Tells whether a value is too large, without making its text in the common case that it is far from it. */
final class PayloadSize {
    /** No character of a string takes more bytes: a control character is escaped with six. */
    private static final int WIDEST_CHARACTER = 6;

    /** No int, boolean or null takes more. */
    private static final int WIDEST_WORD = 11;

    /** No long or double takes more. */
    private static final int WIDEST_NUMBER = 26;

    private PayloadSize() {}

    /** Returns whether the value's compact JSON text has more bytes in UTF-8 than allowed. */
    static boolean exceeds(JsonNode value, int limit) {
        return bound(value, limit) > limit && JsonText.compact(value).getBytes(StandardCharsets.UTF_8).length > limit;
    }

    /** Returns a number of bytes that is certainly enough, or, once that is more than the limit, any number above it. */
    private static long bound(JsonNode value, int limit) {
        if (value instanceof ObjectNode object) {
            return bound(object, limit);
        }
        if (value instanceof ArrayNode array) {
            return bound(array, limit);
        }
        if (value instanceof StringNode text) {
            return 2 + (long) WIDEST_CHARACTER * text.stringValue().length();
        }
        if (value instanceof IntNode || !value.isNumber()) {
            return WIDEST_WORD;
        }
        return value.isLong() || value.isDouble()
                ? WIDEST_NUMBER
                : JsonText.compact(value).length();
    }

    private static long bound(ObjectNode object, int limit) {
        long sum = 2;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            sum += 4 + (long) WIDEST_CHARACTER * member.getKey().length() + bound(member.getValue(), limit);
            if (sum > limit) {
                break;
            }
        }
        return sum;
    }

    private static long bound(ArrayNode array, int limit) {
        long sum = 2;
        for (int i = 0; i < array.size() && sum <= limit; i++) {
            sum += 1 + bound(array.get(i), limit);
        }
        return sum;
    }
}
