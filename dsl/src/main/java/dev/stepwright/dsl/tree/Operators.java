package dev.stepwright.dsl.tree;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between and before the parts of a {@link Tree}, with its words in both query languages. */
public final class Operators {
    private Operators() {}

    /** How conditions are joined. */
    public enum Connective {
        AND("And", " and "),
        OR("Or", " or ");

        private final String field;
        private final String operator;

        Connective(String field, String operator) {
            this.field = field;
            this.operator = operator;
        }

        String field() {
            return field;
        }

        String operator() {
            return operator;
        }
    }

    /** What is compared; the first word of the JSONPath operators. */
    public enum Compared {
        NUMERIC("Numeric"),
        STRING("String"),
        BOOLEAN("Boolean"),
        TIMESTAMP("Timestamp");

        private final String prefix;

        Compared(String prefix) {
            this.prefix = prefix;
        }

        /** Returns the first word of the operators of JSONPath: {@code Numeric}. */
        public String prefix() {
            return prefix;
        }
    }

    /** How two values are compared. */
    public enum Relation {
        EQUAL("Equals", " = "),
        LESS("LessThan", " < "),
        LESS_OR_EQUAL("LessThanEquals", " <= "),
        GREATER("GreaterThan", " > "),
        GREATER_OR_EQUAL("GreaterThanEquals", " >= ");

        private final String suffix;
        private final String operator;

        Relation(String suffix, String operator) {
            this.suffix = suffix;
            this.operator = operator;
        }

        /** Returns the end of the operators of JSONPath: {@code LessThan}. */
        public String suffix() {
            return suffix;
        }

        String operator() {
            return operator;
        }
    }

    /** The functions that expressions can call. */
    public enum Function {
        UUID("$uuid()", "States.UUID"),
        PARSE_JSON("$parse({0})", "States.StringToJson"),
        TO_JSON("$string({0})", "States.JsonToString"),
        COUNT("$count({0})", "States.ArrayLength"),
        SUM("$sum({0})", ""),
        NOW("$now()", ""),
        TO_MILLIS("$toMillis({0})", ""),
        FROM_MILLIS("$fromMillis({*})", ""),
        FLOOR("$floor({0})", ""),
        UPPERCASE("$uppercase({0})", ""),
        LOWERCASE("$lowercase({0})", ""),
        ARRAY("[{*}]", "States.Array"),
        RANGE("[$range({0}, {1}, {2})]", "States.ArrayRange"),
        PARTITION("$partition({0}, {1})", "States.ArrayPartition"),
        CONTAINS("({1} in {0})", "States.ArrayContains"),
        ITEM("({0})[{1}]", "States.ArrayGetItem"),
        UNIQUE("[$distinct({0})]", "States.ArrayUnique"),
        SPLIT("[$split({0}, {1})[$ != \"\"]]", "States.StringSplit"),
        BASE64_ENCODE("$base64encode({0})", "States.Base64Encode"),
        BASE64_DECODE("$base64decode({0})", "States.Base64Decode"),
        HASH("$hash({0}, {1})", "States.Hash"),
        /** The third argument is false: AWS has no deep merge. */
        MERGE("$merge([{0}, {1}])", "States.JsonMerge"),
        RANDOM("($floor($random() * ({1} - {0})) + {0})", "States.MathRandom");

        private static final Pattern PLACE = Pattern.compile("\\{(\\d|\\*)}");

        private final String jsonata;
        private final String intrinsic;

        Function(String jsonata, String intrinsic) {
            this.jsonata = jsonata;
            this.intrinsic = intrinsic;
        }

        /** Returns the call in JSONata. */
        String jsonata(List<String> arguments) {
            return PLACE.matcher(jsonata).replaceAll(place -> {
                String argument = place.group(1).equals("*")
                        ? String.join(", ", arguments)
                        : arguments.get(Integer.parseInt(place.group(1)));
                return Matcher.quoteReplacement(argument);
            });
        }

        /** Returns whether operators stand beside the arguments. */
        boolean isOperation() {
            return this == CONTAINS || this == RANDOM;
        }

        /** Returns the intrinsic function of JSONPath, empty if it has none. */
        String intrinsic() {
            return intrinsic;
        }
    }

    /** The types that a Choice can ask for. */
    public enum JsonType {
        NUMERIC("IsNumeric", "number"),
        STRING("IsString", "string"),
        BOOLEAN("IsBoolean", "boolean"),
        TIMESTAMP("IsTimestamp", "string");

        private final String operator;
        private final String jsonata;

        JsonType(String operator, String jsonata) {
            this.operator = operator;
            this.jsonata = jsonata;
        }

        /** Returns the operator of JSONPath. */
        public String operator() {
            return operator;
        }

        /** Returns what JSONata's {@code $type} says. */
        public String jsonata() {
            return jsonata;
        }
    }
}
