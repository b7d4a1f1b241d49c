package dev.stepwright.runtime;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.LambdaCall;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a task that nobody does. */
final class Unbound {
    private static final Logger LOG = LoggerFactory.getLogger(Unbound.class);

    private Unbound() {}

    /** Leaves the task open for an engine after this one, or fails it. */
    static void answer(TaskRequest request, TaskCompletion completion, Machine machine, EngineConfig config) {
        LOG.warn(
                "{}: no handler, runner or endpoint for the task {} ({}); its machine has {}{}",
                request.executionArn(),
                JsonText.quote(request.stateName()),
                JsonText.quote(request.resource().text()),
                machine.handlers(),
                isFunction(request.resource()) ? "; stepwright.jar takes --lambda-endpoint URL" : "");
        if (!config.waitsForHandlers()) {
            fail(request, completion, machine, config);
        }
    }

    private static boolean isFunction(TaskResource resource) {
        return resource.family() == TaskResource.Family.LAMBDA || resource.isLambdaInvoke();
    }

    /** A function that nobody knows fails as in AWS; for everything else the set-up is wrong, and the execution ends. */
    private static void fail(TaskRequest request, TaskCompletion completion, Machine machine, EngineConfig config) {
        TaskResource resource = request.resource();
        if (resource.family() == TaskResource.Family.LAMBDA) {
            completion.failed("Lambda.ResourceNotFoundException", notFound(resource.text(), config));
        } else if (resource.isLambdaInvoke()) {
            String name = LambdaCall.functionName(request.input()).orElse("");
            completion.failed(
                    "Lambda.ResourceNotFoundException",
                    notFound(LambdaCall.arn(name, config.region(), config.account()), config));
        } else {
            completion.failed(
                    "States.Runtime",
                    "No handler is bound for the state \"" + request.stateName() + "\" and its resource \""
                            + resource.text()
                            + "\"; bind one with TaskHandlers.state or TaskHandlers.resource, or the method behind a task with machine.handlers().bind. The machine has "
                            + machine.handlers() + ".");
        }
    }

    private static String notFound(String functionArn, EngineConfig config) {
        return "Function not found: " + functionArn
                + ":$LATEST (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: "
                + config.ids().get() + "; Proxy: null)";
    }
}
