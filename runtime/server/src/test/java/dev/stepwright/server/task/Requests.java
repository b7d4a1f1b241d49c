package dev.stepwright.server.task;

import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import tools.jackson.databind.JsonNode;

/** Tasks that are to be started, of an execution of the machine {@code m}. */
final class Requests {
    static final String EXECUTION = "arn:aws:states:us-east-1:123456789012:execution:m:e";

    private Requests() {}

    static TaskRequest of(String resource, JsonNode input) {
        return of(EXECUTION, resource, input);
    }

    static TaskRequest of(String execution, String resource, JsonNode input) {
        return new TaskRequest(
                execution,
                "arn:aws:iam::123456789012:role/order-role",
                1,
                "Send",
                TaskResource.parse(resource),
                input,
                1,
                "token",
                null,
                null);
    }
}
