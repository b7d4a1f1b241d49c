package dev.stepwright.jsonata.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/** The text of a number as ECMAScript prints it, fractions cut to 15 significant digits. */
public final class NumberText {
    private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_UP);
    private static final int PLAIN_DIGITS = 21;
    private static final int PLAIN_ZEROS = -6;

    private NumberText() {}

    /** Returns whole numbers in full, others with at most 15 digits; an exponent below 1e-6 and from 1e21. */
    public static String of(JsonNode number) {
        JsonNode value = Numbers.canonical(number);
        return Numbers.isWhole(value) ? Long.toString(value.longValue()) : of(Numbers.toDouble(value));
    }

    static String of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return value == 0 ? "0" : ecma(new BigDecimal(Double.toString(value)), value);
    }

    private static String ecma(BigDecimal printed, double value) {
        boolean whole = value == Math.rint(value);
        BigDecimal shortest = whole || Math.abs(value) < Double.MIN_NORMAL ? shortest(printed, value) : printed;
        BigDecimal rounded = whole || shortest.precision() <= 15 ? shortest : new BigDecimal(value).round(FIFTEEN);
        BigDecimal digits = rounded.stripTrailingZeros();
        int point = digits.precision() - digits.scale();
        if (point <= PLAIN_ZEROS || point > PLAIN_DIGITS) {
            return exponential(digits, point - 1);
        }
        return digits.toPlainString();
    }

    /** Before JDK 19 a number may be printed with more digits than identify it. */
    private static BigDecimal shortest(BigDecimal printed, double value) {
        BigDecimal shortest = printed;
        for (int digits = shortest.precision() - 1; digits > 0; digits--) {
            BigDecimal shorter = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() != value) {
                break;
            }
            shortest = shorter;
        }
        return shortest;
    }

    private static String exponential(BigDecimal number, int exponent) {
        String digits = number.unscaledValue().abs().toString();
        StringBuilder out = new StringBuilder();
        if (number.signum() < 0) {
            out.append('-');
        }
        out.append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        return out.append('e')
                .append(exponent < 0 ? '-' : '+')
                .append(Math.abs(exponent))
                .toString();
    }
}
