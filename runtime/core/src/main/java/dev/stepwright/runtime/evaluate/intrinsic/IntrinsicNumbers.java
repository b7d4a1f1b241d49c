package dev.stepwright.runtime.evaluate.intrinsic;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.time.Chance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** The intrinsic functions of numbers. Their arguments are rounded to whole numbers first, halves up. */
final class IntrinsicNumbers {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private IntrinsicNumbers() {}

    static JsonNode add(JsonNode a, JsonNode b) {
        long left = whole(a);
        long right = whole(b);
        try {
            return IntrinsicBodies.NODES.numberNode(Math.addExact(left, right));
        } catch (ArithmeticException e) {
            throw new IntrinsicBody.Refusal("The sum of " + left + " and " + right + " does not fit in 64 bits.");
        }
    }

    /** A seed makes the number follow from the arguments alone. */
    static JsonNode random(JsonNode[] arguments, Chance chance) {
        long from = whole(arguments[0]);
        long to = whole(arguments[1]);
        if (from >= to) {
            throw new IntrinsicBody.Refusal(
                    "The first argument must be less than the second, found " + from + " and " + to + ".");
        }
        if (arguments.length == 2) {
            return IntrinsicBodies.NODES.numberNode(chance.nextLong(from, to));
        }
        return IntrinsicBodies.NODES.numberNode(
                new Random(whole(arguments[2])).longs(1, from, to).findFirst().orElseThrow());
    }

    /** AWS: -2.5 becomes -2. */
    static long whole(JsonNode number) {
        if (number.isIntegralNumber() && number.canConvertToLong()) {
            return number.longValue();
        }
        BigDecimal value = number.decimalValue();
        long digits = (long) value.precision() - value.scale(); // before the point
        if (digits < 0) {
            return 0; // less than a tenth; adding to it would make all the zeros of 1E-9999999
        }
        if (digits <= 19) {
            try {
                return value.add(HALF).setScale(0, RoundingMode.FLOOR).longValueExact();
            } catch (ArithmeticException e) {
                throw tooLarge(number);
            }
        }
        throw tooLarge(number);
    }

    private static IntrinsicBody.Refusal tooLarge(JsonNode number) {
        return new IntrinsicBody.Refusal("The number " + JsonText.excerpt(number) + " does not fit in 64 bits.");
    }

    /** Returns a whole number of an {@code int}. */
    static int index(JsonNode number, String what) {
        long value = whole(number);
        if (value != (int) value) {
            throw new IntrinsicBody.Refusal(what + " is out of range: " + value + ".");
        }
        return (int) value;
    }
}
