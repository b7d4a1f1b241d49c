package dev.stepwright.runtime.planning;

import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import tools.jackson.databind.JsonNode;

/** What fields of JSONata states have in common. */
final class Jsonata {
    private Jsonata() {}

    /** Returns the failure of an expression whose value has the wrong type. */
    static EvaluationFailure unexpected(JsonNode source, String field, String expected, JsonNode value) {
        return failure(
                source,
                field,
                "returned an unexpected result type. Expected '" + expected + "', but was '" + type(value)
                        + "' for value: " + JsonText.compact(value));
    }

    /** Returns the failure of an expression whose value cannot be used. */
    static EvaluationFailure failure(JsonNode source, String field, String problem) {
        String shown =
                JsonataMarks.surround(source) ? JsonataMarks.inside(source.stringValue()) : JsonText.compact(source);
        return new EvaluationFailure(
                "States.QueryEvaluationError",
                "The JSONata expression '" + shown + "' specified for the field '" + field + "' " + problem,
                field);
    }

    static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
            case BOOLEAN -> "boolean";
            case NUMBER -> "number";
            case STRING, BINARY -> "string";
            case NULL, MISSING -> "null";
        };
    }
}
