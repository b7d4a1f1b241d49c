package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.TaskStep;
import dev.stepwright.runtime.task.TaskResource;
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

    boolean isScheduled;
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

    /** Returns whether the context object shows the token: to tasks that can be completed with it. */
    boolean showsToken() {
        return step.resource().pattern() != TaskResource.Completion.RESPONSE;
    }
}
