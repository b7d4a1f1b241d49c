package dev.stepwright.services.http;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a task asks of an API.
 *
 * @param endpoint the host, such as {@code a1b2c3.execute-api.us-east-1.amazonaws.com}
 * @param path with the stage, after a slash
 * @param isSigned whether the API wants to know who calls
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html#connect-api-gateway-parameters">AWS: Request format</a>
 */
record ApiCall(
        String endpoint,
        String method,
        String path,
        Map<String, List<String>> headers,
        List<Query.Parameter> query,
        @Nullable JsonNode body,
        boolean isSigned) {
    private static final Set<String> FIELDS = Set.of(
            "ApiEndpoint",
            "Method",
            "Headers",
            "Stage",
            "Path",
            "QueryParameters",
            "RequestBody",
            "AllowNullValues",
            "AuthType");

    /** AWS: the headers that a task may not set. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("x-(forwarded|amz|amzn).*|authorization|connection|content-md5|expect|host|max-forwards"
                    + "|proxy-authenticate|server|te|transfer-encoding|trailer|upgrade|via|www-authenticate");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:\\d+)?");

    /** @throws TaskFailure if the parameters are none of such a task; it tells all that is wrong with them */
    static ApiCall of(JsonNode parameters) throws TaskFailure {
        Fields fields = new Fields(parameters, FIELDS);
        String endpoint = fields.text("ApiEndpoint");
        if (!endpoint.isEmpty() && !HOST.matcher(endpoint).matches()) {
            fields.invalid("ApiEndpoint");
        }
        if (fields.value("Headers").valueStream().anyMatch(values -> !values.isArray())) {
            fields.invalid("Headers");
        }
        String authorization = fields.optionalText("AuthType");
        if (!authorization.matches("|NO_AUTH|IAM_ROLE|RESOURCE_POLICY")) {
            fields.invalid("AuthType");
        }
        JsonNode body = fields.optional("RequestBody");
        ApiCall call = new ApiCall(
                endpoint,
                fields.method(),
                joined(fields.optionalText("Stage"), fields.optionalText("Path")),
                fields.headers(FORBIDDEN),
                fields.query(),
                body == null || fields.value("AllowNullValues").asBoolean(false) ? body : withoutNulls(body.deepCopy()),
                authorization.matches("IAM_ROLE|RESOURCE_POLICY"));
        fields.check();
        return call;
    }

    private static String joined(String stage, String path) {
        String both = "/" + stage + (path.isEmpty() ? "" : "/" + path);
        return both.replaceAll("/{2,}", "/");
    }

    private static JsonNode withoutNulls(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.removeNulls();
        }
        value.forEach(ApiCall::withoutNulls);
        return value;
    }

    /**
     * Returns the request.
     *
     * @param base where all APIs are; null if each is where it says
     */
    Message message(@Nullable URI base) throws TaskFailure {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.remove("Content-Length"); // the client knows it better
        if (body != null) {
            all.putIfAbsent("Content-Type", List.of("application/json"));
        }
        return new Message(method, url(base), all, body == null ? null : text(body));
    }

    private static String text(JsonNode body) {
        return body.isString() ? body.stringValue() : JsonText.compact(body);
    }

    private URI url(@Nullable URI base) throws TaskFailure {
        String scheme = HttpTaskRunner.isHere(endpoint.replaceFirst(":.*", "")) ? "http" : "https";
        try {
            URI api = base == null
                    ? new URI(scheme, endpoint, path, null, null)
                    : new URI(
                            base.getScheme(),
                            base.getRawAuthority(),
                            base.getPath() + "/" + endpoint.replaceFirst("[.:].*", "") + path,
                            null,
                            null);
            return query.isEmpty() ? api : URI.create(api + "?" + Query.text(query));
        } catch (URISyntaxException e) {
            throw new TaskFailure("States.Runtime", "the API cannot be called: " + e.getMessage());
        }
    }
}
