package dev.stepwright.server.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the Lambda endpoint answered.
 *
 * @param status the HTTP status
 * @param headers by name in any case
 * @param payload what the function returned, or its error report
 */
record FunctionAnswer(int status, Map<String, List<String>> headers, String payload) {
    Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /** Returns whether the function ran and threw. */
    boolean isFunctionError() {
        return header("X-Amz-Function-Error").isPresent();
    }

    String requestId() {
        return header("x-amzn-RequestId").orElse("");
    }
}
