package dev.stepwright.jsonata.syntax;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;

/** The number that digits stand for: exact where it is whole and fits 64 bits, else the nearest double. */
final class NumberText {
    private NumberText() {}

    static JsonNode parse(String digits, boolean whole) {
        if (whole && digits.length() <= 19) {
            try {
                return of(Long.parseLong(digits));
            } catch (NumberFormatException tooLarge) {
                return DoubleNode.valueOf(Double.parseDouble(digits));
            }
        }
        double value = Double.parseDouble(digits);
        return value == Math.rint(value) && Math.abs(value) < 0x1p63 ? of((long) value) : DoubleNode.valueOf(value);
    }

    private static JsonNode of(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }
}
