package dev.stepwright.server.task;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A call of a function has failed, in the words of AWS. */
final class LambdaFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final String error;
    private final String cause;

    LambdaFailure(String error, String cause) {
        super(error + ": " + cause, null, false, false);
        this.error = error;
        this.cause = cause;
    }

    /** Returns the failure of a function that ran and threw: its error type, and its report as it came. */
    static LambdaFailure ofFunction(FunctionAnswer answer) {
        JsonNode type = read(answer.payload()).path("errorType");
        return type.isString()
                ? new LambdaFailure(type.stringValue(), answer.payload())
                : new LambdaFailure(
                        "Lambda.Unknown",
                        "The cause could not be determined because Lambda did not return an error type. Returned payload: "
                                + answer.payload());
    }

    /** Returns the failure of a call that the service refused. */
    static LambdaFailure ofService(FunctionAnswer answer) {
        String code = answer.header("x-amzn-ErrorType")
                .map(type -> type.substring(type.indexOf('#') + 1).replaceAll(":.*", ""))
                .orElse(answer.status() >= 500 ? "ServiceException" : "AWSLambdaException");
        JsonNode body = read(answer.payload());
        String message = body.path("Message")
                .asString(body.path("message").asString(answer.payload().isEmpty() ? "null" : answer.payload()));
        return new LambdaFailure(
                "Lambda." + code,
                "%s (Service: AWSLambda; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                        .formatted(message, answer.status(), code, answer.requestId()));
    }

    private static JsonNode read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null ? JsonNodeFactory.instance.missingNode() : node;
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    String error() {
        return error;
    }

    String causeText() {
        return cause;
    }
}
