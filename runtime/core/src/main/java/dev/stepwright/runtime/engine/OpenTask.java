package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.TaskStep;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** A task that has been scheduled, or is about to be, and has not ended. */
final class OpenTask {
    final long id;
    final Frame frame;
    final TaskStep step;
    final @Nullable String token;

    JsonNode input = NullNode.getInstance();

    @Nullable
    Long timeoutSeconds;

    @Nullable
    Long heartbeatSeconds;

    @Nullable
    String roleArn;

    /** What was asked before an activity task is scheduled; null for other tasks. */
    @Nullable
    TaskRequest inquiry;

    /** What was handed over; null until the task has been scheduled. */
    @Nullable
    TaskRequest request;

    /** What the call that submitted the task answered; null until it has been submitted. */
    @Nullable
    JsonNode submission;

    boolean isStarted;

    @Nullable
    OpenTimer timeout;

    @Nullable
    OpenTimer heartbeat;

    OpenTask(long id, Frame frame, TaskStep step, @Nullable String token) {
        this.id = id;
        this.frame = frame;
        this.step = step;
        this.token = token;
    }

    /** Returns what is to be handed over, or asked before. */
    TaskRequest request(ExecutionIdentity execution, @Nullable Instant deadline) {
        return new TaskRequest(
                execution.arn(),
                execution.roleArn(),
                id,
                step.name(),
                step.resource(),
                input,
                frame.retryCount + 1,
                token,
                deadline,
                roleArn);
    }

    /** Returns what has to be done outside for the task to go on. */
    Command outstanding() {
        if (request == null) {
            return new Command.CheckActivity(
                    Objects.requireNonNull(inquiry, "only an activity task waits to be scheduled"));
        }
        return submission == null ? new Command.ScheduleTask(request) : new Command.ResumeTask(request, submission);
    }

    /** Returns whether the context object shows the token: to tasks that can be completed with it. */
    boolean showsToken() {
        return step.resource().pattern() != TaskResource.Completion.RESPONSE;
    }
}
