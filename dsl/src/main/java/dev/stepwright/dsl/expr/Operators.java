package dev.stepwright.dsl.expr;

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

        String prefix() {
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

        String suffix() {
            return suffix;
        }

        String operator() {
            return operator;
        }
    }

    /** The functions that expressions can call. */
    public enum Function {
        UUID("uuid", "States.UUID"),
        PARSE_JSON("parse", "States.StringToJson"),
        TO_JSON("string", "States.JsonToString"),
        COUNT("count", "States.ArrayLength"),
        SUM("sum", ""),
        UPPERCASE("uppercase", ""),
        LOWERCASE("lowercase", "");

        private final String jsonata;
        private final String intrinsic;

        Function(String jsonata, String intrinsic) {
            this.jsonata = jsonata;
            this.intrinsic = intrinsic;
        }

        String jsonata() {
            return jsonata;
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
        String operator() {
            return operator;
        }

        /** Returns what JSONata's {@code $type} says. */
        String jsonata() {
            return jsonata;
        }
    }
}
