package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.services.connection.Additions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as it is sent.
 *
 * @param headers by name, in any case
 * @param body null for none
 */
record Message(
        String method,
        URI url,
        Map<String, List<String>> headers,
        @Nullable String body) {
    /** What AWS asks for, since no result may be larger; servers that regard it answer 206. */
    private static final String RANGE = "bytes=0-262144";

    private static final String CONTENT_TYPE = "Content-Type";

    /**
     * Puts together what a task and its connection say. AWS: under the same name the connection's counts, in headers, query and body.
     *
     * @param endpoint where the API is
     * @param region that stands in the User-Agent
     * @throws TaskFailure if the connection adds members to a body that is no object
     */
    static Message of(HttpCall call, Additions additions, URI endpoint, String region) throws TaskFailure {
        return composed(call, additions, endpoint, region, true);
    }

    /** Returns the same request without what the connection adds: what may be shown. */
    static Message shown(HttpCall call, Additions additions, URI endpoint, String region) throws TaskFailure {
        return composed(call, additions, endpoint, region, false);
    }

    private static Message composed(HttpCall call, Additions additions, URI endpoint, String region, boolean hasSecrets)
            throws TaskFailure {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(call.headers());
        headers.remove("Content-Length"); // the client knows it better
        headers.put("User-Agent", List.of("Amazon|StepFunctions|HttpInvoke|" + region));
        headers.put("Range", List.of(RANGE));
        @Nullable JsonNode body = body(call, additions.body(), hasSecrets);
        if (body != null) {
            headers.putIfAbsent(CONTENT_TYPE, List.of("application/json; charset=UTF-8"));
        }
        List<Query.Parameter> query = new ArrayList<>(call.query());
        query.removeIf(parameter -> additions.query().containsKey(parameter.name()));
        additions.headers().keySet().forEach(headers::remove);
        if (hasSecrets) {
            additions.headers().forEach((name, value) -> headers.put(name, List.of(value)));
            additions.query().forEach((name, value) -> query.add(new Query.Parameter(name, value)));
        }
        return new Message(
                call.method(),
                withQuery(endpoint, Query.text(query)),
                headers,
                body == null ? null : call.encoding().text(body));
    }

    private static @Nullable JsonNode body(HttpCall call, Map<String, String> additions, boolean hasSecrets)
            throws TaskFailure {
        if (additions.isEmpty()) {
            return call.body();
        }
        JsonNode given = call.body() == null ? JsonNodeFactory.instance.objectNode() : call.body();
        if (!(given instanceof ObjectNode object)) {
            throw new TaskFailure(
                    "States.Runtime",
                    "the connection adds " + additions.keySet()
                            + " to the request body, which has to be an object for that, but the RequestBody is none");
        }
        ObjectNode merged = object.objectNode().setAll(object);
        merged.remove(additions.keySet());
        if (hasSecrets) {
            additions.forEach(merged::put);
        }
        return merged;
    }

    static URI withQuery(URI endpoint, String query) {
        if (query.isEmpty()) {
            return endpoint;
        }
        String text = endpoint.toString().replaceFirst("#.*", "");
        return URI.create(text + (endpoint.getRawQuery() == null ? "?" : "&") + query);
    }

    /** Returns the host with its port, as messages may tell it: without a user, whose password may stand there. */
    static String host(URI url) {
        return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    /** Tells no header, query or body, which may be secret. */
    @Override
    public String toString() {
        return method + " " + url.getScheme() + "://" + host(url) + url.getRawPath();
    }
}
