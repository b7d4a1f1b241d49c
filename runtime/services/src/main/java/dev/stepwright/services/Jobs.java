package dev.stepwright.services;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.services.job.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The jobs that {@code .sync} waits for. */
final class Jobs {
    private static final Map<String, Job> ALL = new HashMap<>(EmrJobs.ALL);

    static {
        ALL.putAll(EmrServerlessJobs.ALL);
        ALL.putAll(EmrContainersJobs.ALL);
        ALL.putAll(EksJobs.ALL);
        ALL.put("athena:startQueryExecution", new AthenaQuery());
        ALL.put("batch:submitJob", new BatchJob());
        ALL.put("bedrock:createModelCustomizationJob", new ModelCustomization());
        ALL.put("codebuild:retryBuildBatch", new CodeBuild("BuildBatch", "BuildBatches"));
        ALL.put("codebuild:startBuild", new CodeBuild("Build", "Builds"));
        ALL.put("codebuild:startBuildBatch", new CodeBuild("BuildBatch", "BuildBatches"));
        ALL.put("databrew:startJobRun", new DataBrewRun());
        ALL.put("ecs:runTask", new EcsTask());
        ALL.put("glue:startJobRun", new GlueRun());
        ALL.put("mediaconvert:createJob", new MediaConvertJob());
        for (String kind :
                List.of("HyperParameterTuningJob", "LabelingJob", "ProcessingJob", "TrainingJob", "TransformJob")) {
            ALL.put("sagemaker:create" + kind, new SageMakerJob(kind));
        }
    }

    private Jobs() {}

