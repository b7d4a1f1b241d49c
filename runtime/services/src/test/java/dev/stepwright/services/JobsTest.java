package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code .sync}: a job is started, looked at until it is over, and stopped if nobody waits for it any more. */
class JobsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String QUERY = "{\"QueryString\": \"select 1\"}";
    private static final String STARTED = "{\"QueryExecutionId\": \"q-1\"}";
    private static final String RUNNING = query("RUNNING");
    private static final String SUCCEEDED = query("SUCCEEDED");
    private static final String TASK_STARTED = "{\"tasks\": [{\"taskArn\": \"t-1\", \"lastStatus\": \"PENDING\"}]}";

    private final FakeService service = new FakeService();
    private final VirtualTime time = VirtualTime.automatic(START);
    private final AthenaClient athena = service.client(AthenaClient.builder());
    private final EcsClient ecs = service.client(EcsClient.builder());

    @AfterEach
    void close() {
        athena.close();
        ecs.close();
        service.close();
    }

    private static String query(String state) {
        return "{\"QueryExecution\": {\"QueryExecutionId\": \"q-1\", \"Status\": {\"State\": \"" + state + "\"}}}";
    }

    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    private OneTask athena() {
        return OneTask.of(EngineConfig.builder().time(time), "athena:startQueryExecution.sync", athena);
    }

    private OneTask ecs() {
        return OneTask.of(EngineConfig.builder().time(time), "ecs:runTask.sync", ecs);
    }

    @Test
    void a_job_is_looked_at_after_growing_pauses_until_it_is_over() {
        service.answering(STARTED).answering(query("QUEUED")).answering(RUNNING).answering(SUCCEEDED);
        try (OneTask task = athena()) {
            Execution<JsonNode> execution = task.start(QUERY);

            assertThat(execution.await().output().at("/QueryExecution/Status/State"))
                    .isEqualTo(json("\"SUCCEEDED\""));
            assertThat(time.now()).isEqualTo(START.plusSeconds(1 + 2 + 4));
            assertThat(execution.history())
                    .filteredOn(event -> event.type().equals("TaskSubmitted"))
                    .singleElement()
                    .extracting(HistoryEvent::details)
                    .asString()
                    .contains("q-1");
        }
        assertThat(service.calls)
                .extracting(FakeService.Call::target)
                .containsExactly(
                        "AmazonAthena.StartQueryExecution",
                        "AmazonAthena.GetQueryExecution",
                        "AmazonAthena.GetQueryExecution",
                        "AmazonAthena.GetQueryExecution");
    }

    @Test
    void a_job_that_has_failed_fails_the_task_with_its_description() {
        service.answering(STARTED).answering(query("CANCELLED"));
        try (OneTask task = athena()) {
            assertThat(task.failure(QUERY).error()).isEqualTo("States.TaskFailed");
            assertThat(json(String.valueOf(task.failure(QUERY).cause())).at("/QueryExecution/QueryExecutionId"))
                    .isEqualTo(json("\"q-1\""));
        }
    }

    @Test
    void a_container_that_exits_with_an_error_fails_the_task_and_the_task_tells_who_started_it() {
        service.answering(TASK_STARTED).answering("""
                        {"tasks": [{"taskArn": "t-1", "lastStatus": "STOPPED", "createdAt": 1.5,
                          "containers": [{"name": "a", "exitCode": 0}, {"name": "b", "exitCode": 1}]}]}""");
        try (OneTask task = ecs()) {
            assertThat(task.failure("{\"TaskDefinition\": \"d\", \"Cluster\": \"c\"}"))
                    .isEqualTo(new Outcome.Failed<>(
                            "States.TaskFailed",
                            "{\"Containers\":[{\"ExitCode\":0,\"Name\":\"a\"},{\"ExitCode\":1,\"Name\":\"b\"}],"
                                    + "\"CreatedAt\":1500,\"LastStatus\":\"STOPPED\",\"TaskArn\":\"t-1\"}"));
        }
        assertThat(service.calls.get(0).json().path("startedBy")).isEqualTo(json("\"AWS Step Functions\""));
        assertThat(service.calls.get(1).json()).isEqualTo(json("{\"cluster\": \"c\", \"tasks\": [\"t-1\"]}"));
    }

    @Test
    void a_task_that_finds_no_place_is_told() {
        service.answering("{\"tasks\": [], \"failures\": [{\"reason\": \"RESOURCE:CPU\"}]}");
        try (OneTask task = ecs()) {
            assertThat(task.failure("{\"TaskDefinition\": \"d\"}"))
                    .isEqualTo(new Outcome.Failed<>("AmazonECS.Unknown", "[{\"Reason\":\"RESOURCE:CPU\"}]"));
        }
    }

    @Test
    void a_job_of_a_task_that_is_over_is_stopped() {
        service.answering(TASK_STARTED).answering("{\"tasks\": [{\"taskArn\": \"t-1\", \"lastStatus\": \"RUNNING\"}]}");
        try (OneTask task = ecs()) {
            Execution<JsonNode> execution =
                    task.start("{\"TaskDefinition\": \"d\", \"Cluster\": \"c\"}", "\"TimeoutSeconds\": 50,");

            assertThat(execution.await()).isInstanceOf(Outcome.Failed.class);
            assertThat(execution.history()).extracting(HistoryEvent::type).contains("TaskTimedOut");
            FakeService.Call stop = service.awaitCall("StopTask");
            assertThat(stop.json())
                    .isEqualTo(json(
                            "{\"cluster\": \"c\", \"task\": \"t-1\", \"reason\": \"The Task state in AWS Step Functions execution ["
                                    + execution.arn() + "] which was managing this resource was aborted\"}"));
        }
    }

    @Test
    void a_job_that_cannot_be_seen_for_a_moment_is_not_lost() {
        service.answering(STARTED)
                .refusing("TooManyRequestsException", "slow down")
                .answering(SUCCEEDED);
        try (OneTask task = athena()) {
            assertThat(task.result(QUERY).has("QueryExecution")).isTrue();
        }
    }

    @Test
    void a_job_that_nobody_sees_any_more_fails_the_task() {
        service.answering(STARTED).refusing("InvalidRequestException", "no such query");
        try (OneTask task = athena()) {
            assertThat(task.failure(QUERY).error()).isEqualTo("Athena.InvalidRequestException");
        }
        assertThat(service.calls).hasSize(1 + 5);
    }

    private static TaskRequest request(long id) {
        return new TaskRequest(
                "arn:aws:states:us-east-1:123456789012:execution:m:x",
                id,
                "Call",
                TaskResource.parse("arn:aws:states:::athena:startQueryExecution.sync"),
                json(QUERY),
                1,
                null,
                null,
                null);
    }

    @Test
    void a_job_that_was_started_before_the_engine_stopped_is_found_again() throws Exception {
        service.answering(SUCCEEDED);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Ending ending = new Ending(new CompletableFuture<>());
        try (time) {
            AwsServices.of(athena).at(new Workplace(threads, time)).resume(request(1), json(STARTED), ending);

            assertThat(ending.result.get(10, TimeUnit.SECONDS).has("QueryExecution"))
                    .isTrue();
        } finally {
            threads.shutdownNow();
        }
        assertThat(service.calls)
                .singleElement()
                .satisfies(call -> assertThat(call.json()).isEqualTo(json(STARTED)));
    }

    @Test
    void a_task_that_is_handed_over_again_says_so_to_the_service() throws Exception {
        service.answering(STARTED)
                .answering(SUCCEEDED)
                .answering(STARTED)
                .answering(SUCCEEDED)
                .answering(STARTED)
                .answering(SUCCEEDED);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (time) {
            TaskRunner runner = AwsServices.of(athena).at(new Workplace(threads, time));
            for (long id : new long[] {1, 1, 2}) {
                Ending ending = new Ending(new CompletableFuture<>());
                runner.start(request(id), ending);
                ending.result.get(10, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(service.calls)
                .filteredOn(call -> call.target().endsWith("StartQueryExecution"))
                .extracting(call -> call.json().path("ClientRequestToken").stringValue())
                .containsExactly(
                        request(1).idOfStarted().toString(),
                        request(1).idOfStarted().toString(),
                        request(2).idOfStarted().toString());
    }

    private record Ending(CompletableFuture<JsonNode> result) implements TaskCompletion {
        @Override
        public void started(@Nullable String worker) {}

        @Override
        public void submitted(JsonNode response) {}

        @Override
        public void heartbeat() {}

        @Override
        public void succeeded(JsonNode value) {
            result.complete(value);
        }

        @Override
        public void failed(@Nullable String error, @Nullable String cause) {
            result.completeExceptionally(new AssertionError(error + ": " + cause));
        }
    }

    /** Of services whose clients are not here: how they tell of their jobs. */
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "batch:submitJob | {\"Jobs\": [{\"Status\": \"RUNNABLE\"}]} | RUNNING | {\"Status\": \"RUNNABLE\"}",
                "batch:submitJob | {\"Jobs\": [{\"Status\": \"SUCCEEDED\"}]} | DONE | {\"Status\": \"SUCCEEDED\"}",
                "batch:submitJob | {\"Jobs\": [{\"Status\": \"FAILED\"}]} | FAILED | {\"Status\": \"FAILED\"}",
                "glue:startJobRun | {\"JobRun\": {\"JobRunState\": \"STOPPING\"}} | RUNNING | {\"JobRunState\": \"STOPPING\"}",
                "glue:startJobRun | {\"JobRun\": {\"JobRunState\": \"TIMEOUT\"}} | FAILED | {\"JobRunState\": \"TIMEOUT\"}",
                "codebuild:startBuild | {\"Builds\": [{\"BuildStatus\": \"SUCCEEDED\"}]} | DONE | {\"Build\": {\"BuildStatus\": \"SUCCEEDED\"}}",
                "codebuild:startBuild | {\"Builds\": [{\"BuildStatus\": \"FAULT\"}]} | FAILED | {\"Build\": {\"BuildStatus\": \"FAULT\"}}",
                "codebuild:startBuildBatch | {\"BuildBatches\": [{\"BuildBatchStatus\": \"SUCCEEDED\"}]} | DONE | {\"BuildBatch\": {\"BuildBatchStatus\": \"SUCCEEDED\"}}",
                "databrew:startJobRun | {\"JobRuns\": [{\"RunId\": \"o\", \"State\": \"FAILED\"}, {\"RunId\": \"r\", \"State\": \"SUCCEEDED\"}]} | DONE | {\"RunId\": \"r\", \"State\": \"SUCCEEDED\"}",
                "databrew:startJobRun | {\"JobRuns\": [{\"RunId\": \"r\", \"State\": \"TIMEOUT\"}]} | FAILED | {\"RunId\": \"r\", \"State\": \"TIMEOUT\"}",
                "databrew:startJobRun | {\"JobRuns\": []} | RUNNING | {\"JobRuns\": []}",
                "elasticmapreduce:addStep | {\"Step\": {\"Status\": {\"State\": \"COMPLETED\"}}} | DONE | {\"Step\": {\"Status\": {\"State\": \"COMPLETED\"}}}",
                "elasticmapreduce:addStep | {\"Step\": {\"Status\": {\"State\": \"CANCELLED\"}}} | FAILED | {\"Step\": {\"Status\": {\"State\": \"CANCELLED\"}}}",
                "elasticmapreduce:createCluster | {\"Cluster\": {\"Status\": {\"State\": \"RUNNING\"}}} | RUNNING | {\"ClusterId\": \"c\", \"Cluster\": {\"Status\": {\"State\": \"RUNNING\"}}}",
                "elasticmapreduce:createCluster | {\"Cluster\": {\"Status\": {\"State\": \"WAITING\"}}} | DONE | {\"ClusterId\": \"c\", \"Cluster\": {\"Status\": {\"State\": \"WAITING\"}}}",
                "elasticmapreduce:createCluster | {\"Cluster\": {\"Status\": {\"State\": \"TERMINATED\"}}} | FAILED | {\"ClusterId\": \"c\", \"Cluster\": {\"Status\": {\"State\": \"TERMINATED\"}}}",
                "elasticmapreduce:terminateCluster | {\"Cluster\": {\"Status\": {\"State\": \"TERMINATING\"}}} | RUNNING | {\"Cluster\": {\"Status\": {\"State\": \"TERMINATING\"}}}",
                "elasticmapreduce:terminateCluster | {\"Cluster\": {\"Status\": {\"State\": \"TERMINATED_WITH_ERRORS\"}}} | DONE | {\"Cluster\": {\"Status\": {\"State\": \"TERMINATED_WITH_ERRORS\"}}}",
                "mediaconvert:createJob | {\"Job\": {\"Status\": \"PROGRESSING\"}} | RUNNING | {\"Job\": {\"Status\": \"PROGRESSING\"}}",
                "mediaconvert:createJob | {\"Job\": {\"Status\": \"COMPLETE\"}} | DONE | {\"Job\": {\"Status\": \"COMPLETE\"}}",
                "mediaconvert:createJob | {\"Job\": {\"Status\": \"ERROR\"}} | FAILED | {\"Job\": {\"Status\": \"ERROR\"}}",
                "sagemaker:createTrainingJob | {\"TrainingJobStatus\": \"Completed\"} | DONE | {\"TrainingJobStatus\": \"Completed\"}",
                "sagemaker:createTransformJob | {\"TransformJobStatus\": \"Stopping\"} | RUNNING | {\"TransformJobStatus\": \"Stopping\"}",
                "sagemaker:createProcessingJob | {\"ProcessingJobStatus\": \"Stopped\"} | FAILED | {\"ProcessingJobStatus\": \"Stopped\"}"
            })
    void a_description_tells_how_a_job_is(String resource, String description, Job.State state, String result) {
        Job.Started started = new Job.Started(json("{}"), json("{\"RunId\": \"r\", \"ClusterId\": \"c\"}"));

        assertThat(job(resource).progress(started, json(description))).isEqualTo(new Job.Progress(state, json(result)));
    }

    private static Job job(String resource) {
        String[] parts = resource.split(":");
        return Integration.of(parts[0], parts[1])
                .flatMap(integration -> Jobs.of(integration, parts[1]))
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} after {1} is looked at by {2} with {3}")
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "batch:submitJob | {\"JobId\": \"j\"} | describeJobs | {\"Jobs\": [\"j\"]}",
                "glue:startJobRun | {\"JobRunId\": \"r\"} | getJobRun | {\"JobName\": \"n\", \"RunId\": \"r\"}",
                "codebuild:startBuild | {\"Build\": {\"Id\": \"b\"}} | batchGetBuilds | {\"Ids\": [\"b\"]}",
                "codebuild:startBuildBatch | {\"BuildBatch\": {\"Id\": \"b\"}} | batchGetBuildBatches | {\"Ids\": [\"b\"]}",
                "databrew:startJobRun | {\"RunId\": \"r\"} | listJobRuns | {\"Name\": \"d\"}",
                "elasticmapreduce:addStep | {\"StepId\": \"s\"} | describeStep | {\"ClusterId\": \"c\", \"StepId\": \"s\"}",
                "elasticmapreduce:createCluster | {\"ClusterId\": \"new\"} | describeCluster | {\"ClusterId\": \"new\"}",
                "elasticmapreduce:terminateCluster | {} | describeCluster | {\"ClusterId\": \"c\"}",
                "mediaconvert:createJob | {\"Job\": {\"Id\": \"m\"}} | getJob | {\"Id\": \"m\"}",
                "sagemaker:createTrainingJob | {\"TrainingJobArn\": \"a\"} | describeTrainingJob | {\"TrainingJobName\": \"t\"}"
            })
    void a_job_is_looked_at_by_what_its_start_has_told(
            String resource, String answer, String action, String parameters) {
        assertThat(job(resource).description(started(answer)))
                .isEqualTo(new Job.Request(action, (ObjectNode) json(parameters)));
    }

    private static Job.Started started(String answer) {
        return new Job.Started(
                json("{\"JobName\": \"n\", \"Name\": \"d\", \"TrainingJobName\": \"t\", \"ClusterId\": \"c\"}"),
                json(answer));
    }

    @ParameterizedTest(name = "{0} after {1} is stopped by {2} with {3}")
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "databrew:startJobRun | {\"RunId\": \"r\"} | stopJobRun | {\"Name\": \"d\", \"RunId\": \"r\"}",
                "elasticmapreduce:addStep | {\"StepId\": \"s\"} | cancelSteps | {\"ClusterId\": \"c\", \"StepIds\": [\"s\"]}",
                "mediaconvert:createJob | {\"Job\": {\"Id\": \"m\"}} | cancelJob | {\"Id\": \"m\"}",
                "sagemaker:createTrainingJob | {\"TrainingJobArn\": \"a\"} | stopTrainingJob | {\"TrainingJobName\": \"t\"}"
            })
    void a_job_is_stopped_by_what_its_start_has_told(String resource, String answer, String action, String parameters) {
        assertThat(job(resource).stop(started(answer), "enough"))
                .contains(new Job.Request(action, (ObjectNode) json(parameters)));
    }

    @Test
    void a_cluster_outlives_the_task_that_has_started_it() {
        assertThat(job("elasticmapreduce:createCluster").stop(started("{\"ClusterId\": \"new\"}"), "enough"))
                .isEmpty();
    }

    @Test
    void a_container_of_batch_is_told_who_has_started_it() {
        JsonNode given = json("""
                {"JobName": "n", "ContainerOverrides": {"Environment": [{"Name": "A", "Value": "1"}]}}""");

        assertThat(job("batch:submitJob").parameters(given)).isEqualTo(json("""
                {"JobName": "n", "ContainerOverrides": {"Environment": [
                  {"Name": "A", "Value": "1"}, {"Name": "MANAGED_BY_AWS", "Value": "STARTED_BY_STEP_FUNCTIONS"}]}}"""));
        assertThat(job("batch:submitJob").parameters(json("{\"ContainerOverrides\": 1}")))
                .isEqualTo(json("{\"ContainerOverrides\": 1}"));
        assertThat(job("batch:submitJob").parameters(json("{}")).at("/ContainerOverrides/Environment"))
                .hasSize(1);
    }

    @Test
    void a_container_without_a_place_fails_a_task_that_waits_for_its_token_but_no_plain_call() {
        service.answering("{\"tasks\": [], \"failures\": [{\"reason\": \"RESOURCE:CPU\"}]}");
        try (OneTask waiting = OneTask.of("ecs:runTask.waitForTaskToken", ecs);
                OneTask plain = OneTask.of("ecs:runTask", ecs)) {
            assertThat(waiting.failure("{\"TaskDefinition\": \"d\"}").error()).isEqualTo("AmazonECS.Unknown");
            assertThat(plain.result("{\"TaskDefinition\": \"d\"}").at("/Failures/0/Reason"))
                    .isEqualTo(json("\"RESOURCE:CPU\""));
        }
    }
}
