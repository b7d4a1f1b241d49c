package dev.stepwright.services.http;

import static dev.stepwright.services.http.OneClusterTask.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code eks:runJob}. */
class EksJobTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String CREATED = "{\"kind\": \"Job\", \"metadata\": {\"name\": \"pi-1\"}}";
    private static final String JOB = ", \"Job\": {\"kind\": \"Job\", \"metadata\": {\"generateName\": \"pi-\"}}";
    private static final String WITH_LOGS = JOB
            + ", \"Namespace\": \"n\", \"LogOptions\": {\"RetrieveLogs\": true, \"LogParameters\": {\"tailLines\": [\"6\"]}}";
    private static final String PODS = """
            {"items": [
              {"metadata": {"name": "p-1"}, "spec": {"containers": [{"name": "a"}, {"name": "b"}]}},
              {"metadata": {"name": "p-2"}, "spec": {"containers": [{"name": "a"}]}}]}""";

    private final FakeApi api = new FakeApi();
    private final VirtualTime time = VirtualTime.automatic(START);

    @AfterEach
    void stop() {
        api.close();
    }

    private OneClusterTask task(String action) {
        return OneClusterTask.of(EngineConfig.builder().time(time), EksTasks.create(), action);
    }

    private String job(String more) {
        return parameters(api.address(), "YW55", more);
    }

    private EksJobTest answering(String json) {
        api.answering(200, "application/json", json);
        return this;
    }

    private static String job(String condition, String status) {
        return "{\"kind\": \"Job\", \"status\": {\"conditions\": [{\"type\": \"%s\", \"status\": \"%s\"}]}}"
                .formatted(condition, status);
    }

    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    @Test
    void a_job_is_created() {
        api.answering(201, "application/json", CREATED);
        try (OneClusterTask task = task("runJob")) {
            assertThat(task.result(job(JOB)).path("ResponseBody")).isEqualTo(json(CREATED));
        }
        assertThat(api.calls).singleElement().satisfies(call -> {
            assertThat(call.method() + " " + call.target()).isEqualTo("POST /apis/batch/v1/namespaces/default/jobs");
            assertThat(json(call.body()))
                    .isEqualTo(json("{\"kind\": \"Job\", \"metadata\": {\"generateName\": \"pi-\"}}"));
        });
    }

    @Test
    void a_job_is_looked_at_until_its_cluster_says_that_it_is_complete() {
        answering(CREATED)
                .answering("{\"kind\": \"Job\", \"status\": {\"active\": 1}}")
                .answering(job("Suspended", "True"))
                .answering(job("Complete", "False"))
                .answering(job("Complete", "True"));
        try (OneClusterTask task = task("runJob.sync")) {
            Execution<JsonNode> execution = task.start(job(JOB));

            assertThat(execution.await().output()).isEqualTo(json(job("Complete", "True")));
            assertThat(time.now()).isEqualTo(START.plusSeconds(1 + 2 + 4 + 8));
            assertThat(execution.history())
                    .filteredOn(event -> event.type().equals("TaskSubmitted"))
                    .singleElement()
                    .extracting(HistoryEvent::details)
                    .asString()
                    .contains("pi-1");
        }
        assertThat(api.call().method() + " " + api.call().target())
                .isEqualTo("GET /apis/batch/v1/namespaces/default/jobs/pi-1");
    }

    @Test
    void a_job_that_has_failed_fails_the_task() {
        answering(CREATED).answering(job("Failed", "True"));
        try (OneClusterTask task = task("runJob.sync")) {
            Outcome.Failed<JsonNode> failed = task.failure(job(JOB));

            assertThat(failed.error()).isEqualTo("States.TaskFailed");
            assertThat(json(String.valueOf(failed.cause()))).isEqualTo(json(job("Failed", "True")));
        }
    }

    @Test
    void a_job_that_cannot_be_created_fails_the_task_at_once() {
        api.answering(409, "application/json", "{\"reason\": \"AlreadyExists\"}");
        try (OneClusterTask task = task("runJob.sync")) {
            assertThat(task.failure(job(JOB)).error()).isEqualTo("EKS.409");
        }
        assertThat(api.calls).hasSize(1);
    }

    @Test
    void logs_are_told_by_pod_and_container_as_the_json_that_they_are() {
        answering(CREATED).answering(job("Complete", "True")).answering(PODS);
        api.answering(200, "text/plain", "{\"pi\": 3.14}\n")
                .answering(200, "text/plain", "two\nlines\n")
                .answering(404, "application/json", "{\"code\": 404}");
        try (OneClusterTask task = task("runJob.sync")) {
            assertThat(task.result(job(WITH_LOGS)).path("logs")).isEqualTo(json("""
                    {"pods": {
                      "p-1": {"containers": {"a": {"log": {"pi": 3.14}}, "b": {"log": "two\\nlines\\n"}}},
                      "p-2": {"containers": {"a": {"error": "EKS.404", "cause":
                        "{\\"ResponseBody\\":{\\"code\\":404},\\"StatusCode\\":404,\\"StatusText\\":\\"Not Found\\"}"}}}}}"""));
        }
        assertThat(api.calls)
                .extracting(FakeApi.Call::target)
                .containsExactly(
                        "/apis/batch/v1/namespaces/n/jobs",
                        "/apis/batch/v1/namespaces/n/jobs/pi-1",
                        "/api/v1/namespaces/n/pods?labelSelector=job-name%3Dpi-1",
                        "/api/v1/namespaces/n/pods/p-1/log?tailLines=6&container=a",
                        "/api/v1/namespaces/n/pods/p-1/log?tailLines=6&container=b",
                        "/api/v1/namespaces/n/pods/p-2/log?tailLines=6&container=a");
    }

    @Test
    void raw_logs_stay_texts_and_a_job_that_has_failed_has_logs_too() {
        answering(CREATED)
                .answering(job("Failed", "True"))
                .answering(
                        "{\"items\": [{\"metadata\": {\"name\": \"p\"}, \"spec\": {\"containers\": [{\"name\": \"a\"}]}}]}");
        api.answering(200, "text/plain", "3.14");
        try (OneClusterTask task = task("runJob.sync")) {
            Outcome.Failed<JsonNode> failed =
                    task.failure(job(WITH_LOGS.replace("\"RetrieveLogs\"", "\"RawLogs\": true, \"RetrieveLogs\"")));

            assertThat(json(String.valueOf(failed.cause())).at("/logs/pods/p/containers/a/log"))
                    .isEqualTo(json("\"3.14\""));
        }
    }

    @Test
    void logs_that_cannot_be_found_do_not_fail_the_task() {
        answering(CREATED).answering(job("Complete", "True"));
        api.answering(403, "application/json", "{}");
        try (OneClusterTask task = task("runJob.sync")) {
            assertThat(task.result(job(WITH_LOGS)).at("/logs/error")).isEqualTo(json("\"EKS.403\""));
        }
    }

    @Test
    void a_job_of_a_task_that_is_over_is_deleted_with_its_pods() throws InterruptedException {
        answering(CREATED).answering("{\"kind\": \"Job\"}");
        try (OneClusterTask call = task("runJob.sync")) {
            OneClusterTask task = call.with("\"TimeoutSeconds\": 50,");

            assertThat(task.failure(job(JOB)).error()).isEqualTo("States.Timeout");
            FakeApi.Call deletion = api.awaitCall("DELETE");
            assertThat(deletion.target())
                    .isEqualTo("/apis/batch/v1/namespaces/default/jobs/pi-1?propagationPolicy=Background");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Job': 5 | The value of the field 'Job' has an invalid format",
                "'Namespace': 'a/b', 'Job': {} | The value of the field 'Namespace' has an invalid format",
                "'LogOptions': {'RetrieveLogs': 'yes'}, 'Job': {} | The value of the field 'LogOptions' has an invalid format",
                "'LogOptions': {'Tail': 1}, 'Job': {} | The value of the field 'LogOptions' has an invalid format",
                "'Job': null | The field 'Job' is required but was missing",
                "'Method': 'GET', 'Job': {} | The field \"Method\" is not supported by Step Functions",
            })
    void parameters_that_do_not_fit_are_refused(String parametersAndProblem) {
        String[] both = parametersAndProblem.split(" \\| ");
        try (OneClusterTask task = task("runJob.sync")) {
            Outcome.Failed<JsonNode> failed = task.failure(job(", " + both[0].replace('\'', '"')));

            assertThat(failed.error()).isEqualTo("States.Runtime");
            assertThat(failed.cause()).endsWith("[" + both[1] + "]");
        }
        assertThat(api.calls).isEmpty();
    }
}
