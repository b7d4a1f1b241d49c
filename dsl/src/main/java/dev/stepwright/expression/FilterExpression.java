package dev.stepwright.expression;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The condition of a filter step. */
public sealed interface FilterExpression {
    /** {@code a || b}, at least two terms. */
    record Or(List<FilterExpression> terms) implements FilterExpression {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    /** {@code a && b}, at least two terms. */
    record And(List<FilterExpression> terms) implements FilterExpression {
        public And {
            terms = List.copyOf(terms);
        }
    }

    /** {@code !a}. */
    record Not(FilterExpression term) implements FilterExpression {}

    /** {@code @.a}: the path leads to a value, null included. */
    record Exists(JsonPath path) implements FilterExpression {}

    /** {@code left operator right}. */
    record Comparison(Operand left, FilterOperator operator, Operand right) implements FilterExpression {}

    /** One side of a comparison. */
    sealed interface Operand {
        /** A number, string, boolean, null, array or object. */
        record Literal(JsonNode value) implements Operand {}

        /** A path from {@code @} or {@code $}. */
        record Path(JsonPath path) implements Operand {}

        /**
         * {@code /expression/flags}, the right side of {@code =~}.
         *
         * @param expression without the slashes
         * @param flags those of {@code java.util.regex}, such as {@code i} (letter case does not matter), or none
         */
        record Pattern(String expression, String flags) implements Operand {
            /**
             * Returns it with its flags, for matching.
             *
             * @throws java.util.regex.PatternSyntaxException if it is no regular expression
             */
            public java.util.regex.Pattern compiled() {
                return java.util.regex.Pattern.compile(flags.isEmpty() ? expression : "(?" + flags + ")" + expression);
            }
        }
    }
}
