package dev.stepwright.services.http;

import dev.stepwright.runtime.task.BlockingTask;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource.Completion;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.services.job.JobTask;
import tools.jackson.databind.JsonNode;

/** Does the tasks of clusters for one engine. Each call blocks a thread of the workplace. */
final class EksRunner implements TaskRunner {
    private final ClusterApi api;
    private final Workplace workplace;

    EksRunner(ClusterApi api, Workplace workplace) {
        this.api = api;
        this.workplace = workplace;
    }

    @Override
    public boolean serves(TaskRequest request) {
        return request.resource().service().equals("eks")
                && request.resource()
                        .action()
                        .matches("call(\\.waitForTaskToken)?|runJob(\\.sync|\\.waitForTaskToken)?");
    }

    private static ClusterCall call(TaskRequest request) throws TaskFailure {
        return isJob(request) ? ClusterJob.of(request.input()).creation() : ClusterCall.of(request.input());
    }

    private static boolean isJob(TaskRequest request) {
        return request.resource().action().startsWith("runJob");
    }

    @Override
    public void check(TaskRequest request) throws TaskFailure {
        ClusterCall unused = call(request);
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        if (request.resource().pattern() == Completion.JOB) {
            return job(request, completion).start();
        }
        BlockingTask task = () -> api.answer(call(request), request);
        return task.start(workplace, request, completion);
    }

    @Override
    public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
        return request.resource().pattern() == Completion.JOB
                ? job(request, completion).watch(submission)
                : () -> {};
    }

    private JobTask job(TaskRequest request, TaskCompletion completion) {
        return new JobTask(new ClusterJobs(api), workplace, request, completion);
    }
}
