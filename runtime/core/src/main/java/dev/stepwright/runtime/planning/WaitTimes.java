package dev.stepwright.runtime.planning;

import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.evaluate.JsonataFailures;
import dev.stepwright.runtime.evaluate.Timestamps;
import dev.stepwright.runtime.plan.NumberField;
import dev.stepwright.runtime.plan.WaitTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles {@code Seconds}, {@code SecondsPath}, {@code Timestamp} and {@code TimestampPath}. */
final class WaitTimes {
    /** AWS: 2³¹-1 seconds, in whole days. */
    private static final long LONGEST_SECONDS = Integer.MAX_VALUE;

    private static final List<String> FIELDS = List.of("Seconds", "SecondsPath", "Timestamp", "TimestampPath");

    private WaitTimes() {}

    static @Nullable WaitTime of(Fields fields) {
        List<String> given =
                FIELDS.stream().filter(field -> fields.value(field) != null).toList();
        if (given.size() != 1) {
            fields.problems()
                    .add(
                            fields.pointer(),
                            "a Wait state must have exactly one of " + String.join(", ", FIELDS) + ", found "
                                    + (given.isEmpty() ? "none" : String.join(" and ", given)));
            return null;
        }
        return switch (given.get(0)) {
            case "Seconds" -> seconds(fields);
            case "SecondsPath" -> secondsPath(fields);
            case "Timestamp" -> timestamp(fields);
            default -> timestampPath(fields);
        };
    }

    /** Returns whether a state waits until a date, not for a while. */
    static boolean isDate(Fields fields) {
        return fields.value("Timestamp") != null || fields.value("TimestampPath") != null;
    }

    private static @Nullable WaitTime seconds(Fields fields) {
        NumberField seconds = Numbers.of(fields, "Seconds", Numbers.Range.COUNT);
        return seconds == null ? null : bindings -> after(bindings, seconds.value(bindings));
    }

    private static @Nullable WaitTime secondsPath(Fields fields) {
        String text = fields.string("SecondsPath");
        Expression path = text == null ? null : fields.valueAt("SecondsPath", text);
        if (text == null || path == null) {
            return null;
        }
        return bindings -> after(bindings, secondsAt(value(path, bindings, "SecondsPath", text), text));
    }

    private static JsonNode value(Expression path, Bindings bindings, String field, String text) {
        try {
            return path.evaluate(bindings);
        } catch (EvaluationFailure e) {
            throw runtime("The " + field + " parameter does not reference an input value: " + text);
        }
    }

    private static double secondsAt(JsonNode value, String text) {
        String shown = text + " == " + shown(value);
        double seconds = value.isNumber() ? JsonValues.nearestDouble(value) : Double.NaN;
        if (seconds != Math.rint(seconds)) {
            throw runtime("The SecondsPath parameter cannot be parsed as a long value: " + shown);
        }
        if (seconds < 0) {
            throw runtime("The SecondsPath parameter references a negative value: " + shown);
        }
        return seconds;
    }

    private static @Nullable WaitTime timestamp(Fields fields) {
        JsonNode value = fields.value("Timestamp");
        if (value != null && fields.isJsonata() && JsonataMarks.surround(value)) {
            Expression expression = fields.template("Timestamp");
            return expression == null
                    ? null
                    : bindings -> ofExpression(text(value, expression.evaluate(bindings)), bindings);
        }
        String text = fields.string("Timestamp");
        if (text == null) {
            return null;
        }
        Instant instant = Timestamps.parse(text).orElse(null);
        if (instant == null && !fields.isJsonata()) {
            fields.problem(
                    "Timestamp",
                    "Timestamp must be one of RFC 3339 such as \"2026-01-31T10:00:00Z\", found "
                            + JsonText.quote(text));
        }
        return bindings -> instant == null ? ofExpression(value, bindings) : checked(bindings, instant);
    }

    private static JsonNode text(JsonNode source, JsonNode value) {
        if (!value.isString()) {
            throw JsonataFailures.unexpected(source, "Timestamp", "string", value);
        }
        return value;
    }

    private static Instant ofExpression(@Nullable JsonNode value, Bindings bindings) {
        Instant instant = value == null ? null : instant(value);
        if (instant == null) {
            throw new EvaluationFailure(
                    "States.QueryEvaluationError",
                    "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: "
                            + (value == null ? "null" : shown(value)),
                    "Timestamp");
        }
        return checked(bindings, instant);
    }

    private static @Nullable WaitTime timestampPath(Fields fields) {
        String text = fields.string("TimestampPath");
        Expression path = text == null ? null : fields.valueAt("TimestampPath", text);
        if (text == null || path == null) {
            return null;
        }
        return bindings -> {
            JsonNode value = value(path, bindings, "TimestampPath", text);
            Instant instant = instant(value);
            if (instant == null) {
                throw runtime("The TimestampPath parameter does not reference a valid ISO-8601 extended offset"
                        + " date-time format string: " + text + " == " + shown(value));
            }
            return checked(bindings, instant);
        };
    }

    private static Instant after(Bindings bindings, double seconds) {
        if (seconds > LONGEST_SECONDS) {
            throw runtime("Wait state delay is too long.");
        }
        return bindings.now().plusSeconds((long) seconds);
    }

    /** AWS: a wait of more than 2³¹-1 seconds is refused. */
    private static Instant checked(Bindings bindings, Instant until) {
        if (until.isAfter(bindings.now().plusSeconds(LONGEST_SECONDS))) {
            throw runtime("Wait state delay is too long.");
        }
        return until;
    }

    private static @Nullable Instant instant(JsonNode value) {
        return value.isString() ? Timestamps.parse(value.stringValue()).orElse(null) : null;
    }

    private static String shown(JsonNode value) {
        return value.isString() ? value.stringValue() : JsonText.compact(value);
    }

    private static EvaluationFailure runtime(String detail) {
        return new EvaluationFailure("States.Runtime", detail, null);
    }
}
