package dev.stepwright.runtime.engine;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.evaluate.ResultPath;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Tells whether a value is too large or too deep, without making its text in the common case that it is far from it. */
final class PayloadSize {
    /** No character of a string takes more bytes: a control character is escaped with six. */
    private static final int WIDEST_CHARACTER = 6;

    /** No int, boolean or null takes more. */
    private static final int WIDEST_WORD = 11;

    /** No long or double takes more. */
    private static final int WIDEST_NUMBER = 26;

    /** More than any limit, and not so much that adding to it overflows. */
    private static final long TOO_DEEP = 1L << 40;

    static final String TOO_LARGE = "with a size exceeding the maximum number of bytes service limit";

    /** The bound of a value that has not been measured. */
    static final long UNKNOWN = -1;

    private PayloadSize() {}

    /**
     * Returns a number of bytes that is certainly enough for a value made from another one, or any number above the limit. What both share
     * is not walked again, so that a state costs what it adds.
     *
     * @param from whose bound is known; that includes what the value does not have any more
     * @param known the bound of {@code from}, or {@link #UNKNOWN}
     */
    @SuppressWarnings("ReferenceEquality") // only what is the same object has been measured
    static long bound(JsonNode value, JsonNode from, long known, int limit) {
        if (known == UNKNOWN || !(value instanceof ObjectNode object) || !(from instanceof ObjectNode origin)) {
            return bound(value, limit, JsonDocument.MAX_DEPTH);
        }
        long sum = known + added(object, origin, limit);
        return sum <= limit ? sum : bound(value, limit, JsonDocument.MAX_DEPTH);
    }

    /** Returns a bound that is known, or one that is made now, or any number above the limit. */
    static long known(long bound, JsonNode value, int limit) {
        return bound == UNKNOWN ? bound(value, limit, JsonDocument.MAX_DEPTH) : bound;
    }

    /** Most members stand where they stood before, so they are looked for there first. */
    @SuppressWarnings("ReferenceEquality") // only what is the same object has been measured
    private static long added(ObjectNode object, ObjectNode origin, int limit) {
        long sum = 0;
        Iterator<Map.Entry<String, JsonNode>> before = origin.properties().iterator();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            Map.Entry<String, JsonNode> same = before.hasNext() ? before.next() : member;
            boolean isShared = same != member
                    && same.getValue() == member.getValue()
                    && same.getKey().equals(member.getKey());
            if (!isShared && member.getValue() != origin.get(member.getKey())) {
                sum += member(member, limit, JsonDocument.MAX_DEPTH - 1);
            }
        }
        return sum;
    }

    /** Returns a number of bytes that is certainly enough for what a value adds to an object into which it is put, or any number above the limit. */
    static long added(ResultPath path, JsonNode value, int limit) {
        int levels = JsonDocument.MAX_DEPTH - path.length();
        return levels < 1
                ? TOO_DEEP
                : 4L * path.length() + (long) WIDEST_CHARACTER * path.namesLength() + bound(value, limit, levels);
    }

    private static long member(Map.Entry<String, JsonNode> member, int limit, int levels) {
        return 4 + (long) WIDEST_CHARACTER * member.getKey().length() + bound(member.getValue(), limit, levels);
    }

    /** Returns how many bytes in UTF-8 the compact JSON text of a value has, or any number above the limit; the latter if it is too deep, too. */
    static long bytes(JsonNode value, int limit) {
        return Optional.of(value)
                .filter(shallow -> !JsonValues.isDeeperThan(shallow, JsonDocument.MAX_DEPTH))
                .flatMap(shallow -> JsonText.compact(shallow, limit))
                .map(text -> (long) text.getBytes(StandardCharsets.UTF_8).length)
                .orElse(limit + 1L);
    }

    /** Returns in what the value exceeds what is allowed, to follow its name in a message; null if in nothing. */
    static @Nullable String excess(JsonNode value, int limit) {
        if (bound(value, limit, JsonDocument.MAX_DEPTH) <= limit) {
            return null;
        }
        if (JsonValues.isDeeperThan(value, JsonDocument.MAX_DEPTH)) {
            return "nested deeper than " + JsonDocument.MAX_DEPTH + " levels";
        }
        return bytes(value, limit) <= limit ? null : TOO_LARGE;
    }

    /** Returns a number of bytes that is certainly enough, or, once that is more than the limit, any number above it. */
    private static long bound(JsonNode value, int limit, int levels) {
        if (value instanceof ObjectNode object) {
            return levels == 0 ? TOO_DEEP : bound(object, limit, levels - 1);
        }
        if (value instanceof ArrayNode array) {
            return levels == 0 ? TOO_DEEP : bound(array, limit, levels - 1);
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

    private static long bound(ObjectNode object, int limit, int levels) {
        long sum = 2;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            sum += member(member, limit, levels);
            if (sum > limit) {
                break;
            }
        }
        return sum;
    }

    private static long bound(ArrayNode array, int limit, int levels) {
        long sum = 2;
        for (int i = 0; i < array.size() && sum <= limit; i++) {
            sum += 1 + bound(array.get(i), limit, levels);
        }
        return sum;
    }
}
