package dev.stepwright.jsonata.picture;

import dev.stepwright.jsonata.error.JsonataException;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whole numbers from text. */
public final class IntegerParse {
    private IntegerParse() {}

    /**
     * Returns what a text stands for by a picture; not a number if it does not fit.
     *
     * @throws JsonataException D3130 for a numbering that is not supported, D3131
     */
    public static double parse(String text, String picture) {
        IntegerFormat.checkLength(picture);
        return parse(text, IntegerPicture.parse(picture));
    }

    static double parse(String text, IntegerPicture picture) {
        boolean upper = picture.letterCase() == IntegerPicture.LetterCase.UPPER;
        return switch (picture.primary()) {
            case LETTERS -> Numerals.fromLetters(text, upper ? 'A' : 'a');
            case ROMAN -> Numerals.fromRoman(upper ? text : text.toUpperCase(Locale.ROOT));
            case WORDS -> NumberWords.parse(text.toLowerCase(Locale.ROOT));
            case DECIMAL -> decimal(text, picture);
            case SEQUENCE -> throw JsonataException.of("D3130", picture.token());
        };
    }

    private static double decimal(String text, IntegerPicture picture) {
        String digits = picture.ordinal() ? text.substring(0, Math.max(0, text.length() - 2)) : text;
        if (picture.group() > 0) {
            digits = digits.replace(",", "");
        } else {
            for (IntegerPicture.Separator separator : picture.separators()) {
                digits = digits.replace(separator.character(), "");
            }
        }
        StringBuilder plain = new StringBuilder();
        int zero = picture.zero();
        digits.codePoints()
                .forEach(c ->
                        plain.appendCodePoint(c >= zero && c < zero + 10 ? c - zero + '0' : zero == '0' ? c : 'x'));
        return leadingInteger(plain.toString().trim());
    }

    /** Reads the digits that a text begins with, as ECMAScript does. */
    static double leadingInteger(String text) {
        int end = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int start = end;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == start ? Double.NaN : Double.parseDouble(text.substring(0, end));
    }

    /** Returns a regular expression for what can be read by a picture. */
    static String pattern(IntegerPicture picture) {
        boolean upper = picture.letterCase() == IntegerPicture.LetterCase.UPPER;
        return switch (picture.primary()) {
            case LETTERS -> upper ? "[A-Z]+" : "[a-z]+";
            case ROMAN -> upper ? "[MDCLXVI]+" : "[mdclxvi]+";
            case WORDS ->
                NumberWords.all().stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .collect(Collectors.joining("|", "(?:", "|and|[\\-, ])+"));
            case DECIMAL ->
                "[0-9]"
                        + (picture.parseWidth() > 0 ? "{" + Math.min(picture.parseWidth(), 100) + "}" : "+")
                        + (picture.ordinal() ? "(?:th|st|nd|rd)" : "");
            case SEQUENCE -> throw JsonataException.of("D3130", picture.token());
        };
    }
}
