package dev.stepwright.server.task;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What the server does of the tasks itself, beside what the engine does. */
public final class ServiceTasks implements TaskRunner, AutoCloseable {
    private final @Nullable LambdaEndpoint lambda;

    /** @param lambdaEndpoint where functions are invoked; null if there are none */
    public ServiceTasks(@Nullable URI lambdaEndpoint) {
        this.lambda = lambdaEndpoint == null ? null : new LambdaEndpoint(lambdaEndpoint);
    }

    @Override
    public boolean serves(TaskRequest request) {
        return lambda != null && LambdaTasks.serve(request.resource());
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        if (lambda == null) {
            throw new IllegalStateException(
                    "asked for a task that is not served: " + request.resource().text());
        }
        return new LambdaTasks(lambda).start(request, completion);
    }

    @Override
    public void close() {
        if (lambda != null) {
            lambda.close();
        }
    }
}
