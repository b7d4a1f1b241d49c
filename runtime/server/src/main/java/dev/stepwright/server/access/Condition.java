package dev.stepwright.server.access;

import dev.stepwright.permission.Wildcards;
import dev.stepwright.server.api.Demand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One key of a condition.
 *
 * @param values any of which is enough; for a negated operator, none of which may be there
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM: Condition operators</a>
 */
record Condition(Operator operator, String key, List<String> values) {
    /** The keys that there are values for; the last two by the key of a tag. */
    static final List<String> KEYS = List.of(
            "states:StateMachineQualifier",
            "iam:PassedToService",
            "aws:TagKeys",
            "aws:RequestTag/",
            "aws:ResourceTag/");

    /** What the names of operators are made of. */
    static final String OPERATORS = "Null, StringEquals, StringNotEquals, StringEqualsIgnoreCase,"
            + " StringNotEqualsIgnoreCase, StringLike and StringNotLike,"
            + " these with ForAnyValue: or ForAllValues: before or IfExists behind";

    private static final Pattern NAME = Pattern.compile(
            "(ForAnyValue:|ForAllValues:)?String(Not)?(Equals|EqualsIgnoreCase|Like)(IfExists)?",
            Pattern.CASE_INSENSITIVE);

    Condition {
        values = List.copyOf(values);
    }

    /** How many of the values that something has must be as the condition says. */
    private enum Quantity {
        ONLY,
        ANY,
        ALL
    }

    /**
     * An operator.
     *
     * @param comparison {@code equals}, {@code equalsignorecase}, {@code like} or {@code null}
     */
    record Operator(Quantity quantity, boolean isNot, String comparison, boolean ifExists) {
        static Optional<Operator> of(String name) {
            if (name.equalsIgnoreCase("Null")) {
                return Optional.of(new Operator(Quantity.ONLY, false, "null", false));
            }
            Matcher parts = NAME.matcher(name);
            return parts.matches()
                    ? Optional.of(new Operator(
                            quantity(parts.group(1)),
                            parts.group(2) != null,
                            parts.group(3).toLowerCase(Locale.ROOT),
                            parts.group(4) != null))
                    : Optional.empty();
        }

        private static Quantity quantity(@Nullable String prefix) {
            if (prefix == null) {
                return Quantity.ONLY;
            }
            return prefix.equalsIgnoreCase("ForAnyValue:") ? Quantity.ANY : Quantity.ALL;
        }

        private boolean isMet(String value, List<String> wanted) {
            return isNot != wanted.stream().anyMatch(each -> isSame(each, value));
        }

        private boolean isSame(String wanted, String value) {
            return switch (comparison) {
                case "equals" -> wanted.equals(value);
                case "equalsignorecase" -> wanted.equalsIgnoreCase(value);
                default -> Wildcards.covers(wanted, value);
            };
        }
    }

    boolean isTrue(Demand demand) {
        List<String> there = demand.values(key);
        if (operator.comparison.equals("null")) {
            return values.stream().anyMatch(value -> Boolean.parseBoolean(value) == there.isEmpty());
        }
        return switch (operator.quantity) {
            case ALL -> there.stream().allMatch(value -> operator.isMet(value, values));
            case ANY ->
                there.stream().anyMatch(value -> operator.isMet(value, values)) || operator.ifExists && there.isEmpty();
            case ONLY ->
                there.isEmpty()
                        ? operator.isNot || operator.ifExists
                        : operator.isNot
                                ? there.stream().allMatch(value -> operator.isMet(value, values))
                                : there.stream().anyMatch(value -> operator.isMet(value, values));
        };
    }
}
