package dev.stepwright.services.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads the parameters of an HTTP Task. Collects all problems instead of the first.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html#connect-http-task-fields">AWS: HTTP Task fields</a>
 */
final class CallParameters {
    private static final Set<String> FIELDS = Set.of(
            "ApiEndpoint",
            "Method",
            "Authentication",
            "InvocationConfig",
            "Headers",
            "QueryParameters",
            "RequestBody",
            "Transform");

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD");

    /** AWS: the headers that a task may not set. */
    private static final Pattern FORBIDDEN = Pattern.compile("a-im|accept-charset|accept-datetime|accept-encoding"
            + "|authorization|cache-control|connection|content-encoding|content-md5|date|expect|forwarded|from|host"
            + "|http2-settings|if-(match|modified-since|none-match|range|unmodified-since)|max-forwards|origin|pragma"
            + "|proxy-authorization|referer|server|te|trailer|transfer-encoding|upgrade|via|warning"
            + "|x-(forwarded|amz|amzn)-.*");

    private final JsonNode parameters;
    private final List<String> problems = new ArrayList<>();

    CallParameters(JsonNode parameters) {
        this.parameters = parameters;
    }

    /** Returns what is wrong, in the words of Step Functions; complete when {@link #call} has returned. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    HttpCall call() {
        parameters.propertyNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> problems.add("The field \"" + name + "\" is not supported by Step Functions"));
        JsonNode body = parameters.path("RequestBody");
        BodyEncoding encoding = encoding(parameters.path("Transform"));
        if (encoding != BodyEncoding.JSON && !body.isMissingNode() && !body.isObject() && !body.isString()) {
            invalid("RequestBody");
        }
        return new HttpCall(
                text("ApiEndpoint"),
                method(),
                connection(),
                headers(parameters.path("Headers")),
                query(parameters.path("QueryParameters")),
                body.isMissingNode() || body.isNull() ? null : body,
                encoding);
    }

    private void invalid(String field) {
        problems.add("The value of the field '" + field + "' has an invalid format");
    }

    private String text(String field) {
        JsonNode value = parameters.path(field);
        if (value.isMissingNode() || value.isNull()) {
            problems.add("The field \"" + field + "\" is required but was missing");
        } else if (!value.isString()) {
            invalid(field);
        }
        return value.asString("");
    }

    private String method() {
        String method = text("Method");
        if (!method.isEmpty() && !METHODS.contains(method)) {
            invalid("Method");
        }
        return method;
    }

    private String connection() {
        String field = parameters.has("InvocationConfig") ? "InvocationConfig" : "Authentication";
        JsonNode arn = parameters.path(field).path("ConnectionArn");
        if (!arn.isString()) {
            problems.add("The field \"ConnectionArn\" is required but was missing");
        }
        return arn.asString("");
    }

    private Map<String, List<String>> headers(JsonNode given) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        if (!given.isObject()) {
            if (!given.isMissingNode() && !given.isNull()) {
                invalid("Headers");
            }
            return headers;
        }
        List<String> forbidden = new ArrayList<>();
        given.properties().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (FORBIDDEN.matcher(name).matches()) {
                forbidden.add(name);
            } else if (!header.getValue().isNull()) {
                headers.put(header.getKey(), values(header.getValue()));
            }
        });
        if (!forbidden.isEmpty()) {
            problems.add("The 'Headers' field contains unsupported values: " + forbidden);
        }
        return headers;
    }

    private static List<String> values(JsonNode value) {
        return value.isArray() ? value.valueStream().map(Query::scalar).toList() : List.of(Query.scalar(value));
    }

    private List<Query.Parameter> query(JsonNode given) {
        try {
            return Query.read(given);
        } catch (IllegalArgumentException e) {
            invalid("QueryParameters");
            return List.of();
        }
    }

    private BodyEncoding encoding(JsonNode transform) {
        String body = transform.path("RequestBodyEncoding").asString("NONE");
        String arrays = transform.at("/RequestEncodingOptions/ArrayFormat").asString("INDICES");
        if (!body.matches("NONE|URL_ENCODED")) {
            invalid("RequestBodyEncoding");
        }
        if (!arrays.matches("INDICES|REPEAT|COMMAS|BRACKETS")) {
            invalid("ArrayFormat");
            return BodyEncoding.JSON;
        }
        return body.equals("URL_ENCODED") ? BodyEncoding.valueOf(arrays) : BodyEncoding.JSON;
    }
}
