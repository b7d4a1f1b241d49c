package dev.stepwright.runtime.evaluate.dashjoin;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as JSONata prints them: fractions with 15 digits, exponents from 1e21 on and below 1e-6. */
final class NumberText {
    private static final MathContext DIGITS = new MathContext(15);
    private static final int LARGEST_EXPONENT = 20;
    private static final int SMALLEST_EXPONENT = -6;

    private NumberText() {}

    static String of(Number number) {
        if (!(number instanceof Double value)) {
            return number.toString();
        }
        if (value == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return value.toString();
        }
        BigDecimal shortest = new BigDecimal(value.toString());
        BigDecimal digits = value == Math.rint(value) ? shortest : shortest.round(DIGITS);
        return text(digits.stripTrailingZeros());
    }

    private static String text(BigDecimal digits) {
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= SMALLEST_EXPONENT && exponent <= LARGEST_EXPONENT) {
            return digits.toPlainString();
        }
        String all = digits.unscaledValue().abs().toString();
        String mantissa = all.length() == 1 ? all : all.charAt(0) + "." + all.substring(1);
        return (digits.signum() < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "" : "+") + exponent;
    }
}
