package dev.stepwright.server.task;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks of services that are not here: they fail, and say how to have them done. A function that nobody knows fails as in AWS. */
public final class UndoneTasks implements TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(UndoneTasks.class);

    /** Where the engine knows what is wrong. */
    private static final Set<String> OTHERS = Set.of("states", "aws-sdk:sfn", "local");

    @Override
    public boolean serves(TaskRequest request) {
        TaskResource resource = request.resource();
        return resource.family() == TaskResource.Family.SERVICE
                && !resource.isLambdaInvoke()
                && !OTHERS.contains(resource.service());
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        String message = "no endpoint or mock for the task " + JsonText.quote(request.stateName()) + " ("
                + request.resource().text() + "). " + advice(request.resource())
                + " the results of the state with --mock-config";
        LOG.warn("{}: {}", request.executionArn(), message);
        completion.failed("States.Runtime", message);
        return () -> {};
    }

    private static String advice(TaskResource resource) {
        return resource.service().equals("bedrockagentcore")
                ? "The stream of an agent is not read; give"
                : "Start the server with " + option(resource) + ", or give";
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
