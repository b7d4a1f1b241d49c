package dev.stepwright.runtime;

import dev.stepwright.dsl.TaskToken;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskRequest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task that waits until somebody sends its token back.
 *
 * @param stateName the name of the Task state
 * @param token with which the task is completed: {@link Engine#sendTaskSuccess(TaskToken, Object)}
 * @param input what whoever hands the token on has got; of a callback, the input of its method and the token
 * @param deadline when the state's {@code TimeoutSeconds} will be over; null where there is none
 */
public record OpenToken(
        String stateName,
        TaskToken<Object> token,
        JsonNode input,
        @Nullable Instant deadline) {
    static OpenToken of(TaskRequest request) {
        return new OpenToken(
                request.stateName(),
                new TaskToken<>(Objects.requireNonNull(request.token(), "a task that waits for its token has one")),
                request.workInput(),
                request.deadline());
    }

    /** Returns neither the token, which would let who reads it in a log end the task, nor its data. */
    @Override
    public String toString() {
        return "OpenToken[" + JsonText.quote(stateName) + "]";
    }
}
