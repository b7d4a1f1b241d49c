package dev.stepwright.server.task;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Tasks of services that are not here and would hand on a task token. The state waits as it would in AWS once the message has been
 * sent; whoever is to answer finds the token in the history.
 */
public final class UnsentTokens implements TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(UnsentTokens.class);

    /** Done by this server itself, or as functions that may not be known. */
    private static final Set<String> OTHERS = Set.of("states", "lambda");

    @Override
    public boolean serves(TaskRequest request) {
        TaskResource resource = request.resource();
        return resource.pattern() == TaskResource.Completion.CALLBACK && !OTHERS.contains(resource.service());
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        LOG.warn(
                "{}: no endpoint for the task {} ({}), so nothing is sent; it waits until its task token, which is in the history, comes back",
                request.executionArn(),
                JsonText.quote(request.stateName()),
                request.resource().text());
        completion.submitted(JsonNodeFactory.instance.objectNode());
        return () -> {};
    }
}
