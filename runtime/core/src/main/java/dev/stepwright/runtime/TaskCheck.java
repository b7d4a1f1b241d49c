package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a task takes and gives, checked before the engine decides on it: what has been decided stays as it is, whatever is checked later.
 */
record TaskCheck(PayloadCheck check, TaskRequest request) {
    static @Nullable TaskCheck of(@Nullable PayloadCheck check, TaskRequest request) {
        return check == null ? null : new TaskCheck(check, request);
    }

    /** Returns the cause of the failure of a task that must not be done; empty if it may. */
    Optional<String> refusal() {
        return check.taskInputProblem(request.stateName(), request.workInput())
                .map(problem -> "the task \"" + request.stateName() + "\" cannot run with this input: " + problem);
    }

    /** Returns what a result means for the execution: success, or a failure if it is refused. */
    Mailbox.Message ended(JsonNode result) {
        String problem = check.taskOutputProblem(request.stateName(), request.workOutput(result))
                .orElse(null);
        if (problem == null) {
            return now -> new Stimulus.TaskSucceeded(now, request.taskId(), result);
        }
        String cause = "the task \"" + request.stateName() + "\" returned an invalid result: " + problem;
        return now -> new Stimulus.TaskFailed(now, request.taskId(), TaskFailure.INVALID_OUTPUT, cause);
    }
}
