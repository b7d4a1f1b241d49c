package dev.stepwright.runtime.evaluate.dashjoin;

import com.dashjoin.jsonata.Jsonata;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON object or array as the library sees it: nothing is converted until it is looked at, and the node itself comes out again. */
interface JsonView {
    JsonNode node();

    /** Returns a value as the library has it. Null is its own value there; a Java null is undefined. */
    static Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> new OfObject(node);
            case ARRAY -> new OfArray(node);
            case STRING -> node.stringValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            default -> Jsonata.NULL_VALUE;
        };
    }

    /** Whole numbers of 64 bits are exact; all others are doubles. */
    private static Number number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return whole(node.longValue());
        }
        if (node.isBigDecimal()) {
            BigDecimal value = node.decimalValue();
            boolean isWhole = value.signum() == 0 || (value.scale() <= 0 && value.precision() - value.scale() <= 18);
            if (isWhole) {
                return whole(value.longValue());
            }
        }
        double value = node.doubleValue();
        return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? whole((long) value) : (Number) value;
    }

    static Number whole(long value) {
        if (value == (int) value) {
            return (int) value;
        }
        return value;
    }

    /** An object. */
    final class OfObject extends AbstractMap<String, Object> implements JsonView {
        private final JsonNode node;

        OfObject(JsonNode node) {
            this.node = node;
        }

        @Override
        public JsonNode node() {
            return node;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            JsonNode value = key instanceof String name ? node.get(name) : null;
            return value == null ? null : of(value);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return key instanceof String name && node.has(name);
        }

        @Override
        public int size() {
            return node.size();
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new Members(node);
        }
    }

    /** The members of an object. */
    final class Members extends AbstractSet<Map.Entry<String, Object>> {
        private final JsonNode node;

        Members(JsonNode node) {
            this.node = node;
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return node.properties().stream()
                    .map(member -> Map.entry(member.getKey(), of(member.getValue())))
                    .iterator();
        }

        @Override
        public int size() {
            return node.size();
        }
    }

    /** An array. */
    final class OfArray extends AbstractList<Object> implements JsonView {
        private final JsonNode node;

        OfArray(JsonNode node) {
            this.node = node;
        }

        @Override
        public JsonNode node() {
            return node;
        }

        @Override
        public Object get(int index) {
            return of(node.get(index));
        }

        @Override
        public int size() {
            return node.size();
        }
    }
}
