package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.runtime.time.VirtualTime;
import dev.stepwright.services.job.Progress;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.eks.EksClient;
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
                "arn:aws:iam::123456789012:role/machine",
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

    @Test
    void what_is_deleted_is_waited_for_until_there_is_none() {
        String deleting = "{\"cluster\": {\"name\": \"c\", \"status\": \"DELETING\"}}";
        service.answering(deleting).answering(deleting).refusing("ResourceNotFoundException", "no cluster c");
        try (EksClient eks = service.client(EksClient.builder());
                OneTask task = OneTask.of(EngineConfig.builder().time(time), "eks:deleteCluster.sync", eks)) {
            assertThat(task.result("{\"Name\": \"c\"}").path("Cluster"))
                    .isEqualTo(json("{\"Name\": \"c\", \"Status\": \"DELETING\"}"));
        }
        assertThat(service.calls)
                .extracting(call -> call.method() + " " + call.path())
                .containsExactly("DELETE /clusters/c", "GET /clusters/c", "GET /clusters/c");
    }

    @Test
    void what_is_made_and_cannot_be_found_fails_the_task() {
        service.answering("{\"cluster\": {\"name\": \"c\", \"status\": \"CREATING\"}}")
                .refusing("ResourceNotFoundException", "no cluster c");
        try (EksClient eks = service.client(EksClient.builder());
                OneTask task = OneTask.of(EngineConfig.builder().time(time), "eks:createCluster.sync", eks)) {
            assertThat(task.failure("{\"Name\": \"c\"}").error()).isEqualTo("EKS.ResourceNotFoundException");
        }
    }

    /** A job whose description has pages, of the operation of a client that is here. */
    private static final class Listed implements Job {
        @Override
        public Request description(Started started) {
            return new Request("listQueryExecutions", (ObjectNode) json("{}"));
        }

        @Override
        public Optional<Request> next(Started started, JsonNode page) {
            return page.has("NextToken")
                    ? Optional.of(new Request(
                            "listQueryExecutions",
                            ((ObjectNode) page).deepCopy().retain("NextToken")))
                    : Optional.empty();
        }

        @Override
        public Progress progress(Started started, JsonNode description) {
            return new Progress(Progress.State.DONE, description);
        }
    }

    @Test
    void the_last_page_tells_how_a_job_is() throws TaskFailure {
        service.answering("{\"QueryExecutionIds\": [\"a\"], \"NextToken\": \"2\"}")
                .answering("{\"QueryExecutionIds\": [\"b\"]}");
        ServiceClient client = ServiceClient.of(athena);
        ServiceCall.Optimized call = new ServiceCall.Optimized(
                Integration.of("athena", "startQueryExecution").orElseThrow(),
                ApiNames.of("athena", "startQueryExecution"),
                client.operation("startQueryExecution").orElseThrow());

        Progress progress = new JobCalls(new Listed(), client, call, new Roles(null)).progress(json("{}"), request(1));

        assertThat(progress.result()).isEqualTo(json("{\"QueryExecutionIds\": [\"b\"]}"));
        assertThat(service.calls.get(1).json()).isEqualTo(json("{\"NextToken\": \"2\"}"));
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
