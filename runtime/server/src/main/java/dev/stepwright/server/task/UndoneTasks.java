package dev.stepwright.server.task;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tasks of services that nobody else does; the last to be asked. They fail, and say what a server can be given for them. Functions that are
 * not there fail as in AWS, which the engine sees to.
 */
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
        String problem = "nothing does the task \"" + request.stateName() + "\" ("
                + request.resource().text() + "): this server has "
                + lack(request.resource().service())
                + ", and the execution runs no test case that has a response for it (--mock-config)";
        LOG.warn("{}: {}", request.executionArn(), problem);
        completion.failed("States.Runtime", problem);
        return () -> {};
    }

    private static String lack(String service) {
        String name = service.startsWith("aws-sdk:") ? service.substring("aws-sdk:".length()) : service;
        return switch (name) {
            case "http" -> "no --connections";
            case "s3" -> "no --aws-endpoint of s3 and no --objects that does it";
            default -> "no --aws-endpoint of " + name;
        };
    }
}
