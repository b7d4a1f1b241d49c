package dev.stepwright.server.trial;

import dev.stepwright.runtime.task.TaskResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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

    /** The operations that tell of the end of a job and are called otherwise than what begins it. */
    private static final Map<String, String> OF_JOBS = Map.of(
            "batch:submitJob", "describeJobs",
            "codebuild:startBuild", "batchGetBuilds",
            "ecs:runTask", "describeTasks");

    private static final Map<String, JsonNode> READ = new ConcurrentHashMap<>();

    private ResultModels() {}

    /** Returns what a resource answers; empty if that is not known, or is for whoever ends the task to say. */
    static Optional<ResultModel> of(TaskResource resource) {
        if (resource.family() != TaskResource.Family.SERVICE
                || resource.pattern() == TaskResource.Completion.CALLBACK) {
            return Optional.empty();
        }
        String name = resource.service().replace("aws-sdk:", "").replace("-", "");
        String service = SDK_NAMES.getOrDefault(name, name);
        JsonNode model = READ.computeIfAbsent(service, ResultModels::read);
        if (model == null) {
            return Optional.empty();
        }
        String action = resource.action().split("\\.", -1)[0];
        JsonNode operations = model.path("operations");
        return (resource.pattern() == TaskResource.Completion.JOB
                        ? ofJob(service, action).filter(operations::has).findFirst()
                        : Optional.of(action).filter(operations::has))
                .map(operation -> new ResultModel(
                        model.path("shapes"), operations.path(operation).stringValue()));
    }

    /** AWS: for a job the answer of the operation is mocked that tells of its end. */
    private static Stream<String> ofJob(String service, String action) {
        String job = action.replaceFirst("^(create|start)", "");
        return Stream.of(OF_JOBS.getOrDefault(service + ":" + action, ""), "describe" + job, "get" + job);
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
