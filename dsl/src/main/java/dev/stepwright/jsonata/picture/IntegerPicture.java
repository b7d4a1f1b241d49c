package dev.stepwright.jsonata.picture;

import dev.stepwright.jsonata.error.JsonataException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a whole number is written: {@code 0}, {@code #,##0}, {@code A}, {@code i}, {@code Ww}, with {@code ;o} as an ordinal.
 *
 * @param token the picture without its modifier, for messages
 * @param zero code point of the digit zero
 * @param separators from right to left
 * @param group how many digits stand between separators if that is always the same number, else 0
 * @param parseWidth how many digits are read, 0 for as many as there are
 */
record IntegerPicture(
        Primary primary,
        LetterCase letterCase,
        boolean ordinal,
        String token,
        int zero,
        int mandatoryDigits,
        int optionalDigits,
        List<Separator> separators,
        int group,
        int parseWidth) {
    private static final int[] ZEROS = {
        0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6,
                0x0E50,
        0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50,
                0xA620,
        0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10
    };

    enum Primary {
        DECIMAL,
        LETTERS,
        ROMAN,
        WORDS,
        SEQUENCE
    }

    enum LetterCase {
        UPPER,
        LOWER,
        TITLE
    }

    /** A character between digits and how many digits stand to its right. */
    record Separator(int position, String character) {}

    static IntegerPicture parse(String picture) {
        int semicolon = picture.lastIndexOf(';');
        String primary = semicolon < 0 ? picture : picture.substring(0, semicolon);
        boolean ordinal = semicolon >= 0 && picture.startsWith("o", semicolon + 1);
        return switch (primary) {
            case "A" -> named(Primary.LETTERS, LetterCase.UPPER, ordinal, primary);
            case "a" -> named(Primary.LETTERS, LetterCase.LOWER, ordinal, primary);
            case "I" -> named(Primary.ROMAN, LetterCase.UPPER, ordinal, primary);
            case "i" -> named(Primary.ROMAN, LetterCase.LOWER, ordinal, primary);
            case "W" -> named(Primary.WORDS, LetterCase.UPPER, ordinal, primary);
            case "w" -> named(Primary.WORDS, LetterCase.LOWER, ordinal, primary);
            case "Ww" -> named(Primary.WORDS, LetterCase.TITLE, ordinal, primary);
            default -> digits(primary, ordinal);
        };
    }

    private static IntegerPicture named(Primary primary, LetterCase letterCase, boolean ordinal, String token) {
        return new IntegerPicture(primary, letterCase, ordinal, token, '0', 0, 0, List.of(), 0, 0);
    }

    private static IntegerPicture digits(String picture, boolean ordinal) {
        int[] points = picture.codePoints().toArray();
        int zero = -1;
        int mandatory = 0;
        int optional = 0;
        List<Separator> separators = new ArrayList<>();
        for (int i = points.length - 1; i >= 0; i--) {
            int family = zeroOf(points[i]);
            if (family >= 0) {
                if (zero >= 0 && family != zero) {
                    throw JsonataException.of("D3131");
                }
                zero = family;
                mandatory++;
            } else if (points[i] == '#') {
                optional++;
            } else {
                separators.add(new Separator(mandatory + optional, Character.toString(points[i])));
            }
        }
        Primary primary = mandatory > 0 ? Primary.DECIMAL : Primary.SEQUENCE;
        return new IntegerPicture(
                primary,
                LetterCase.LOWER,
                ordinal,
                picture,
                zero,
                mandatory,
                optional,
                separators,
                group(separators),
                0);
    }

    private static int zeroOf(int point) {
        for (int zero : ZEROS) {
            if (point >= zero && point <= zero + 9) {
                return zero;
            }
        }
        return -1;
    }

    private static int group(List<Separator> separators) {
        int group = 0;
        for (Separator separator : separators) {
            if (!separator.character().equals(separators.get(0).character())) {
                return 0;
            }
            group = gcd(separator.position(), group);
        }
        return isRegular(separators.stream().map(Separator::position).toList(), group) ? group : 0;
    }

    static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    static boolean isRegular(List<Integer> positions, int group) {
        for (int i = 1; i <= positions.size(); i++) {
            if (!positions.contains(i * group)) {
                return false;
            }
        }
        return !positions.isEmpty();
    }

    IntegerPicture withMandatoryDigits(int digits) {
        return new IntegerPicture(
                primary, letterCase, ordinal, token, zero, digits, optionalDigits, separators, group, parseWidth);
    }

    IntegerPicture withParseWidth(int width) {
        return new IntegerPicture(
                primary, letterCase, ordinal, token, zero, mandatoryDigits, optionalDigits, separators, group, width);
    }
}
