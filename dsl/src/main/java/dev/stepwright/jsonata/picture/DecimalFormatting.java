package dev.stepwright.jsonata.picture;

import dev.stepwright.jsonata.error.JsonataException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Numbers by decimal pictures such as {@code #,##0.00;(#)}, XPath Functions and Operators 3.1, section 4.7.5. */
public final class DecimalFormatting {
    private final SubPicture picture;
    private final NumberSymbols symbols;
    private final String prefix;
    private final int minimumInteger;
    private final int minimumFraction;
    private final int maximumFraction;
    private final int scaling;

    private DecimalFormatting(SubPicture picture, NumberSymbols symbols, String prefix) {
        this.picture = picture;
        this.symbols = symbols;
        this.prefix = prefix;
        boolean exponential = picture.exponent != null;
        int whole = picture.mandatory(picture.integer);
        int least = picture.mandatory(picture.fraction);
        int most = picture.digits(picture.fraction);
        this.scaling = whole;
        if (whole == 0 && most == 0) {
            least = exponential ? 1 : least;
            most = exponential ? 1 : most;
            whole = exponential ? 0 : 1;
        }
        if (exponential && whole == 0 && picture.integer.contains(symbols.digit())) {
            whole = 1;
        }
        this.minimumInteger = whole;
        this.minimumFraction = whole == 0 && least == 0 ? 1 : least;
        this.maximumFraction = most;
    }

    /**
     * Returns a number by a picture.
     *
     * @throws JsonataException D3080 to D3093 if the picture is wrong
     */
    public static String format(double value, String picture, NumberSymbols symbols) {
        IntegerFormat.checkLength(picture);
        String[] halves = picture.split(Pattern.quote(symbols.patternSeparator()), -1);
        if (halves.length > 2) {
            throw JsonataException.of("D3080");
        }
        SubPicture first = new SubPicture(halves[0], symbols);
        SubPicture second = halves.length == 2 ? new SubPicture(halves[1], symbols) : first;
        if (Double.isNaN(value)) {
            return symbols.notANumber();
        }
        if (value >= 0) {
            return new DecimalFormatting(first, symbols, first.prefix).format(value);
        }
        String sign = halves.length == 2 ? "" : symbols.minusSign();
        return new DecimalFormatting(second, symbols, sign + second.prefix).format(value);
    }

    private String format(double value) {
        double adjusted = Math.abs(value);
        if (picture.text.contains(symbols.percent())) {
            adjusted *= 100;
        } else if (picture.text.contains(symbols.perMille())) {
            adjusted *= 1000;
        }
        int exponent = 0;
        if (picture.exponent != null && adjusted != 0) {
            double most = Math.pow(10, scaling);
            double least = Math.pow(10, scaling - 1.0);
            for (; adjusted < least && Double.isFinite(adjusted); exponent--) {
                adjusted *= 10;
            }
            for (; adjusted > most && Double.isFinite(adjusted); exponent++) {
                adjusted /= 10;
            }
        }
        if (Double.isInfinite(adjusted)) {
            return prefix + symbols.infinity() + picture.suffix;
        }
        String tail = picture.exponent == null ? "" : exponent(exponent, picture.exponent.length());
        return prefix + mantissa(adjusted) + tail + picture.suffix;
    }

    private String mantissa(double value) {
        BigDecimal rounded = new BigDecimal(Double.toString(value)).setScale(maximumFraction, RoundingMode.HALF_EVEN);
        String plain = rounded.toPlainString();
        int point = plain.indexOf('.');
        String whole = strip(point < 0 ? plain : plain.substring(0, point), true);
        String fraction = strip(point < 0 ? "" : plain.substring(point + 1), false);
        whole = "0".repeat(Math.max(0, minimumInteger - whole.length())) + whole;
        fraction = fraction + "0".repeat(Math.max(0, minimumFraction - fraction.length()));
        String written = group(translated(whole));
        String decimals = groupFraction(translated(fraction));
        String fractional = symbols.decimalSeparator() + decimals;
        boolean pointless = !picture.text.contains(symbols.decimalSeparator()) || decimals.isEmpty();
        // without a decimal separator in the picture the reference drops the last character, whichever that is
        return written + (pointless ? fractional.substring(0, fractional.length() - 1) : fractional);
    }

    private static String strip(String digits, boolean leading) {
        int start = 0;
        int end = digits.length();
        while (leading && start < end && digits.charAt(start) == '0') {
            start++;
        }
        while (!leading && end > start && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(start, end);
    }

    private String translated(String digits) {
        StringBuilder out = new StringBuilder(digits);
        for (int i = 0; i < out.length(); i++) {
            out.setCharAt(i, (char) (out.charAt(i) - '0' + symbols.zero()));
        }
        return out.toString();
    }

    private String group(String digits) {
        List<Integer> positions = picture.grouping(picture.integer, false);
        int size = positions.stream().reduce(0, (a, b) -> IntegerPicture.gcd(b, a));
        boolean regular = size > 0 && IntegerPicture.isRegular(positions, size);
        int end = digits.length();
        return separated(
                digits,
                regular
                        ? IntStream.rangeClosed(1, end / size).map(group -> end - group * size)
                        : positions.stream().mapToInt(position -> end - position));
    }

    private String groupFraction(String digits) {
        return separated(
                digits, picture.grouping(picture.fraction, true).stream().mapToInt(position -> position));
    }

    /** A separator stands between digits only. */
    private String separated(String digits, IntStream places) {
        StringBuilder out = new StringBuilder(digits);
        places.filter(place -> place > 0 && place < digits.length())
                .map(place -> -place)
                .sorted()
                .forEach(place -> out.insert(-place, symbols.groupingSeparator()));
        return out.toString();
    }

    private String exponent(int exponent, int size) {
        String digits = Integer.toString(Math.abs(exponent));
        String padded = "0".repeat(Math.max(0, size - digits.length())) + digits;
        return symbols.exponentSeparator() + (exponent < 0 ? symbols.minusSign() : "") + translated(padded);
    }
}
