package dev.stepwright.runtime.task;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parameters and the answer of {@code lambda:invoke}, for a function that is a Java handler. */
public final class LambdaCall {
    private LambdaCall() {}

    /** Returns the text that names the function: a name, an ARN, or part of one; empty if there is none. */
    public static Optional<String> functionName(JsonNode parameters) {
        JsonNode name = parameters.path("FunctionName");
        return name.isString() ? Optional.of(name.stringValue()) : Optional.empty();
    }

    /** Returns the full ARN, without qualifier, of a function that is named in any of the forms that Lambda takes; an ARN of something else as it is. */
    public static String arn(String name, String region, String account) {
        int function = name.indexOf("function:");
        if (function < 0 && name.startsWith("arn:")) {
            return name;
        }
        String bare = function < 0 ? name : name.substring(function + "function:".length());
        String before =
                function < 0 ? "" : name.substring(0, function); // an ARN's, an account's with a colon, or nothing
        String prefix = before.startsWith("arn:")
                ? before
                : "arn:aws:lambda:" + region + ":" + (before.isEmpty() ? account + ":" : before);
        return prefix + "function:" + bare.split(":", 2)[0];
    }

    /** AWS: a null payload is not sent, so the function gets an empty object; a string is the JSON text of the event. */
    static JsonNode event(JsonNode parameters) {
        JsonNode payload = parameters.path("Payload");
        if (payload.isMissingNode() || payload.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!payload.isString()) {
            return payload;
        }
        try {
            return JsonDocument.parse(payload.stringValue()).root();
        } catch (JsonSyntaxException e) {
            return payload; // no JSON: the function gets the text itself
        }
    }

    static JsonNode answer(JsonNode payload) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("ExecutedVersion", "$LATEST");
        answer.set("Payload", payload);
        answer.put("StatusCode", 200);
        return answer;
    }
}
