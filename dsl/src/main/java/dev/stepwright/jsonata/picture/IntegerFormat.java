package dev.stepwright.jsonata.picture;

import dev.stepwright.jsonata.error.JsonataException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** Whole numbers as text. */
public final class IntegerFormat {
    private static final int LONGEST_PICTURE = 1000;

    private IntegerFormat() {}

    /**
     * Returns a number, rounded down, by a picture.
     *
     * @throws JsonataException D3130 for a numbering that is not supported, D3131
     */
    public static String format(double value, String picture) {
        checkLength(picture);
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return format(new BigDecimal(Double.toString(Math.floor(value))).toBigInteger(), IntegerPicture.parse(picture));
    }

    /** Returns a whole number by a picture. */
    public static String format(long value, String picture) {
        checkLength(picture);
        return format(BigInteger.valueOf(value), IntegerPicture.parse(picture));
    }

    static void checkLength(String picture) {
        if (picture.length() > LONGEST_PICTURE) {
            throw JsonataException.of("U1002");
        }
    }

    static String format(BigInteger value, IntegerPicture picture) {
        BigInteger size = value.abs();
        boolean upper = picture.letterCase() == IntegerPicture.LetterCase.UPPER;
        String text = switch (picture.primary()) {
            case LETTERS -> Numerals.letters(size, upper ? 'A' : 'a');
            case ROMAN -> upper ? Numerals.roman(size).toUpperCase(Locale.ROOT) : Numerals.roman(size);
            case WORDS -> words(size, picture);
            case DECIMAL -> decimal(size, picture);
            case SEQUENCE -> throw JsonataException.of("D3130", picture.token());
        };
        return value.signum() < 0 ? "-" + text : text;
    }

    private static String words(BigInteger value, IntegerPicture picture) {
        String words = NumberWords.of(value, picture.ordinal());
        return switch (picture.letterCase()) {
            case UPPER -> words.toUpperCase(Locale.ROOT);
            case LOWER -> words.toLowerCase(Locale.ROOT);
            case TITLE -> words;
        };
    }

    private static String decimal(BigInteger value, IntegerPicture picture) {
        String digits = value.toString();
        StringBuilder out = new StringBuilder();
        out.append("0".repeat(Math.max(0, picture.mandatoryDigits() - digits.length())))
                .append(digits);
        if (picture.zero() != '0') {
            for (int i = 0; i < out.length(); i++) {
                out.setCharAt(i, (char) (out.charAt(i) - '0' + picture.zero()));
            }
        }
        group(out, picture);
        return picture.ordinal() ? out + suffix(out) : out.toString();
    }

    private static void group(StringBuilder out, IntegerPicture picture) {
        if (picture.group() > 0) {
            String character = picture.separators().get(0).character();
            for (int at = out.length() - picture.group(); at > 0; at -= picture.group()) {
                out.insert(at, character);
            }
            return;
        }
        for (int i = picture.separators().size() - 1; i >= 0; i--) {
            IntegerPicture.Separator separator = picture.separators().get(i);
            out.insert(Math.max(0, out.length() - separator.position()), separator.character());
        }
    }

    private static String suffix(CharSequence digits) {
        int length = digits.length();
        boolean teen = length > 1 && digits.charAt(length - 2) == '1';
        return switch (teen ? '0' : digits.charAt(length - 1)) {
            case '1' -> "st";
            case '2' -> "nd";
            case '3' -> "rd";
            default -> "th";
        };
    }
}
