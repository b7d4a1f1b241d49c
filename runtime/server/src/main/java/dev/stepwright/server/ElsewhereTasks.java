package dev.stepwright.server;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.server.task.ApiTasks;
import dev.stepwright.server.task.ClusterTasks;
import dev.stepwright.server.task.LambdaTasks;
import dev.stepwright.server.task.ServiceTasks;
import dev.stepwright.services.AwsEndpoints;
import dev.stepwright.services.http.HttpTasks;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tasks that are done elsewhere: by functions, services and APIs, each where a configuration says. */
public final class ElsewhereTasks implements TaskRunner, AutoCloseable {
    private static final String LAMBDA = "lambda";

    private final List<TaskRunner> runners = new ArrayList<>();
    private final @Nullable LambdaTasks lambda;
    private final @Nullable ServiceTasks services;

    /**
     * @param workplace whose threads the calls block
     * @throws IllegalArgumentException if there is an endpoint of a service that no client can be made for
     */
    public ElsewhereTasks(ServerConfig config, Workplace workplace) {
        AwsEndpoints endpoints = config.awsEndpoints();
        AwsEndpoints ofClients = endpoints.without(LAMBDA).without(ApiTasks.SERVICE);
        @Nullable
        URI functions = config.lambdaEndpoint() == null ? endpoints.of(LAMBDA).orElse(null) : config.lambdaEndpoint();
        this.services = ofClients.isNone()
                ? null
                : new ServiceTasks(
                        ofClients, config.account().region(), config.account().id(), workplace);
        this.lambda = functions == null ? null : new LambdaTasks(functions, workplace);
        if (lambda != null) {
            runners.add(lambda);
        }
        if (config.connections() != null) {
            runners.add(HttpTasks.of(config.connections()).at(workplace));
        }
        ApiTasks.at(endpoints, workplace).ifPresent(runners::add);
        ClusterTasks.at(endpoints, workplace).ifPresent(runners::add);
        if (services != null) {
            runners.add(services);
        }
    }

    /** Returns who does them, in the order in which they are asked. */
    List<TaskRunner> runners() {
        return List.copyOf(runners);
    }

    private Optional<TaskRunner> runner(TaskRequest request) {
        return runners.stream().filter(runner -> runner.serves(request)).findFirst();
    }

    @Override
    public boolean serves(TaskRequest request) {
        return runner(request).isPresent();
    }

    @Override
    public void check(TaskRequest request) throws TaskFailure {
        runner(request).orElseThrow().check(request);
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        return runner(request).orElseThrow().start(request, completion);
    }

    @Override
    public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
        return runner(request).orElseThrow().resume(request, submission, completion);
    }

    @Override
    public void close() {
        if (lambda != null) {
            lambda.close();
        }
        if (services != null) {
            services.close();
        }
    }
}
