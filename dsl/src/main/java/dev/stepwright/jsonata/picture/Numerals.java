package dev.stepwright.jsonata.picture;

import dev.stepwright.jsonata.error.JsonataException;
import java.math.BigInteger;

/** Letters and Roman numerals. */
final class Numerals {
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final BigInteger LETTERS = BigInteger.valueOf(26);
    private static final BigInteger LARGEST_ROMAN = BigInteger.valueOf(10_000_000);

    private Numerals() {}

    /** Returns a, b ... z, aa ... for 1, 2 ... */
    static String letters(BigInteger value, char first) {
        StringBuilder out = new StringBuilder();
        for (BigInteger rest = value; rest.signum() > 0; ) {
            BigInteger[] parts = rest.subtract(BigInteger.ONE).divideAndRemainder(LETTERS);
            out.append((char) (first + parts[1].intValue()));
            rest = parts[0];
        }
        return out.reverse().toString();
    }

    static double fromLetters(String letters, char first) {
        double value = 0;
        for (int i = 0; i < letters.length(); i++) {
            value = value * 26 + letters.charAt(i) - first + 1;
        }
        return value;
    }

    static String roman(BigInteger value) {
        if (value.compareTo(LARGEST_ROMAN) > 0) {
            throw JsonataException.of("D3130", "I");
        }
        StringBuilder out = new StringBuilder();
        int rest = value.intValue();
        for (int i = 0; i < VALUES.length; i++) {
            out.append(ROMAN[i].repeat(rest / VALUES[i]));
            rest %= VALUES[i];
        }
        return out.toString();
    }

    /** Returns what capital Roman numerals stand for, not a number if there is another letter. */
    static double fromRoman(String roman) {
        double value = 0;
        double highest = 1;
        for (int i = roman.length() - 1; i >= 0; i--) {
            double digit = digit(roman.charAt(i));
            value += digit < highest ? -digit : digit;
            highest = digit < highest ? highest : digit;
        }
        return value;
    }

    private static double digit(char letter) {
        return switch (letter) {
            case 'M' -> 1000;
            case 'D' -> 500;
            case 'C' -> 100;
            case 'L' -> 50;
            case 'X' -> 10;
            case 'V' -> 5;
            case 'I' -> 1;
            default -> Double.NaN;
        };
    }
}
