package dev.stepwright.jsonata.functions;

import com.google.re2j.Pattern;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Numbers. */
final class NumberFunctions {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee][-+]?[0-9]+)?");
    private static final Pattern RADIX = Pattern.compile("0[xX][0-9A-Fa-f]+|0[oO][0-7]+|0[bB][01]+");
    private static final int MOST_DIGITS = 340;

    private NumberFunctions() {}

    static void addTo(Registry registry) {
        registry.onDefined("number", "<(nsb)-:n>", (a, c, e) -> number(a[0]));
        registry.onDefined("abs", "<n-:n>", (a, c, e) -> abs(a[0]));
        registry.onDefined("floor", "<n-:n>", (a, c, e) -> whole(a[0], Math::floor));
        registry.onDefined("ceil", "<n-:n>", (a, c, e) -> whole(a[0], Math::ceil));
        registry.onDefined("round", "<n-n?:n>", (a, c, e) -> round(a[0], a[1]));
        registry.onDefined("sqrt", "<n-:n>", (a, c, e) -> sqrt(a[0]));
        registry.onDefined("power", "<n-n:n>", (a, c, e) -> power(a[0], a[1]));
        registry.add("random", "<:n>", (a, c, e) -> Numbers.of(e.random()));
        registry.onDefined("formatBase", "<n-n?:s>", (a, c, e) -> formatBase(a[0], a[1]));
    }

    private static JsonNode number(JsonNode value) {
        if (value.isNumber()) {
            return value;
        }
        if (value.isBoolean()) {
            return Numbers.of(value.booleanValue() ? 1 : 0);
        }
        String text = value.stringValue();
        if (DECIMAL.matches(text) && text.length() < 2000) {
            if (!Double.isInfinite(Double.parseDouble(text))) {
                return Numbers.parse(text);
            }
        } else if (RADIX.matches(text) && text.length() < 300) {
            int radix = "xX".indexOf(text.charAt(1)) >= 0 ? 16 : "oO".indexOf(text.charAt(1)) >= 0 ? 8 : 2;
            return Numbers.parse(new BigInteger(text.substring(2), radix).toString());
        }
        throw JsonataException.of("D3030", value);
    }

    private static JsonNode abs(JsonNode number) {
        return Numbers.toDouble(number) < 0 ? Numbers.negate(number) : Numbers.canonical(number);
    }

    private static JsonNode whole(JsonNode number, DoubleUnaryOperator rounding) {
        JsonNode value = Numbers.canonical(number);
        return Numbers.isWhole(value) ? value : Numbers.of(rounding.applyAsDouble(Numbers.toDouble(value)));
    }

    private static JsonNode round(JsonNode number, JsonNode precision) {
        JsonNode value = Numbers.canonical(number);
        long digits = precision.isMissingNode() ? 0 : Numbers.floor(precision);
        if (Numbers.isWhole(value) && digits >= 0
                || digits > MOST_DIGITS
                || !Double.isFinite(Numbers.toDouble(value))) {
            return value;
        }
        if (digits < -MOST_DIGITS) {
            return Numbers.of(0);
        }
        BigDecimal exact = Numbers.isWhole(value)
                ? BigDecimal.valueOf(value.longValue())
                : new BigDecimal(Double.toString(Numbers.toDouble(value)));
        BigDecimal rounded = exact.setScale((int) digits, RoundingMode.HALF_EVEN);
        return Numbers.isWhole(value) && rounded.precision() - rounded.scale() <= 18
                ? Numbers.of(rounded.longValueExact())
                : Numbers.of(rounded.doubleValue());
    }

    private static JsonNode sqrt(JsonNode number) {
        if (Numbers.toDouble(number) < 0) {
            throw JsonataException.of("D3060", number);
        }
        return Numbers.of(Math.sqrt(Numbers.toDouble(number)));
    }

    private static JsonNode power(JsonNode base, JsonNode exponent) {
        double result =
                Math.pow(Numbers.toDouble(base), exponent.isMissingNode() ? Double.NaN : Numbers.toDouble(exponent));
        if (!Double.isFinite(result)) {
            throw JsonataException.of("D3061", base).with("exp", exponent);
        }
        boolean whole = Numbers.isWhole(Numbers.canonical(base)) && Numbers.isInteger(exponent);
        if (whole
                && Numbers.toDouble(exponent) >= 0
                && Math.abs(result) < 0x1p62
                && Math.abs(Numbers.toDouble(base)) > 1) {
            return Numbers.of(BigInteger.valueOf(Numbers.floor(Numbers.canonical(base)))
                    .pow((int) Numbers.toDouble(exponent))
                    .longValueExact());
        }
        return Numbers.of(result);
    }

    private static JsonNode formatBase(JsonNode number, JsonNode base) {
        long radix = base.isMissingNode() ? 10 : Numbers.floor(round(base, Numbers.of(0)));
        if (radix < 2 || radix > 36) {
            throw JsonataException.of("D3100", Numbers.of(radix));
        }
        JsonNode value = round(number, Numbers.of(0));
        if (Numbers.isWhole(value)) {
            return StringNode.valueOf(Long.toString(value.longValue(), (int) radix));
        }
        double large = Numbers.toDouble(value);
        return StringNode.valueOf(
                Double.isFinite(large)
                        ? new BigDecimal(large).toBigInteger().toString((int) radix)
                        : Double.toString(large).toLowerCase(Locale.ROOT));
    }
}
