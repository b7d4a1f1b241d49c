package dev.stepwright.server.trial;

import dev.stepwright.runtime.task.TaskResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The models of what services answer, for the check of mocked results. There is a resource for each service that has one, made by {@code
 * src/models/result_models.py}.
 */
final class ResultModels {
    /** Services that have another name as an optimized integration than as one of the SDK. */
    private static final Map<String, String> SDK_NAMES = Map.of("states", "sfn", "events", "eventbridge");

    /** AWS: for a job the answer of the operation is mocked that tells of its end. */
    private static final Map<String, String> OF_JOBS = Map.of(
            "athena:startQueryExecution", "getQueryExecution",
            "batch:submitJob", "describeJobs",
            "codebuild:startBuild", "batchGetBuilds",
            "ecs:runTask", "describeTasks",
            "glue:startJobRun", "getJobRun",
            "sfn:startExecution", "describeExecution");

    private static final Map<String, JsonNode> READ = new ConcurrentHashMap<>();

    private ResultModels() {}

    /** Returns what a resource answers; empty if that is not known, or is for whoever ends the task to say. */
    static Optional<ResultModel> of(TaskResource resource) {
        if (resource.family() != TaskResource.Family.SERVICE
                || resource.pattern() == TaskResource.Completion.CALLBACK) {
            return Optional.empty();
        }
        String name = resource.service().replace("aws-sdk:", "");
        String service = SDK_NAMES.getOrDefault(name, name);
        String action = resource.action().split("\\.", -1)[0];
        String operation = resource.pattern() == TaskResource.Completion.JOB
                ? OF_JOBS.getOrDefault(service + ":" + action, "")
                : action;
        JsonNode model = READ.computeIfAbsent(service, ResultModels::read);
        String shape =
                model == null ? "" : model.path("operations").path(operation).asString("");
        return shape.isEmpty() ? Optional.empty() : Optional.of(new ResultModel(model.path("shapes"), shape));
    }

    /** Returns null, which is not kept, for a service without a model. */
    private static @Nullable JsonNode read(String service) {
        if (!service.matches("[a-z0-9]+")) {
            return null;
        }
        try (InputStream model = ResultModels.class.getResourceAsStream(service + ".json")) {
            return model == null ? null : JsonMapper.shared().readTree(model);
        } catch (IOException e) {
            throw new UncheckedIOException("the model of " + service + " cannot be read from the class path", e);
        }
    }
}
