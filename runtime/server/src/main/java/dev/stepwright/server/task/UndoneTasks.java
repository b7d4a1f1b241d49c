package dev.stepwright.server.task;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks of services that are not here: they fail, and say how to have them done. A function that nobody knows fails as in AWS. */
public final class UndoneTasks implements TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(UndoneTasks.class);

    @Override
    public boolean serves(TaskRequest request) {
        return request.resource().family() == TaskResource.Family.SERVICE
                && !request.resource().isLambdaInvoke();
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        String message = "Nothing does the task " + request.resource().text() + " of the state '" + request.stateName()
                + "'. Start the server with " + option(request.resource())
                + ", or give results of the state in a --mock-config.";
        LOG.warn("{}: {}", request.executionArn(), message);
        completion.failed("States.Runtime", message);
        return () -> {};
    }

    private static String option(TaskResource resource) {
        String service = resource.service().replaceFirst("aws-sdk:", "");
        return switch (service) {
            case "http" -> "--connections";
            case "s3" -> "--objects or --aws-endpoint s3=URL";
            default -> "--aws-endpoint " + service + "=URL";
        };
    }
}
