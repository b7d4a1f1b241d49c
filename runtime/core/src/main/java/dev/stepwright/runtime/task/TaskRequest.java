package dev.stepwright.runtime.task;

import dev.stepwright.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * A task that is to be started.
 *
 * @param executionRoleArn the role of the machine, as the context object has it
 * @param taskId number of the task within its execution; every retry is a task of its own
 * @param stateName the name of the Task state
 * @param input the effective input: the parameters of a service, the payload of a function ARN
 * @param attempt 1, then one more for each retry in this visit of the state
 * @param token identifies the task to whoever completes it from outside; null for a task that ends with its answer
 * @param deadline when the state's {@code TimeoutSeconds} will be over, counted from now; null where there is none
 * @param roleArn the role of the state's {@code Credentials}, or null
 */
public record TaskRequest(
        String executionArn,
        String executionRoleArn,
        long taskId,
        String stateName,
        TaskResource resource,
        JsonNode input,
        int attempt,
        @Nullable String token,
        @Nullable Instant deadline,
        @Nullable String roleArn) {
    /** Returns what is the same whenever this task is handed over, and another for every other task; every retry is a task of its own. */
    public String attemptId() {
        return executionArn + "#" + taskId;
    }

    /** Returns what the one who does the task works on: the event of the function for {@code lambda:invoke}, else the input. */
    public JsonNode workInput() {
        return resource.isLambdaInvoke() ? LambdaCall.event(input) : input;
    }

    /** Returns what the one who has done the task has made: what the function has answered for {@code lambda:invoke}, else the result. */
    public JsonNode workOutput(JsonNode result) {
        boolean isAnswer = resource.isLambdaInvoke() && resource.pattern() == TaskResource.Completion.RESPONSE;
        JsonNode payload = isAnswer ? result.get("Payload") : result;
        return payload == null ? NullNode.getInstance() : payload;
    }

    /** Returns an id made of {@link #attemptId}, for what this task starts: whoever starts it again finds it. */
    public UUID idOfStarted() {
        return UUID.nameUUIDFromBytes(attemptId().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns which task it is, for logs: neither its token, which would let who reads it end the task, nor its data. */
    @Override
    public String toString() {
        return "TaskRequest[" + attemptId() + ", " + JsonText.quote(stateName) + ", " + resource.text() + ", attempt "
                + attempt + "]";
    }
}
