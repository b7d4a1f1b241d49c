package dev.stepwright.dsl.service;

import dev.stepwright.dsl.Resource;
import java.util.List;
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
     * @param apiEndpoint the URL, of https
     * @param method GET, POST, PUT, DELETE, PATCH, OPTIONS or HEAD
     * @param headers an object, each member a text or a list of texts; AWS: some may not be set, Authorization among them
     * @param queryParameters an object, each member a text, a number or a list of these; they are encoded
     * @param requestBody anything; what is no text is sent as JSON, or as {@code transform} says
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Call(
            String apiEndpoint,
            String method,
            InvocationConfig invocationConfig,
            @Nullable Object headers,
            @Nullable Object queryParameters,
            @Nullable Object requestBody,
            @Nullable Transform transform) {}

    /** Which connection has the credentials. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record InvocationConfig(String connectionArn) {}

    /**
     * How the body is written.
     *
     * @param requestBodyEncoding {@code NONE} or {@code URL_ENCODED}, which needs the header {@code Content-Type:
     *     application/x-www-form-urlencoded}
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Transform(
            String requestBodyEncoding, @Nullable RequestEncodingOptions requestEncodingOptions) {
        /** Returns that the body is a form, with an index for each element of an array. */
        public static Transform urlEncoded() {
            return new Transform("URL_ENCODED", null);
        }

        /**
         * Returns that the body is a form.
         *
         * @param arrayFormat {@code INDICES}, {@code REPEAT}, {@code COMMAS} or {@code BRACKETS}
         */
        public static Transform urlEncoded(String arrayFormat) {
            return new Transform("URL_ENCODED", new RequestEncodingOptions(arrayFormat));
        }
    }

    /**
     * How arrays are written in a form.
     *
     * @param arrayFormat {@code INDICES}, {@code REPEAT}, {@code COMMAS} or {@code BRACKETS}
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record RequestEncodingOptions(String arrayFormat) {}

    /**
     * What the endpoint has answered.
     *
     * @param headers by name, each with its values
     * @param responseBody as JSON if it is that, else as a text
     * @param statusCode 2xx; AWS: with any other the task fails with {@code States.Http.StatusCode.} and the code
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record Answer(Map<String, List<String>> headers, JsonNode responseBody, int statusCode, String statusText) {}

    private Http() {}
}
