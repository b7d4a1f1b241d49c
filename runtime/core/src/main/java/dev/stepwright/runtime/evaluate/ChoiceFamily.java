package dev.stepwright.runtime.evaluate;

import dev.stepwright.json.JsonValues;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The types that choice operators compare. */
enum ChoiceFamily {
    STRING("String", "a string") {
        @Override
        int compare(JsonNode left, JsonNode right) {
            return left.isString() && right.isString()
                    ? Integer.signum(left.stringValue().compareTo(right.stringValue()))
                    : INCOMPARABLE;
        }
    },
    NUMERIC("Numeric", "a number") {
        @Override
        int compare(JsonNode left, JsonNode right) {
            return left.isNumber() && right.isNumber()
                    ? Integer.signum(JsonValues.compareNumbers(left, right))
                    : INCOMPARABLE;
        }
    },
    BOOLEAN("Boolean", "true or false") {
        @Override
        int compare(JsonNode left, JsonNode right) {
            return left.isBoolean() && right.isBoolean()
                    ? Boolean.compare(left.booleanValue(), right.booleanValue())
                    : INCOMPARABLE;
        }
    },
    TIMESTAMP("Timestamp", "a timestamp such as \"2026-01-31T10:00:00Z\"") {
        @Override
        int compare(JsonNode left, JsonNode right) {
            return instant(right).map(to -> compare(left, to)).orElse(INCOMPARABLE);
        }

        @Override
        Comparison with(JsonNode operand) {
            Instant to = instant(operand).orElseThrow();
            return value -> compare(value, to);
        }

        private int compare(JsonNode value, Instant to) {
            return instant(value).map(at -> Integer.signum(at.compareTo(to))).orElse(INCOMPARABLE);
        }

        private Optional<Instant> instant(JsonNode value) {
            return value.isString() ? Timestamps.parse(value.stringValue()) : Optional.empty();
        }
    };

    /** The order of values of which at least one is of another type. */
    static final int INCOMPARABLE = Integer.MIN_VALUE;

    private final String prefix;
    private final String phrase;

    ChoiceFamily(String prefix, String phrase) {
        this.prefix = prefix;
        this.phrase = phrase;
    }

    /** Returns how the names of the family's operators begin. */
    String prefix() {
        return prefix;
    }

    /** Returns what the operators compare, for messages. */
    String phrase() {
        return phrase;
    }

    /** Returns whether a value is of this type. */
    boolean accepts(JsonNode value) {
        return compare(value, value) != INCOMPARABLE;
    }

    /** Returns -1, 0, 1 or {@link #INCOMPARABLE}. */
    abstract int compare(JsonNode left, JsonNode right);

    /** Returns the comparison of other values with one of this type. */
    Comparison with(JsonNode operand) {
        return value -> compare(value, operand);
    }

    /** A comparison whose right side is known. */
    @FunctionalInterface
    interface Comparison {
        int to(JsonNode value);
    }
}
