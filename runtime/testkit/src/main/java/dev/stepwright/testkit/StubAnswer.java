package dev.stepwright.testkit;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How one call of a task ends. */
interface StubAnswer {
    /** It never does. */
    StubAnswer NONE = (request, completion) -> {};

    void give(TaskRequest request, TaskCompletion completion);

    /**
     * It returns a value.
     *
     * @param isChecked whether the value is held to what the service documents
     */
    record Returning(JsonNode value, boolean isChecked) implements StubAnswer {
        @Override
        public void give(TaskRequest request, TaskCompletion completion) {
            boolean isSent = request.resource().pattern() == TaskResource.Completion.CALLBACK;
            completion.succeeded(request.resource().isLambdaInvoke() && !isSent ? invoked(value) : value);
        }
    }

    static StubAnswer throwing(@Nullable String error, @Nullable String cause) {
        return (request, completion) -> completion.failed(error, cause);
    }

    /** Returns what {@code lambda:invoke} gives for what a function has answered. */
    static JsonNode invoked(JsonNode payload) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ExecutedVersion", "$LATEST")
                .set("Payload", payload)
                .put("StatusCode", 200);
    }
}
