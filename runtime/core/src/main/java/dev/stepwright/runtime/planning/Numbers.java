package dev.stepwright.runtime.planning;

import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.plan.NumberField;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles the fields that are numbers: {@code F} as a literal or a JSONata expression, {@code FPath} as a path. */
final class Numbers {
    private Numbers() {}

    /** What the numbers of a field may be. */
    enum Range {
        INTEGER("integer"),
        FLOAT("float");

        final String text;

        Range(String text) {
            this.text = text;
        }
    }

    /** Returns the number of a field or of its {@code Path} form; null if the state has neither. */
    static @Nullable NumberField of(Fields fields, String field, Range range) {
        String pathField = field + "Path";
        if (!fields.isJsonata() && fields.value(pathField) != null) {
            if (fields.value(field) != null) {
                fields.problem(pathField, "\"" + field + "\" is given as well; keep one of the two");
            }
            return ofPath(fields, pathField, range);
        }
        JsonNode value = fields.value(field);
        if (value == null) {
            return null;
        }
        if (value.isNumber()) {
            double number = value.doubleValue();
            return bindings -> number;
        }
        if (fields.isJsonata() && JsonataMarks.surround(value)) {
            return ofExpression(fields, field, range);
        }
        fields.problem(field, "\"" + field + "\" is a number, but this is " + JsonText.excerpt(value));
        return null;
    }

    private static @Nullable NumberField ofPath(Fields fields, String field, Range range) {
        String text = fields.string(field);
        if (text == null) {
            return null;
        }
        Expression path = text.equals("$") ? Bindings::input : fields.path(field);
        return path == null ? null : bindings -> atPath(path, bindings, field, text, range);
    }

    /** AWS takes a string that is the text of a number as well. */
    private static double atPath(Expression path, Bindings bindings, String field, String text, Range range) {
        JsonNode value = path.evaluate(bindings);
        String shown = value.isString() ? value.stringValue() : JsonText.compact(value);
        try {
            BigDecimal number = new BigDecimal(shown);
            if (range == Range.FLOAT || number.stripTrailingZeros().scale() <= 0) {
                return number.doubleValue();
            }
        } catch (NumberFormatException e) {
            // told below, like a fraction where a whole number is needed
        }
        throw new EvaluationFailure(
                "States.Runtime",
                "The " + field + " field refers to value \"" + shown + "\" which is not a valid " + range.text + ": "
                        + text,
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
            if (!value.isNumber() || range == Range.INTEGER && !isWhole(value)) {
                throw Jsonata.unexpected(
                        source, fields.place() + field, range == Range.INTEGER ? "integer" : "number", value);
            }
            return value.doubleValue();
        };
    }

    private static boolean isWhole(JsonNode value) {
        return value.doubleValue() == Math.rint(value.doubleValue());
    }
}
