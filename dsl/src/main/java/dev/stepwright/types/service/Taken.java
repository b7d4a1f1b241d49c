package dev.stepwright.types.service;

import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What a parameter takes. In the tables: nothing for a text, {@code i} for an integer, {@code n} for a number, {@code b} for a boolean,
 * {@code t} for a time, {@code x} for any JSON; <code>[</code> and <code>{</code> before the type of elements and entries; {@code @} and a
 * name for an object with members.
 */
public sealed interface Taken {
    /** Returns whether the service takes a value of this kind, whatever is in it. */
    boolean fits(JsonNode value);

    /** Returns what messages call it. */
    String noun();

    /**
     * Returns how AWS says that a value is none. AWS: reported of texts, integers, booleans that are other texts, and lists that are objects.
     */
    default String refusal(String field, JsonNode value) {
        return "The value of the field '" + field + "' has an invalid format";
    }

    /** Reads the type of a member. */
    static Taken parse(String type, Requests table) {
        if (type.isEmpty()) {
            return Scalar.TEXT;
        }
        return switch (type.charAt(0)) {
            case 'i' -> Scalar.INTEGER;
            case 'n' -> Scalar.NUMBER;
            case 'b' -> Scalar.BOOLEAN;
            case 't' -> Scalar.TIME;
            case 'x' -> Scalar.ANY;
            case '[' -> new Elements(parse(type.substring(1), table));
            case '{' -> new Entries(parse(type.substring(1), table));
            case '@' -> new Members(type, table);
            default -> throw new IllegalArgumentException("there is no type " + type);
        };
    }

    /** What has nothing within. */
    enum Scalar implements Taken {
        TEXT("a text", JsonNode::isString, "must be a STRING"),
        INTEGER("an integer", Scalar::isWhole, "must be an INTEGER"),
        NUMBER("a number", JsonNode::isNumber, ""),
        /** AWS: the texts true and false are booleans, too. */
        BOOLEAN("a boolean", Scalar::isBoolean, "") {
            @Override
            public String refusal(String field, JsonNode value) {
                return value.isString()
                        ? "Cannot deserialize value of type `java.lang.Boolean` from String \"%s\": only \"true\" or \"false\" recognized"
                                .formatted(value.stringValue())
                        : super.refusal(field, value);
            }
        },
        TIME("a time", value -> value.isString() || value.isNumber(), ""),
        ANY("any JSON", value -> true, "");

        private final String noun;

        @SuppressWarnings("ImmutableEnumChecker") // a function without state
        private final Predicate<JsonNode> values;

        private final String claim;

        /** @param claim what AWS says that a value must be; empty if it does not say it */
        Scalar(String noun, Predicate<JsonNode> values, String claim) {
            this.noun = noun;
            this.values = values;
            this.claim = claim;
        }

        @Override
        public boolean fits(JsonNode value) {
            return values.test(value);
        }

        @Override
        public String noun() {
            return noun;
        }

        @Override
        public String refusal(String field, JsonNode value) {
            return claim.isEmpty()
                    ? Taken.super.refusal(field, value)
                    : "The value for the field '" + field + "' " + claim;
        }

        private static boolean isWhole(JsonNode value) {
            return value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
        }

        private static boolean isBoolean(JsonNode value) {
            String word = value.asString("").toLowerCase(Locale.ROOT);
            return value.isBoolean() || value.isString() && (word.equals("true") || word.equals("false"));
        }
    }

    /** A list. */
    record Elements(Taken of) implements Taken {
        @Override
        public boolean fits(JsonNode value) {
            return value.isArray();
        }

        @Override
        public String noun() {
            return "an array";
        }

        @Override
        public String refusal(String field, JsonNode value) {
            return value.isObject()
                    ? "Cannot deserialize instance of `java.util.ArrayList` out of START_OBJECT token"
                    : Taken.super.refusal(field, value);
        }
    }

    /** An object, whoever names its members. */
    sealed interface Keyed extends Taken {
        @Override
        default boolean fits(JsonNode value) {
            return value.isObject();
        }

        @Override
        default String noun() {
            return "an object";
        }
    }

    /** A map, whose keys are the caller's. */
    record Entries(Taken of) implements Keyed {}

    /** An object whose members the service knows; read when it is asked for, as it may be within itself. */
    record Members(String name, Requests table) implements Keyed {
        /** Returns its members. */
        public Parameters parameters() {
            return table.structure(name);
        }
    }
}
