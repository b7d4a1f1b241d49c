package dev.stepwright.runtime.evaluate.dashjoin;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Converts what the library gives to JSON. */
final class JsonResult {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double LONG_RANGE = 0x1p63;

    private final Meter meter;
    private long count;

    /** @param meter stops the conversion of values that are too large written out */
    JsonResult(Meter meter) {
        this.meter = meter;
    }

    /** Returns the JSON of a value; null for undefined. */
    @Nullable
    JsonNode of(@Nullable Object value) {
        return value == null ? null : defined(value);
    }

    private JsonNode defined(Object value) {
        meter.checkElements(count++ / 2);
        if (value instanceof JsonView view) {
            return view.node();
        }
        if (value == Jsonata.NULL_VALUE) {
            return NODES.nullNode();
        }
        if (value instanceof String text) {
            return NODES.stringNode(text);
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (Utils.isFunction(value) || Functions.isLambda(value) || value instanceof Pattern) {
            throw new FunctionValue();
        }
        if (value instanceof Collection<?> list) {
            return array(list);
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        throw new IllegalStateException("JSONata gave a " + value.getClass().getName());
    }

    private JsonNode array(Collection<?> list) {
        ArrayNode array = NODES.arrayNode(list.size());
        for (Object element : list) {
            array.add(element == null ? NODES.nullNode() : defined(element));
        }
        return array;
    }

    private JsonNode object(Map<?, ?> map) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        map.forEach(
                (key, value) -> members.put(String.valueOf(key), value == null ? NODES.nullNode() : defined(value)));
        return new ObjectNode(NODES, members);
    }

    /** AWS: what is not finite is its name as a string. */
    private static JsonNode number(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            long value = number.longValue();
            return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
        }
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            return NODES.stringNode(Double.toString(value));
        }
        return value == Math.rint(value) && Math.abs(value) < LONG_RANGE
                ? number((long) value)
                : NODES.numberNode(value);
    }

    /** The value is, or holds, a function. Has no stack trace. */
    static final class FunctionValue extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FunctionValue() {
            super("a function", null, false, false);
        }
    }
}