    static Optional<Job> of(Integration integration, String action) {
        return Optional.ofNullable(ALL.get(integration.service() + ":" + action));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static final class AthenaQuery implements Job {
        private static ObjectNode id(Started started) {
            return object().set("QueryExecutionId", started.answer().path("QueryExecutionId"));
        }

        @Override
        public Request description(Started started) {
            return new Request("getQueryExecution", id(started));
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            return Progress.of(
                    description, description.at("/QueryExecution/Status/State"), "SUCCEEDED", "FAILED", "CANCELLED");
        }

        @Override
        public Optional<Request> stop(Started started, String reason) {
            return Optional.of(new Request("stopQueryExecution", id(started)));
        }
    }

    private static final class BatchJob implements Job {
        /** AWS: a container is told who has started it. */
        @Override
        public JsonNode parameters(JsonNode given) {
            JsonNode overrides = given.path("ContainerOverrides");
            JsonNode environment = overrides.path("Environment");
            if (!given.isObject()
                    || !(overrides.isMissingNode() || overrides.isObject())
                    || !(environment.isMissingNode() || environment.isArray())) {
                return given; // the service says what is wrong with it
            }
            ObjectNode more = ((ObjectNode) given).deepCopy();
            more.withObjectProperty("ContainerOverrides")
                    .withArrayProperty("Environment")
                    .addObject()
                    .put("Name", "MANAGED_BY_AWS")
                    .put("Value", "STARTED_BY_STEP_FUNCTIONS");
            return more;
        }

        @Override
        public Request description(Started started) {
            ObjectNode jobs = object();
            jobs.putArray("Jobs").add(started.answer().path("JobId"));
            return new Request("describeJobs", jobs);
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            JsonNode job = description.at("/Jobs/0");
            return Progress.of(job, job.path("Status"), "SUCCEEDED", "FAILED");
        }

        @Override
        public Optional<Request> stop(Started started, String reason) {
            return Optional.of(new Request(
                    "terminateJob",
                    object().set("JobId", started.answer().path("JobId")).put("Reason", reason)));
        }
    }

    private static final class ModelCustomization implements Job {
        private static ObjectNode id(Started started) {
            return object().set("JobIdentifier", started.answer().path("JobArn"));
        }

        @Override
        public Request description(Started started) {
            return new Request("getModelCustomizationJob", id(started));
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            return Progress.of(description, description.path("Status"), "Completed", "Failed", "Stopped");
        }

        @Override
        public Optional<Request> stop(Started started, String reason) {
            return Optional.of(new Request("stopModelCustomizationJob", id(started)));
        }
    }

    /**
     * A build, or a batch of them.
     *
     * @param one what the API calls it
     * @param all what the API calls several
     */
    private record CodeBuild(String one, String all) implements Job {
        private JsonNode id(Started started) {
            return started.answer().path(one).path("Id");
        }

        @Override
        public Request description(Started started) {
            ObjectNode ids = object();
            ids.putArray("Ids").add(id(started));
            return new Request("batchGet" + all, ids);
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            JsonNode build = description.path(all).path(0);
            return Progress.of(
                    object().set(one, build),
                    build.path(one + "Status"),
                    "SUCCEEDED",
                    "FAILED",
                    "FAULT",
                    "TIMED_OUT",
                    "STOPPED");
        }

        @Override
        public Optional<Request> stop(Started started, String reason) {
            return Optional.of(new Request("stop" + one, object().set("Id", id(started))));
        }
    }

    private static final class EcsTask implements Job {
        @Override
        public JsonNode parameters(JsonNode given) {
            return given instanceof ObjectNode parameters && !parameters.has("StartedBy")
                    ? parameters.objectNode().setAll(parameters).put("StartedBy", "AWS Step Functions")
                    : given;
        }

        @Override
        public void check(JsonNode answer) throws TaskFailure {
            if (!answer.path("Failures").isEmpty() || answer.at("/Tasks/0").isMissingNode()) {
                throw new TaskFailure("AmazonECS.Unknown", JsonText.compact(answer.path("Failures")));
            }
        }

        @Override
        public Request description(Started started) {
            ObjectNode tasks = inCluster(started);
            tasks.putArray("Tasks").add(arn(started));
            return new Request("describeTasks", tasks);
        }

        /** The default cluster is that of whoever names none. */
        private static ObjectNode inCluster(Started started) {
            JsonNode cluster = started.parameters().path("Cluster");
            return cluster.isString() ? object().set("Cluster", cluster) : object();
        }

        private static JsonNode arn(Started started) {
            return started.answer().at("/Tasks/0/TaskArn");
        }

        /** A task has done its work if all its containers say so. */
        @Override
        public Progress progress(Started started, JsonNode description) {
            JsonNode task = description.at("/Tasks/0");
            if (!task.path("LastStatus").asString("").equals("STOPPED")) {
                return new Progress(Progress.State.RUNNING, task);
            }
            boolean isGood = !task.path("Containers").isEmpty();
            for (JsonNode container : task.path("Containers")) {
                isGood &= container.path("ExitCode").asInt(-1) == 0;
            }
            return new Progress(isGood ? Progress.State.DONE : Progress.State.FAILED, task);
        }

        @Override
        public Optional<Request> stop(Started started, String reason) {
            return Optional.of(new Request(
                    "stopTask", inCluster(started).set("Task", arn(started)).put("Reason", reason)));
        }
    }

    private static final class GlueRun implements Job {
        @Override
        public Request description(Started started) {
            return new Request("getJobRun", name(started).set("RunId", id(started)));
        }

        private static ObjectNode name(Started started) {
            return object().set("JobName", started.parameters().path("JobName"));
        }

        private static JsonNode id(Started started) {
            return started.answer().path("JobRunId");
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            JsonNode run = description.path("JobRun");
            return Progress.of(
                    run, run.path("JobRunState"), "SUCCEEDED", "FAILED", "STOPPED", "TIMEOUT", "ERROR", "EXPIRED");
        }

        @Override
        public Optional<Request> stop(Started started, String reason) {
            ObjectNode runs = name(started);
            runs.putArray("JobRunIds").add(id(started));
            return Optional.of(new Request("batchStopJobRun", runs));
        }
    }

    private static final class DataBrewRun implements Job {
        /** AWS: the policies that Step Functions asks for let it list the runs of a job, not describe one. */
        @Override
        public Request description(Started started) {
            return new Request("listJobRuns", name(started));
        }

        private static ObjectNode name(Started started) {
            return object().set("Name", started.parameters().path("Name"));
        }

        private static JsonNode id(Started started) {
            return started.answer().path("RunId");
        }

        private static Optional<JsonNode> run(Started started, JsonNode page) {
            return page.path("JobRuns")
                    .valueStream()
                    .filter(run -> run.path("RunId").equals(id(started)))
                    .findFirst();
        }

        @Override
        public Optional<Request> next(Started started, JsonNode page) {
            JsonNode token = page.path("NextToken");
            return token.isString() && run(started, page).isEmpty()
                    ? Optional.of(new Request("listJobRuns", name(started).set("NextToken", token)))
                    : Optional.empty();
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            return run(started, description)
                    .map(run -> Progress.of(run, run.path("State"), "SUCCEEDED", "FAILED", "STOPPED", "TIMEOUT"))
                    .orElseGet(() -> new Progress(Progress.State.RUNNING, description));
        }

        @Override
        public Optional<Request> stop(Started started, String reason) {
            return Optional.of(new Request("stopJobRun", name(started).set("RunId", id(started))));
        }
    }

    private static final class MediaConvertJob implements Job {
        private static ObjectNode id(Started started) {
            return object().set("Id", started.answer().at("/Job/Id"));
        }

        @Override
        public Request description(Started started) {
            return new Request("getJob", id(started));
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            return Progress.of(description, description.at("/Job/Status"), "COMPLETE", "ERROR", "CANCELED");
        }

        @Override
        public Optional<Request> stop(Started started, String reason) {
            return Optional.of(new Request("cancelJob", id(started)));
        }
    }

    /** @param kind what its name and its status are called by, for example {@code TrainingJob} */
    private record SageMakerJob(String kind) implements Job {
        private Request about(Started started, String verb) {
            String name = kind + "Name";
            return new Request(
                    verb + kind, object().set(name, started.parameters().path(name)));
        }

        @Override
        public Request description(Started started) {
            return about(started, "describe");
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            return Progress.of(description, description.path(kind + "Status"), "Completed", "Failed", "Stopped");
        }

        @Override
        public Optional<Request> stop(Started started, String reason) {
            return Optional.of(about(started, "stop"));
        }
    }
}
