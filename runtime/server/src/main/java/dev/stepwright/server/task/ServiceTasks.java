package dev.stepwright.server.task;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.services.AwsClients;
import dev.stepwright.services.AwsEndpoints;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Tasks that call services of AWS at their endpoints. */
public final class ServiceTasks implements TaskRunner, AutoCloseable {
    /** This server is one. */
    private static final String STEP_FUNCTIONS = "sfn";

    private final AwsClients clients;
    private final TaskRunner tasks;

    /**
     * @param region of the calls
     * @param account whose they are
     * @param workplace whose threads the calls block
     * @throws IllegalArgumentException if there is an endpoint of a service that no client can be made for
     */
    public ServiceTasks(AwsEndpoints endpoints, String region, String account, Workplace workplace) {
        this.clients = AwsClients.at(endpoints, region, Set.of(STEP_FUNCTIONS));
        this.tasks = clients.services(account).at(workplace);
    }

    @Override
    public boolean serves(TaskRequest request) {
        return tasks.serves(request);
    }

    @Override
    public void check(TaskRequest request) throws TaskFailure {
        tasks.check(request);
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        return tasks.start(request, completion);
    }

    @Override
    public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
        return tasks.resume(request, submission, completion);
    }

    @Override
    public void close() {
        clients.close();
    }
}
