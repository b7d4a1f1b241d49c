package dev.stepwright.runtime.engine;

import dev.stepwright.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tells whether a value is too large, without making its text in the common case that it is far from it. */
final class PayloadSize {
    /** No character of a string takes more bytes: a control character is escaped with six. */
    private static final int WIDEST_CHARACTER = 6;

    private static final int WIDEST_NUMBER = 400;

    private PayloadSize() {}

    /** Returns whether the value's compact JSON text has more bytes in UTF-8 than allowed. */
    static boolean exceeds(JsonNode value, int limit) {
        return bound(value, limit) > limit && JsonText.compact(value).getBytes(StandardCharsets.UTF_8).length > limit;
    }

    /** Returns a number of bytes that is certainly enough, or, once that is more than the limit, any number above it. */
    private static long bound(JsonNode value, int limit) {
        if (value.isString()) {
            return 2 + (long) WIDEST_CHARACTER * value.stringValue().length();
        }
        if (!value.isContainer()) {
            return value.isNumber() && !value.isInt() && !value.isLong() ? WIDEST_NUMBER : 20;
        }
        long sum = 2;
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                sum += 4 + (long) WIDEST_CHARACTER * member.getKey().length() + bound(member.getValue(), limit);
                if (sum > limit) {
                    return sum;
                }
            }
        } else {
            for (JsonNode element : value) {
                sum += 1 + bound(element, limit);
                if (sum > limit) {
                    return sum;
                }
            }
        }
        return sum;
    }
}
