package dev.stepwright.services;

import dev.stepwright.runtime.task.BlockingTask;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskResource.Completion;
import dev.stepwright.runtime.task.TaskResource.Family;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.services.job.JobTask;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The tasks of the services that clients are there for. Each call blocks a thread of the workplace. */
final class ServiceTasks implements TaskRunner {
    private static final String SDK = "aws-sdk:";

    private final Map<String, ServiceClient> clients;
    private final Roles roles;
    private final Workplace workplace;

    ServiceTasks(Map<String, ServiceClient> clients, Roles roles, Workplace workplace) {
        this.clients = clients;
        this.roles = roles;
        this.workplace = workplace;
    }

    @Override
    public boolean serves(TaskRequest request) {
        return request.resource().pattern() == Completion.JOB
                ? job(request.resource()).isPresent()
                : call(request.resource()).isPresent();
    }

    @Override
    public void check(TaskRequest request) throws TaskFailure {
        ServiceCall call = call(request.resource()).orElse(null);
        if (call != null) {
            call.check(request.input());
        }
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        if (request.resource().pattern() == Completion.JOB) {
            return job(request, completion).start();
        }
        ServiceCall call = call(request.resource()).orElseThrow();
        BlockingTask task = () -> call.answer(request, roles.caller(request));
        return task.start(workplace, request, completion);
    }

    @Override
    public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
        return request.resource().pattern() == Completion.JOB
                ? job(request, completion).watch(submission)
                : () -> {};
    }

    private JobTask job(TaskRequest request, TaskCompletion completion) {
        return new JobTask(job(request.resource()).orElseThrow(), workplace, request, completion);
    }

    private Optional<JobCalls> job(TaskResource resource) {
        return optimized(resource)
                .flatMap(call -> Jobs.of(call.integration(), action(resource))
                        .flatMap(job -> client(call.integration().client())
                                .map(client -> new JobCalls(job, client, call, roles))));
    }

    private Optional<? extends ServiceCall> call(TaskResource resource) {
        if (resource.family() == Family.LAMBDA) {
            return client(Integration.LAMBDA.client())
                    .flatMap(client -> client.operation("invoke"))
                    .map(ServiceCall.OfFunction::new);
        }
        if (resource.service().startsWith(SDK)) {
            return sdk(resource);
        }
        Optional<ServiceCall.Optimized> call = optimized(resource);
        Optional<NamedInstances> named = NamedInstances.of(action(resource));
        if (named.isPresent()) {
            return call.flatMap(modification -> instances(modification, named.get()));
        }
        if (resource.service().equals("bedrock") && action(resource).equals("invokeModel")) {
            return call.map(invocation ->
                    new ModelCall(invocation, client(Integration.S3.client()).orElse(null)));
        }
        boolean isListing = resource.service().equals("s3") && action(resource).equals("listObjectsV2");
        return isListing ? call.map(listing -> new ServiceCall.OfListing(listing.operation())) : call;
    }

    private Optional<ServiceCall.OfInstances> instances(ServiceCall.Optimized modification, NamedInstances named) {
        return client(modification.integration().client())
                .flatMap(client -> client.operation(named.listing()))
                .map(list -> new ServiceCall.OfInstances(modification, list, named));
    }

    private Optional<ServiceCall.OfSdk> sdk(TaskResource resource) {
        return client(resource.service().substring(SDK.length()))
                .flatMap(client -> client.operation(action(resource))
                        .map(operation -> new ServiceCall.OfSdk(client.prefix(), operation)));
    }

    private Optional<ServiceCall.Optimized> optimized(TaskResource resource) {
        ApiNames names = ApiNames.of(resource.service(), action(resource));
        return Integration.of(resource.service(), action(resource))
                .flatMap(integration -> client(integration.client())
                        .flatMap(client -> client.operation(names.operation()))
                        .map(operation -> new ServiceCall.Optimized(integration, names, operation.optimized())));
    }

    /** Returns the action without the pattern. */
    static String action(TaskResource resource) {
        return resource.action().split("\\.", 2)[0];
    }

    private Optional<ServiceClient> client(String name) {
        return Optional.ofNullable(clients.get(name));
    }
}
