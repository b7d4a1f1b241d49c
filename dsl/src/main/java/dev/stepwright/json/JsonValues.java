package dev.stepwright.json;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** JSON values compared as values: numbers by what they stand for (1, 1.0 and 1e0 are equal), objects whatever the order of their members. */
public final class JsonValues {
    private JsonValues() {}

    /** Returns whether two values are equal. */
    @SuppressWarnings("ReferenceEquality") // the same tree needs no comparison
    public static boolean equal(JsonNode a, JsonNode b) {
        if (a == b) {
            return true;
        }
        if (a.isNumber() && b.isNumber()) {
            return equalNumbers(a, b);
        }
        if (a.isObject() && b.isObject()) {
            return equalObjects(a, b);
        }
        if (a.isArray() && b.isArray()) {
            return equalArrays(a, b);
        }
        if (a.isString() && b.isString()) {
            return a.stringValue().equals(b.stringValue());
        }
        return a.getNodeType() == b.getNodeType() && a.equals(b);
    }

    /** Returns a hash code that agrees with {@link #equal}. */
    public static int hash(JsonNode node) {
        if (node.isNumber()) {
            return Double.hashCode(nearestDouble(node) + 0.0);
        }
        if (node.isString()) {
            return node.stringValue().hashCode();
        }
        int hash = node.getNodeType().ordinal();
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                hash += member.getKey().hashCode() * 31 ^ hash(member.getValue());
            }
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                hash = 31 * hash + hash(element);
            }
        } else if (node.isBoolean()) {
            hash += Boolean.hashCode(node.booleanValue());
        }
        return hash;
    }

    /** Returns the double nearest to a number; infinite for one beyond all doubles, for which Jackson's own method throws. */
    public static double nearestDouble(JsonNode number) {
        return number.isInt() || number.isDouble()
                ? number.doubleValue()
                : isFinite(number) ? decimal(number).doubleValue() : number.doubleValue();
    }

    /** Returns the order of two numbers by what they stand for: negative, 0 or positive. */
    public static int compareNumbers(JsonNode a, JsonNode b) {
        if (a.isIntegralNumber() && b.isIntegralNumber() && a.canConvertToLong() && b.canConvertToLong()) {
            return Long.compare(a.longValue(), b.longValue());
        }
        return isFinite(a) && isFinite(b)
                ? decimal(a).compareTo(decimal(b))
                : Double.compare(a.doubleValue(), b.doubleValue());
    }

    /** Returns whether arrays and objects are nested deeper than so many levels; a value that is neither has none. */
    public static boolean isDeeperThan(JsonNode node, int levels) {
        if (!node.isContainer()) {
            return false;
        }
        if (levels == 0) {
            return true;
        }
        for (JsonNode child : node) {
            if (isDeeperThan(child, levels - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equalNumbers(JsonNode a, JsonNode b) {
        if (a.isInt() && b.isInt()) {
            return a.intValue() == b.intValue();
        }
        return isFinite(a) && isFinite(b)
                ? decimal(a).compareTo(decimal(b)) == 0
                : Double.compare(a.doubleValue(), b.doubleValue()) == 0;
    }

    private static boolean isFinite(JsonNode number) {
        return !(number.isDouble() || number.isFloat()) || Double.isFinite(number.doubleValue());
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.decimalValue();
    }

    private static boolean equalObjects(JsonNode a, JsonNode b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> member : a.properties()) {
            JsonNode other = b.get(member.getKey());
            if (other == null || !equal(member.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalArrays(JsonNode a, JsonNode b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!equal(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }
}
