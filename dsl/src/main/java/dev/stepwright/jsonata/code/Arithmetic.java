package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.BinaryOperator;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Undefined;
import tools.jackson.databind.JsonNode;

/** {@code + - * / %}: exact on whole numbers within 64 bits, else on doubles; undefined if one side is. */
public final class Arithmetic extends Code {
    private final BinaryOperator operator;
    private final Code left;
    private final Code right;
    private final int position;

    public Arithmetic(BinaryOperator operator, Code left, Code right, int position) {
        this.operator = operator;
        this.left = left;
        this.right = right;
        this.position = position;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        frame.evaluation.enter();
        JsonNode a = left.eval(input, frame);
        JsonNode b = right.eval(input, frame);
        frame.evaluation.leave();
        if (isPlain(a) && isPlain(b)) {
            return a.isDouble() || b.isDouble()
                    ? Numbers.of(fraction(Numbers.toDouble(a), Numbers.toDouble(b)))
                    : whole(a.longValue(), b.longValue());
        }
        boolean defined = isNumber(a, "T2001") & isNumber(b, "T2002");
        return defined ? calculate(Numbers.canonical(a), Numbers.canonical(b)) : Undefined.VALUE;
    }

    /** Whether a value is certainly a number that can be calculated with. */
    private static boolean isPlain(JsonNode value) {
        return value.isInt() || value.isDouble() && Double.isFinite(Numbers.toDouble(value)) || value.isLong();
    }

    private boolean isNumber(JsonNode value, String code) {
        if (value.isInt()) {
            return true;
        }
        if (value.isMissingNode()) {
            return false;
        }
        try {
            if (Numbers.isNumeric(value)) {
                return true;
            }
        } catch (JsonataException infinite) {
            throw infinite.at(position, operator.text());
        }
        throw JsonataException.of(code, value).at(position, operator.text());
    }

    private JsonNode calculate(JsonNode a, JsonNode b) {
        if (Numbers.isWhole(a) && Numbers.isWhole(b)) {
            return whole(a.longValue(), b.longValue());
        }
        double x = Numbers.toDouble(a);
        double y = Numbers.toDouble(b);
        return Numbers.of(fraction(x, y));
    }

    private JsonNode whole(long a, long b) {
        switch (operator) {
            case ADD -> {
                long sum = a + b;
                return ((a ^ sum) & (b ^ sum)) < 0 ? Numbers.of(fraction(a, b)) : Numbers.of(sum);
            }
            case SUBTRACT -> {
                long difference = a - b;
                return ((a ^ b) & (a ^ difference)) < 0 ? Numbers.of(fraction(a, b)) : Numbers.of(difference);
            }
            case MULTIPLY -> {
                long high = Math.multiplyHigh(a, b);
                long low = a * b;
                return high == low >> 63 ? Numbers.of(low) : Numbers.of(fraction(a, b));
            }
            case DIVIDE -> {
                boolean exact = b != 0 && b != -1 && a % b == 0;
                return exact ? Numbers.of(a / b) : Numbers.of(fraction(a, b));
            }
            default -> {
                return b == 0 ? Numbers.of(Double.NaN) : Numbers.of(a % b);
            }
        }
    }

    private double fraction(double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            default -> a % b;
        };
    }
}
