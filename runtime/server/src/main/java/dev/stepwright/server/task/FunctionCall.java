package dev.stepwright.server.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call of a Lambda function.
 *
 * @param function its name, without account and region
 * @param qualifier a version or alias, or null
 * @param payload the JSON text that the function gets
 * @param headers further headers of the Invoke API, by name
 */
record FunctionCall(String function, @Nullable String qualifier, String payload, Map<String, String> headers) {
    private static final String BEFORE_NAME = ":function:";

    /** The header that each of these parameters goes into. */
    private static final Map<String, String> HEADERS = new TreeMap<>(Map.of(
            "ClientContext", "X-Amz-Client-Context",
            "InvocationType", "X-Amz-Invocation-Type",
            "LogType", "X-Amz-Log-Type"));

    /**
     * Returns a call of the function that a name stands for.
     *
     * @param name a name, a part of an ARN, or an ARN; each with or without {@code :qualifier}
     */
    static FunctionCall of(String name, String payload) {
        int at = name.indexOf(BEFORE_NAME);
        String rest = at < 0 ? name : name.substring(at + BEFORE_NAME.length());
        int colon = rest.indexOf(':');
        return colon < 0
                ? new FunctionCall(rest, null, payload, Map.of())
                : new FunctionCall(rest.substring(0, colon), rest.substring(colon + 1), payload, Map.of());
    }

    /** Returns the call that the parameters of {@code lambda:invoke} describe. */
    static FunctionCall of(JsonNode parameters, String payload) {
        FunctionCall call = of(parameters.path("FunctionName").asString(""), payload);
        Map<String, String> headers = new LinkedHashMap<>();
        HEADERS.forEach((field, header) -> {
            if (parameters.path(field).isString()) {
                headers.put(header, parameters.path(field).stringValue());
            }
        });
        JsonNode qualifier = parameters.path("Qualifier");
        return new FunctionCall(
                call.function,
                qualifier.isString() ? qualifier.stringValue() : call.qualifier,
                payload,
                Map.copyOf(headers));
    }

    /** Returns those of the parameters of {@code lambda:invoke} whose texts no header can hold. */
    static List<String> unsendable(JsonNode parameters) {
        return HEADERS.keySet().stream()
                .filter(field -> parameters
                        .path(field)
                        .asString("")
                        .chars()
                        .anyMatch(character -> character < ' ' || character > '~'))
                .toList();
    }
}
