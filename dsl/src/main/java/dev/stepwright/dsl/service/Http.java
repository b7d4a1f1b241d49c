package dev.stepwright.dsl.service;

import dev.stepwright.dsl.Resource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Calls of other services over HTTPS.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html">AWS: HTTPS APIs</a>
 */
public final class Http {
    /** Calls an endpoint with the credentials of an EventBridge connection. */
    public static final Resource<Call, Answer> INVOKE =
            Resource.of("arn:aws:states:::http:invoke", Call.class, Answer.class);

    /**
     * A call.
     *
     * @param apiEndpoint the URL
     * @param method such as {@code GET}
     * @param requestBody anything; what is no text is sent as JSON
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Call(
            String apiEndpoint,
            String method,
            InvocationConfig invocationConfig,
            @Nullable Map<String, String> headers,
            @Nullable Map<String, String> queryParameters,
            @Nullable Object requestBody) {}

    /** Which connection has the credentials. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record InvocationConfig(String connectionArn) {}

    /**
     * What the endpoint has answered.
     *
     * @param responseBody as JSON if it is that, else as a text
     * @param statusCode 2xx; AWS: with any other the task fails with {@code States.Http.StatusCode.} and the code
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Answer(JsonNode responseBody, int statusCode, String statusText) {}

    private Http() {}
}
