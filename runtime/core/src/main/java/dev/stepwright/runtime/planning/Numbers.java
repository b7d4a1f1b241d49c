package dev.stepwright.runtime.planning;

import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.evaluate.JsonataFailures;
import dev.stepwright.runtime.plan.NumberField;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles the fields that are numbers: {@code F} as a literal or a JSONata expression, {@code FPath} as a path. */
final class Numbers {
    private Numbers() {}

    /**
     * What the numbers of a field may be.
     *
     * @param isWhole whether fractions are refused
     * @param taken the least literal that a machine is made with; one below {@code least} fails where it is used
     * @param refusal what the service says of a number that is out of range, if it has words of its own for the field
     */
    record Range(
            boolean isWhole,
            double least,
            double most,
            double taken,
            @Nullable String refusal) {
        /** The items that a reader reads: a number that is out of range fails the reader, not the state. */
        static final Range INTEGER = new Range(true, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        static final Range COUNT = new Range(true, 0, Double.POSITIVE_INFINITY);
        /** Items of a batch. AWS: a machine may have 0 there. */
        static final Range BATCH_ITEMS = new Range(true, 1, Double.POSITIVE_INFINITY, 0, null);
        /** A time limit of a task. */
        static final Range TIME_LIMIT = new Range(true, 1, 99_999_999);
        /** Bytes of the input of a batch. AWS: a machine may have 0 there. */
        static final Range BATCH_BYTES = new Range(true, 1, 262_144, 0, null);

        static final Range TOLERATED_PERCENTAGE =
                new Range(false, 0, 100, 0, "ToleratedFailurePercentage must be between 0 and 100.");

        private Range(boolean isWhole, double least, double most) {
            this(isWhole, least, most, least, null);
        }

        /** Returns the range of a count that the service has words for. */
        static Range countOf(String field) {
            return new Range(true, 0, Double.POSITIVE_INFINITY, 0, field + " cannot be negative.");
        }

        boolean holds(double number) {
            return number >= least && number <= most;
        }

        boolean takes(double literal) {
            return literal >= taken && literal <= most;
        }

        /** Returns what is allowed, to follow "is not". */
        String bounds() {
            return from(least);
        }

        /** Returns which literals a machine is made with, to follow "must be". */
        String literals() {
            return from(taken);
        }

        private String from(double first) {
            return most == Double.POSITIVE_INFINITY
                    ? "at least " + (long) first
                    : "between " + (long) first + " and " + (long) most;
        }

        String type() {
            return isWhole ? "integer" : "float";
        }
    }

    /** Returns the number of a field or of its {@code Path} form; null if the state has neither. */
    static @Nullable NumberField of(Fields fields, String field, Range range) {
        String pathField = field + "Path";
        if (!fields.isJsonata() && fields.value(pathField) != null) {
            if (fields.value(field) != null) {
                fields.problem(
                        pathField, "there must be one of " + field + " and " + pathField + ", found both; keep one");
            }
            return ofPath(fields, pathField, range);
        }
        JsonNode value = fields.value(field);
        if (value == null) {
            return null;
        }
        if (value.isNumber()) {
            return literal(fields, field, value, range);
        }
        if (fields.isJsonata() && JsonataMarks.surround(value)) {
            return ofExpression(fields, field, range);
        }
        fields.mustBe(field, "a number");
        return null;
    }

    private static @Nullable NumberField literal(Fields fields, String field, JsonNode value, Range range) {
        double number = JsonValues.nearestDouble(value);
        if (range.isWhole() && !isWhole(number)) {
            fields.mustBe(field, "a whole number");
            return null;
        }
        if (!range.takes(number)) {
            fields.mustBe(field, range.literals());
            return null;
        }
        if (!range.holds(number)) {
            String problem = "The " + field + " field has the value " + JsonText.compact(value) + " which is not "
                    + range.bounds();
            return bindings -> {
                throw new EvaluationFailure("States.Runtime", problem, null);
            };
        }
        return bindings -> number;
    }

    private static @Nullable NumberField ofPath(Fields fields, String field, Range range) {
        String text = fields.string(field);
        if (text == null) {
            return null;
        }
        Expression path = fields.valueAt(field, text);
        return path == null ? null : bindings -> atPath(path, bindings, field, text, range);
    }

    /** AWS takes a string that is the text of a number as well. */
    private static double atPath(Expression path, Bindings bindings, String field, String text, Range range) {
        JsonNode value = path.evaluate(bindings);
        String shown = value.isString() ? value.stringValue() : JsonText.compact(value);
        Double number = number(shown, range);
        if (number == null) {
            throw refused(field, shown, "which is not a valid " + range.type(), text);
        }
        if (!range.holds(number)) {
            throw range.refusal() == null
                    ? refused(field, shown, "which is not " + range.bounds(), text)
                    : new EvaluationFailure("States.Runtime", range.refusal(), null);
        }
        return number;
    }

    /** Returns the number that a text stands for; null if it stands for none, or for a fraction where there must be none. */
    private static @Nullable Double number(String text, Range range) {
        try {
            BigDecimal number = new BigDecimal(text);
            return range.isWhole() && number.stripTrailingZeros().scale() > 0 ? null : (Double) number.doubleValue();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static EvaluationFailure refused(String field, String shown, String problem, String path) {
        return new EvaluationFailure(
                "States.Runtime",
                "The " + field + " field refers to value \"" + shown + "\" " + problem + ": " + path,
                null);
    }

    private static @Nullable NumberField ofExpression(Fields fields, String field, Range range) {
        Expression expression = fields.template(field);
        JsonNode source = fields.value(field);
        if (expression == null || source == null) {
            return null;
        }
        return bindings -> {
            JsonNode value = expression.evaluate(bindings);
            double number = value.isNumber() ? JsonValues.nearestDouble(value) : Double.NaN;
            if (!value.isNumber() || range.isWhole() && !isWhole(number)) {
                throw JsonataFailures.unexpected(
                        source, fields.place() + field, range.isWhole() ? "integer" : "number", value);
            }
            if (!range.holds(number)) {
                throw range.refusal() == null
                        ? JsonataFailures.failure(
                                source,
                                fields.place() + field,
                                "returned a value that is not " + range.bounds() + ": " + JsonText.compact(value))
                        : new EvaluationFailure("States.Runtime", range.refusal(), null);
            }
            return number;
        };
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number);
    }
}
