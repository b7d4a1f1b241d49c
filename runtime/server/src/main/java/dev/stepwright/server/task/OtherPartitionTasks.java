package dev.stepwright.server.task;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import tools.jackson.databind.JsonNode;

/** Services of another partition of AWS than the execution's, such as {@code arn:aws-cn:states:::sqs:sendMessage} in us-east-1. */
public final class OtherPartitionTasks implements TaskRunner {
    private static final String ERROR = "States.Runtime";
    private static final String CAUSE = "The resource belongs to a different partition from the running execution.";

    @Override
    public boolean serves(TaskRequest request) {
        TaskResource resource = request.resource();
        return resource.family() == TaskResource.Family.SERVICE
                && !resource.service().equals("local")
                && !partition(resource.text()).equals(partition(request.executionArn()));
    }

    private static String partition(String arn) {
        String[] parts = arn.split(":", 3);
        return parts.length < 3 ? "" : parts[1];
    }

    @Override
    public void check(TaskRequest request) throws TaskFailure {
        throw new TaskFailure(ERROR, CAUSE);
    }

    /** Fails a task that an earlier version has scheduled. */
    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        completion.failed(ERROR, CAUSE);
        return () -> {};
    }

    @Override
    public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
        return start(request, completion);
    }
}
