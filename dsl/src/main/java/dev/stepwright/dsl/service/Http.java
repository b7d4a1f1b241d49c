package dev.stepwright.dsl.service;

import dev.stepwright.dsl.Resource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Calls of other services over HTTPS. */
public final class Http {
    /** Calls an endpoint with the credentials of an EventBridge connection. */
    public static final Resource<Call, Answer> INVOKE =
            Resource.of("arn:aws:states:::http:invoke", Call.class, Answer.class);

    /**
     * A call.
     *
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

    /** What the endpoint has answered. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Answer(JsonNode responseBody, int statusCode, String statusText) {}

    private Http() {}
}
