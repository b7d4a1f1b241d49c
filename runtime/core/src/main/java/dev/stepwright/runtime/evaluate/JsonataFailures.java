package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.json.JsonText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The failures of JSONata expressions, in the words of the service. */
public final class JsonataFailures {
    private JsonataFailures() {}

    /**
     * Returns the failure of an expression whose value has the wrong type.
     *
     * @param source the field as it is written
     * @param field the slash path of the field within its state
     * @param expected the name of the type
     */
    public static EvaluationFailure unexpected(JsonNode source, String field, String expected, JsonNode value) {
        return failure(source, field, unexpected(expected, value));
    }

    /** Returns the failure of an expression whose value cannot be used. */
    public static EvaluationFailure failure(JsonNode source, String field, String problem) {
        boolean isExpression = JsonataMarks.surround(source);
        String text = isExpression ? JsonataMarks.inside(source.stringValue()) : JsonText.compact(source);
        return failure(text, field, problem, null);
    }

    static EvaluationFailure failure(String text, String field, String problem, @Nullable Throwable reason) {
        return new EvaluationFailure(
                ErrorNames.QUERY_EVALUATION_ERROR,
                "The JSONata expression '" + text + "' specified for the field '" + field + "' " + problem,
                field,
                reason);
    }

    static String unexpected(String expected, JsonNode value) {
        String type = value.getNodeType().name().toLowerCase(Locale.ROOT);
        return "returned an unexpected result type. Expected '" + expected + "', but was '" + type + "' for value: "
                + Shown.of(value);
    }
}
