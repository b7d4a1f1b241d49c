package dev.stepwright.jsonata.picture;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whole numbers in English words. */
final class NumberWords {
    private static final String[] FEW = {
        "Zero",
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "Eleven",
        "Twelve",
        "Thirteen",
        "Fourteen",
        "Fifteen",
        "Sixteen",
        "Seventeen",
        "Eighteen",
        "Nineteen"
    };
    private static final String[] ORDINALS = {
        "Zeroth",
        "First",
        "Second",
        "Third",
        "Fourth",
        "Fifth",
        "Sixth",
        "Seventh",
        "Eighth",
        "Ninth",
        "Tenth",
        "Eleventh",
        "Twelfth",
        "Thirteenth",
        "Fourteenth",
        "Fifteenth",
        "Sixteenth",
        "Seventeenth",
        "Eighteenth",
        "Nineteenth"
    };
    private static final String[] TENS = {"Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"};
    private static final String[] MAGNITUDES = {"Thousand", "Million", "Billion", "Trillion"};
    private static final Map<String, Double> VALUES = values();

    private NumberWords() {}

    private static Map<String, Double> values() {
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < FEW.length; i++) {
            put(values, FEW[i], i);
            put(values, ORDINALS[i], i);
        }
        for (int i = 0; i < TENS.length; i++) {
            put(values, TENS[i], (i + 2) * 10);
            put(values, ieth(TENS[i]), (i + 2) * 10);
        }
        put(values, "Hundred", 100);
        put(values, "Hundredth", 100);
        for (int i = 0; i < MAGNITUDES.length; i++) {
            put(values, MAGNITUDES[i], Math.pow(1000, i + 1));
            put(values, MAGNITUDES[i] + "th", Math.pow(1000, i + 1));
        }
        return values;
    }

    private static void put(Map<String, Double> values, String word, double value) {
        values.put(word.toLowerCase(Locale.ROOT), value);
    }

    private static String ieth(String tens) {
        return tens.substring(0, tens.length() - 1) + "ieth";
    }

    /** Returns all words that stand for numbers, in small letters. */
    static Set<String> all() {
        return VALUES.keySet();
    }

    static String of(BigInteger value, boolean ordinal) {
        return words(value, false, ordinal);
    }

    private static String words(BigInteger value, boolean follows, boolean ordinal) {
        if (value.bitLength() <= 10 && value.intValue() < 1000) {
            return small(value.intValue(), follows, ordinal);
        }
        int magnitude = Math.min((value.toString().length() - 1) / 3, MAGNITUDES.length);
        BigInteger[] parts = value.divideAndRemainder(BigInteger.TEN.pow(magnitude * 3));
        String words = (follows ? ", " : "") + words(parts[0], false, false) + " " + MAGNITUDES[magnitude - 1];
        return words + rest(parts[1], ordinal);
    }

    private static String rest(BigInteger rest, boolean ordinal) {
        return rest.signum() > 0 ? words(rest, true, ordinal) : ordinal ? "th" : "";
    }

    private static String small(int value, boolean follows, boolean ordinal) {
        if (value < 20) {
            return (follows ? " and " : "") + (ordinal ? ORDINALS : FEW)[value];
        }
        if (value >= 100) {
            BigInteger rest = BigInteger.valueOf(value % 100);
            return (follows ? ", " : "") + FEW[value / 100] + " Hundred" + rest(rest, ordinal);
        }
        String tens = TENS[value / 10 - 2];
        String words = value % 10 > 0 ? tens + "-" + small(value % 10, false, ordinal) : ordinal ? ieth(tens) : tens;
        return (follows ? " and " : "") + words;
    }

    /** Returns what words in small letters stand for, not a number if there is another word. */
    static double parse(String words) {
        Deque<Double> segments = new ArrayDeque<>();
        segments.push(0.0);
        for (String word : words.split(",\\s|\\sand\\s|[\\s\\\\-]", -1)) {
            double value = VALUES.getOrDefault(word, Double.NaN);
            double top = segments.pop();
            if (value < 100) {
                if (top >= 1000) {
                    segments.push(top);
                    top = 0;
                }
                segments.push(top + value);
            } else {
                segments.push(top * value);
            }
        }
        return segments.stream().mapToDouble(Double::doubleValue).sum();
    }
}
