package dev.stepwright.jsonata.value;

import dev.stepwright.jsonata.error.JsonataException;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;

/** Numbers: whole ones exact in 64 bits, all others doubles; a double that is whole and fits is a whole number. */
public final class Numbers {
    private static final double TWO_63 = 0x1p63;

    private Numbers() {}

    public static JsonNode of(long value) {
        int narrow = (int) value;
        return narrow == value ? IntNode.valueOf(narrow) : LongNode.valueOf(value);
    }

    public static JsonNode of(double value) {
        long whole = (long) value;
        return whole == value && Math.abs(value) < TWO_63 ? of(whole) : DoubleNode.valueOf(value);
    }

    /** Returns the nearest double, infinite beyond its range. */
    public static double toDouble(JsonNode number) {
        return number.isBigDecimal() || number.isBigInteger()
                ? number.decimalValue().doubleValue()
                : number.doubleValue();
    }

    /** Returns the number that decimal digits stand for: exact if it is whole and fits 64 bits. */
    public static JsonNode parse(String digits) {
        boolean whole = digits.length() < 19 && digits.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
        return whole ? of(Long.parseLong(digits)) : canonical(new DecimalNode(new BigDecimal(digits)));
    }

    /** Returns whether a number is held as 64 bits; one that only has a whole value may not be, see {@link #canonical}. */
    public static boolean isWhole(JsonNode number) {
        return number.isInt() || number.isLong();
    }

    /** Returns an equal number in one of the three forms in use: int, long, double. */
    public static JsonNode canonical(JsonNode number) {
        if (number.isInt() || number.isLong() || number.isDouble()) {
            return number;
        }
        if (number.isBigInteger() || number.isBigDecimal()) {
            return ofDecimal(number.decimalValue());
        }
        return number.isIntegralNumber() ? of(number.longValue()) : of(toDouble(number));
    }

    private static JsonNode ofDecimal(BigDecimal decimal) {
        // Numbers with a huge exponent are doubles; expanding them to digits would take forever.
        if (decimal.scale() <= 0 && decimal.precision() - (long) decimal.scale() <= 19) {
            try {
                return of(decimal.longValueExact());
            } catch (ArithmeticException tooLarge) {
                return of(decimal.doubleValue());
            }
        }
        return of(decimal.doubleValue());
    }

    /**
     * Returns whether a value can be calculated with; not a number (NaN) cannot.
     *
     * @throws JsonataException D1001 if it is infinite
     */
    public static boolean isNumeric(JsonNode value) {
        if (!value.isNumber()) {
            return false;
        }
        if (value.isInt() || value.isLong()) {
            return true;
        }
        double number = toDouble(value);
        if (Double.isInfinite(number)) {
            throw JsonataException.of("D1001", number > 0 ? "Infinity" : "-Infinity");
        }
        return !Double.isNaN(number);
    }

    /** Returns whether a number has no fraction. */
    public static boolean isInteger(JsonNode value) {
        if (!value.isNumber()) {
            return false;
        }
        double number = toDouble(value);
        return isWhole(value) || number == Math.rint(number) && !Double.isInfinite(number);
    }

    /** Returns the number rounded down, cut to the range of long. */
    public static long floor(JsonNode number) {
        return isWhole(number) ? number.longValue() : (long) Math.floor(toDouble(number));
    }

    /** Compares two numbers by value, exactly where both are whole. */
    public static int compare(JsonNode a, JsonNode b) {
        if (a.isDouble() && (b.isDouble() || b.isInt()) || b.isDouble() && a.isInt()) {
            double x = toDouble(a);
            double y = toDouble(b);
            return x < y ? -1 : x > y ? 1 : 0;
        }
        JsonNode left = canonical(a);
        JsonNode right = canonical(b);
        if (isWhole(left) && isWhole(right)) {
            return Long.compare(left.longValue(), right.longValue());
        }
        double x = toDouble(left);
        double y = toDouble(right);
        return x < y ? -1 : x > y ? 1 : 0;
    }

    public static boolean equal(JsonNode a, JsonNode b) {
        if (a.isInt() && b.isInt()) {
            return a.intValue() == b.intValue();
        }
        return !Double.isNaN(toDouble(a)) && !Double.isNaN(toDouble(b)) && compare(a, b) == 0;
    }

    public static JsonNode negate(JsonNode number) {
        JsonNode value = canonical(number);
        return isWhole(value) && value.longValue() != Long.MIN_VALUE ? of(-value.longValue()) : of(-toDouble(value));
    }
}
