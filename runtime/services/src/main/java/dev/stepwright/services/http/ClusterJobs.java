package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.services.job.JobWork;
import dev.stepwright.services.job.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The jobs of clusters that {@code .sync} waits for. The result of such a task is the job as its cluster describes it at the end, with
 * {@code logs} if they are wanted.
 */
record ClusterJobs(ClusterApi api) implements JobWork {
    /** A description has all that Kubernetes notes of a job and its pods, of which little becomes the result. */
    private static final int DESCRIPTION = 4 << 20;

    @Override
    public JsonNode start(TaskRequest request) throws TaskFailure, InterruptedException {
        ObjectNode answer = api.answer(ClusterJob.of(request.input()).creation(), request);
        String unused = name(answer);
        return answer;
    }

    private static String name(JsonNode started) throws TaskFailure {
        String name = started.at("/ResponseBody/metadata/name").asString("");
        if (!ClusterJob.isName(name)) {
            throw new TaskFailure("States.Runtime", "the cluster has not answered with the Job that it has created");
        }
        return name;
    }

    @Override
    public Progress progress(JsonNode started, TaskRequest request) throws TaskFailure, InterruptedException {
        ClusterJob job = ClusterJob.of(request.input());
        String name = name(started);
        ClusterApi describing = api.upTo(DESCRIPTION);
        JsonNode description = describing.answer(job.description(name), request).path("ResponseBody");
        Progress.State state = state(description);
        if (state != Progress.State.RUNNING && job.logs().areWanted() && description instanceof ObjectNode object) {
            object.set("logs", new PodLogs(describing, job, request).of(name));
        }
        return new Progress(state, description);
    }

    private static Progress.State state(JsonNode description) {
        for (JsonNode condition : description.at("/status/conditions")) {
            if (condition.path("status").asString("").equals("True")) {
                switch (condition.path("type").asString("")) {
                    case "Complete" -> {
                        return Progress.State.DONE;
                    }
                    case "Failed" -> {
                        return Progress.State.FAILED;
                    }
                    default -> {} // such as Suspended: it may go on
                }
            }
        }
        return Progress.State.RUNNING;
    }

    @Override
    public void stop(JsonNode started, TaskRequest request) throws TaskFailure, InterruptedException {
        ObjectNode unused = api.answer(ClusterJob.of(request.input()).deletion(name(started)), request);
    }
}
