package dev.stepwright.server.task;

import dev.stepwright.services.FunctionPayload;
import tools.jackson.databind.JsonNode;

/** A call of a function that the service has refused or that has not reached it, in the words of AWS. */
final class LambdaFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final String cause;

    LambdaFailure(String error, String cause) {
        super(error + ": " + cause, null, false, false);
        this.error = error;
        this.cause = cause;
    }

    /** Returns the failure of a call that the service refused. */
    static LambdaFailure ofService(FunctionAnswer answer) {
        String code = answer.header("x-amzn-ErrorType")
                .map(type -> type.substring(type.indexOf('#') + 1).replaceAll(":.*", ""))
                .orElse(answer.status() >= 500 ? "ServiceException" : "AWSLambdaException");
        JsonNode body = FunctionPayload.value(answer.payload());
        String message = body.path("Message")
                .asString(body.path("message").asString(answer.payload().isEmpty() ? "null" : answer.payload()));
        return new LambdaFailure(
                "Lambda." + code,
                "%s (Service: AWSLambda; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                        .formatted(message, answer.status(), code, answer.requestId()));
    }

    String error() {
        return error;
    }

    String causeText() {
        return cause;
    }
}
