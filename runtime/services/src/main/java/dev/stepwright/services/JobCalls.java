package dev.stepwright.services;

import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.services.job.JobWork;
import dev.stepwright.services.job.Progress;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls of a service about one kind of job.
 *
 * @param starting the call that starts one
 */
record JobCalls(Job job, ServiceClient client, ServiceCall.Optimized starting, Roles roles) implements JobWork {
    @Override
    public JsonNode start(TaskRequest request) throws TaskFailure {
        JsonNode answer = starting.answer(job.parameters(request.input()), request, roles.caller(request));
        job.check(answer);
        return answer;
    }

    @Override
    public Progress progress(JsonNode answer, TaskRequest request) throws TaskFailure {
        Job.Started started = new Job.Started(request.input(), answer);
        try {
            return job.progress(started, description(started, request));
        } catch (TaskFailure refusal) {
            if (job.isDoneAt(refusal)) {
                return new Progress(Progress.State.DONE, answer);
            }
            throw refusal;
        }
    }

    private JsonNode description(Job.Started started, TaskRequest request) throws TaskFailure {
        JsonNode page = call(job.description(started), request);
        Optional<Job.Request> next = job.next(started, page);
        while (next.isPresent()) {
            page = call(next.get(), request);
            next = job.next(started, page);
        }
        return page;
    }

    @Override
    public void stop(JsonNode answer, TaskRequest request) throws TaskFailure {
        Job.Request stop = job.stop(
                        new Job.Started(request.input(), answer),
                        "The Task state in AWS Step Functions execution [" + request.executionArn()
                                + "] which was managing this resource was aborted")
                .orElse(null);
        if (stop != null) {
            ObjectNode unused = call(stop, request);
        }
    }

    private ObjectNode call(Job.Request about, TaskRequest request) throws TaskFailure {
        Operation operation = client.operation(about.action())
                .orElseThrow(() -> new IllegalStateException(
                        "the client of " + client.name() + " has no operation " + about.action()));
        return starting.call(operation, about.parameters(), roles.caller(request))
                .json(Answers.OPTIMIZED);
    }
}
