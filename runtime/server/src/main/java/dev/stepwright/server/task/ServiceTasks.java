package dev.stepwright.server.task;

import dev.stepwright.runtime.task.HandlerThreads;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.runtime.time.RealTime;
import dev.stepwright.runtime.time.TimeSource;
import dev.stepwright.services.AwsClients;
import dev.stepwright.services.AwsEndpoints;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import tools.jackson.databind.JsonNode;

/** Tasks that call services of AWS at their endpoints, on threads of their own. */
public final class ServiceTasks implements TaskRunner, AutoCloseable {
    private static final int MOST_CALLS = 64;

    /** This server is one. */
    private static final String STEP_FUNCTIONS = "sfn";

    private final AwsClients clients;
    private final ExecutorService threads;
    private final TimeSource time;
    private final TaskRunner tasks;

    /**
     * @param region of the calls
     * @throws IllegalArgumentException if there is an endpoint of a service that no client can be made for
     */
    public ServiceTasks(AwsEndpoints endpoints, String region) {
        this.clients = AwsClients.at(endpoints, region, Set.of(STEP_FUNCTIONS));
        this.threads = HandlerThreads.create(MOST_CALLS);
        this.time = new RealTime();
        this.tasks = clients.services().at(new Workplace(threads, time));
    }

    @Override
    public boolean serves(TaskRequest request) {
        return tasks.serves(request);
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
        threads.shutdownNow();
        time.close();
        clients.close();
    }
}
