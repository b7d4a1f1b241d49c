package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskFailure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an HTTP Task asks for.
 *
 * @param endpoint the URL, not yet with the query
 * @param connection the ARN, or what else the task says
 * @param headers by name; several values are sent one by one
 * @param body null for none
 */
record HttpCall(
        String endpoint,
        String method,
        String connection,
        Map<String, List<String>> headers,
        List<Query.Parameter> query,
        @Nullable JsonNode body,
        BodyEncoding encoding) {
    /** @throws TaskFailure if the parameters are none of an HTTP Task; it tells all that is wrong with them */
    static HttpCall of(JsonNode parameters) throws TaskFailure {
        CallParameters reading = new CallParameters(parameters);
        HttpCall call = reading.call();
        if (!reading.problems().isEmpty()) {
            throw TaskFailure.ofParameters(parameters, reading.problems());
        }
        return call;
    }
}
