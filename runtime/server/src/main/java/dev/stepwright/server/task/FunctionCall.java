package dev.stepwright.server.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final Map<String, String> HEADERS = Map.of(
            "ClientContext", "X-Amz-Client-Context",
            "DurableExecutionName", "X-Amz-Durable-Execution-Name",
            "InvocationType", "X-Amz-Invocation-Type",
            "LogType", "X-Amz-Log-Type",
            "TenantId", "X-Amz-Tenant-Id");

    private static final Set<String> OTHERS = Set.of("FunctionName", "Payload", "Qualifier");

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

    /** Returns what is wrong with the parameters of {@code lambda:invoke}, in the words of Step Functions. */
    static List<String> problems(JsonNode parameters) {
        List<String> problems = new ArrayList<>();
        if (!parameters.path("FunctionName").isString()) {
            problems.add("The field 'FunctionName' is required but was missing");
        }
        parameters.properties().forEach(parameter -> {
            if (HEADERS.containsKey(parameter.getKey())) {
                if (!isSendable(parameter.getValue().asString(""))) {
                    problems.add("The value of the field '" + parameter.getKey() + "' has an invalid format");
                }
            } else if (!OTHERS.contains(parameter.getKey())) {
                problems.add("The field \"" + parameter.getKey() + "\" is not supported by Step Functions");
            }
        });
        return problems;
    }

    /** Returns whether a header can hold a text. */
    private static boolean isSendable(String text) {
        return text.chars().allMatch(character -> character >= ' ' && character <= '~');
    }
}
