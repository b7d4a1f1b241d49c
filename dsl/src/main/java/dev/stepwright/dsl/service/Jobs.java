package dev.stepwright.dsl.service;

import dev.stepwright.dsl.Resource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Services that run jobs. {@code RUN_...} goes on at once, {@code RUN_..._SYNC} waits for the end of the job and fails if that does.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-sync">AWS: Run a job</a>
 */
public final class Jobs {
    /** Starts a task of Amazon ECS. */
    public static final Resource<EcsTask, JsonNode> RUN_ECS_TASK =
            Resource.of("arn:aws:states:::ecs:runTask", EcsTask.class, JsonNode.class);

    /** Runs a task of Amazon ECS to its end. */
    public static final Resource<EcsTask, JsonNode> RUN_ECS_TASK_SYNC = RUN_ECS_TASK.sync(JsonNode.class);

    /** Starts a job of AWS Batch. */
    public static final Resource<BatchJob, BatchSubmitted> RUN_BATCH_JOB =
            Resource.of("arn:aws:states:::batch:submitJob", BatchJob.class, BatchSubmitted.class);

    /** Runs a job of AWS Batch to its end. */
    public static final Resource<BatchJob, JsonNode> RUN_BATCH_JOB_SYNC = RUN_BATCH_JOB.sync(JsonNode.class);

    /** Starts a job of AWS Glue. */
    public static final Resource<GlueJob, GlueStarted> RUN_GLUE_JOB =
            Resource.of("arn:aws:states:::glue:startJobRun", GlueJob.class, GlueStarted.class);

    /** Runs a job of AWS Glue to its end. */
    public static final Resource<GlueJob, JsonNode> RUN_GLUE_JOB_SYNC = RUN_GLUE_JOB.sync(JsonNode.class);

    /** Starts a query of Amazon Athena. */
    public static final Resource<AthenaQuery, AthenaStarted> RUN_ATHENA_QUERY =
            Resource.of("arn:aws:states:::athena:startQueryExecution", AthenaQuery.class, AthenaStarted.class);

    /** Runs a query of Amazon Athena to its end. */
    public static final Resource<AthenaQuery, JsonNode> RUN_ATHENA_QUERY_SYNC = RUN_ATHENA_QUERY.sync(JsonNode.class);

    /**
     * What ECS has to run.
     *
     * @param overrides of the container, as ECS has them
     */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record EcsTask(
            String cluster,
            String taskDefinition,
            @Nullable String launchType,
            @Nullable Object networkConfiguration,
            @Nullable Object overrides) {}

    /** What Batch has to run. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record BatchJob(
            String jobName,
            String jobQueue,
            String jobDefinition,
            @Nullable Map<String, String> parameters) {}

    /** A job that Batch has taken. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record BatchSubmitted(String jobArn, String jobId, String jobName) {}

    /** What Glue has to run. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record GlueJob(String jobName, @Nullable Map<String, String> arguments) {}

    /** A run that Glue has begun. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record GlueStarted(String jobRunId) {}

    /** What Athena has to run. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record AthenaQuery(
            String queryString,
            @Nullable String workGroup,
            @Nullable Object resultConfiguration) {}

    /** A query that Athena has begun. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    public record AthenaStarted(String queryExecutionId) {}

    private Jobs() {}
}
