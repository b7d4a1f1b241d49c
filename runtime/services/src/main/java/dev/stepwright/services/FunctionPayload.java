package dev.stepwright.services;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.runtime.task.TaskFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a Lambda function gives, as text. */
public final class FunctionPayload {
    private FunctionPayload() {}

    /** Returns its value; a payload that is no JSON, as of an asynchronous call, is a text. */
    public static JsonNode value(String payload) {
        try {
            return JsonDocument.parse(payload).root();
        } catch (JsonSyntaxException e) {
            return JsonNodeFactory.instance.stringNode(payload);
        }
    }

    /** Returns the failure of a function that ran and threw: its error type, and its report as it came. */
    public static TaskFailure failure(String report) {
        JsonNode type = value(report).path("errorType");
        return type.isString()
                ? new TaskFailure(type.stringValue(), report)
                : new TaskFailure(
                        "Lambda.Unknown",
                        "The cause could not be determined because Lambda did not return an error type. Returned payload: "
                                + report);
    }
}
