package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an HTTP Task asks for.
 *
 * @param endpoint the URL, not yet with the query
 * @param connection the ARN, or what else the task says
 * @param headers by name; several values are sent one by one
 * @param body null for none
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html#connect-http-task-fields">AWS: HTTP Task fields</a>
 */
record HttpCall(
        String endpoint,
        String method,
        String connection,
        Map<String, List<String>> headers,
        List<Query.Parameter> query,
        @Nullable JsonNode body,
        BodyEncoding encoding) {
    private static final Set<String> FIELDS = Set.of(
            "ApiEndpoint",
            "Method",
            "Authentication",
            "InvocationConfig",
            "Headers",
            "QueryParameters",
            "RequestBody",
            "Transform");

    /** AWS: the headers that a task may not set. */
    private static final Pattern FORBIDDEN = Pattern.compile("a-im|accept-charset|accept-datetime|accept-encoding"
            + "|authorization|cache-control|connection|content-encoding|content-md5|date|expect|forwarded|from|host"
            + "|http2-settings|if-(match|modified-since|none-match|range|unmodified-since)|max-forwards|origin|pragma"
            + "|proxy-authorization|referer|server|te|trailer|transfer-encoding|upgrade|via|warning"
            + "|x-(forwarded|amz|amzn)-.*");

    /** @throws TaskFailure if the parameters are none of an HTTP Task; it tells all that is wrong with them */
    static HttpCall of(JsonNode parameters) throws TaskFailure {
        Fields fields = new Fields(parameters, FIELDS);
        BodyEncoding encoding = encoding(fields);
        JsonNode body = fields.optional("RequestBody");
        if (encoding != BodyEncoding.JSON && body != null && !body.isObject() && !body.isString()) {
            fields.invalid("RequestBody");
        }
        String connection = fields.value("InvocationConfig").isMissingNode() ? "Authentication" : "InvocationConfig";
        HttpCall call = new HttpCall(
                fields.text("ApiEndpoint"),
                fields.method(),
                fields.text("ConnectionArn", fields.value(connection).path("ConnectionArn")),
                fields.headers(FORBIDDEN),
                fields.query(),
                body,
                encoding);
        fields.check();
        return call;
    }

    private static BodyEncoding encoding(Fields fields) {
        JsonNode transform = fields.value("Transform");
        String body = transform.path("RequestBodyEncoding").asString("NONE");
        String arrays = transform.at("/RequestEncodingOptions/ArrayFormat").asString("INDICES");
        if (!body.matches("NONE|URL_ENCODED")) {
            fields.invalid("RequestBodyEncoding");
        }
        if (!arrays.matches("INDICES|REPEAT|COMMAS|BRACKETS")) {
            fields.invalid("ArrayFormat");
            return BodyEncoding.JSON;
        }
        return body.equals("URL_ENCODED") ? BodyEncoding.valueOf(arrays) : BodyEncoding.JSON;
    }
}
