package dev.stepwright.server.trial;

import dev.stepwright.runtime.task.TaskResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models of what services answer, for the check of mocked results: a table for each service, written by {@code dsl/src/tables/models.py}.
 * Those of services that are never asked for are never read.
 *
 * <p>They are not the tables of {@code dev.stepwright.types.service}, which have what a task gives, for all who use the DSL. AWS holds a mock to
 * the model of the API: to its required members, words and limits, to times as texts, and for a job to the operation that describes it.
 */
final class ResultModels {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

    /** Services that have another name as an optimized integration than as one of the SDK. */
    private static final Map<String, String> SDK_NAMES = Map.of("states", "sfn", "events", "eventbridge");

    /** The operations that tell of the end of a job and are called otherwise than what begins it; none is known where that is empty. */
    private static final Map<String, String> OF_JOBS = Map.of(
            "batch:submitJob", "describeJobs",
            "codebuild:startBuild", "batchGetBuilds",
            "databrew:startJobRun", "",
            "ecs:runTask", "describeTasks");

    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private ResultModels() {}

    /** Returns what a resource answers; empty if that is not known, or is for whoever ends the task to say. */
    static Optional<ResultModel> of(TaskResource resource) {
        if (resource.family() != TaskResource.Family.SERVICE
                || resource.pattern() == TaskResource.Completion.CALLBACK) {
            return Optional.empty();
        }
        String name = resource.service().replace("aws-sdk:", "").replace("-", "");
        String service = SDK_NAMES.getOrDefault(name, name);
        Map<String, String> lines = READ.computeIfAbsent(service, ResultModels::read);
        if (lines == null) {
            return Optional.empty();
        }
        String action = resource.action().split("\\.", -1)[0];
        return (resource.pattern() == TaskResource.Completion.JOB ? ofJob(service, action) : Stream.of(action))
                .filter(lines::containsKey)
                .findFirst()
                .map(operation -> new ResultModel(lines, operation));
    }

    /** AWS: for a job the answer of the operation is mocked that tells of its end. */
    private static Stream<String> ofJob(String service, String action) {
        String other = OF_JOBS.get(service + ":" + action);
        String job = action.replaceFirst("^(create|start)", "");
        return other == null ? Stream.of("describe" + job, "get" + job) : Stream.of(other);
    }

    /** Returns null, which is not kept, for a service without a model. */
    private static @Nullable Map<String, String> read(String service) {
        if (!NAME.matcher(service).matches()) {
            return null;
        }
        String file = "models/" + service + ".txt";
        try (InputStream table = ResultModels.class.getResourceAsStream(file)) {
            return table == null ? null : lines(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + file + " of this jar cannot be read", e);
        }
    }

    private static Map<String, String> lines(String service) {
        Map<String, String> named = new HashMap<>();
        service.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int end = line.indexOf(line.startsWith("|") ? '|' : ' ', 1);
            named.put(end < 0 ? line : line.substring(0, end), end < 0 ? "" : line.substring(end + 1));
        });
        return Map.copyOf(named);
    }
}
