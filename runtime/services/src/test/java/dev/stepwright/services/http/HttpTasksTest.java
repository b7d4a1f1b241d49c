package dev.stepwright.services.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.services.connection.Additions;
import dev.stepwright.services.connection.Authorization;
import dev.stepwright.services.connection.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HttpTasksTest {
    private static final Connection OPEN = Connection.of(Authorization.none());

    private final FakeApi api = new FakeApi();

    @AfterEach
    void stop() {
        api.close();
    }

    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    private String get(String more) {
        return OneHttpTask.parameters("GET", api.address() + "/v1/customers", more);
    }

    private String post(String more) {
        return OneHttpTask.parameters("POST", api.address() + "/v1/customers", more);
    }

    @Test
    void the_result_is_the_answer_with_its_headers_status_and_body() {
        api.answering(201, "application/json; charset=utf-8", "{\"id\": 1.50}");

        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            JsonNode result = task.result(post(", \"RequestBody\": {\"name\": \"Jane\"}"));

            assertThat(result.path("ResponseBody")).isEqualTo(json("{\"id\": 1.50}"));
            assertThat(result.path("StatusCode").intValue()).isEqualTo(201);
            assertThat(result.path("StatusText").stringValue()).isEqualTo("Created");
            assertThat(result.at("/Headers/content-type")).isEqualTo(json("[\"application/json; charset=utf-8\"]"));
        }
        assertThat(api.call().method()).isEqualTo("POST");
        assertThat(api.call().target()).isEqualTo("/v1/customers");
        assertThat(api.call().body()).isEqualTo("{\"name\":\"Jane\"}");
    }

    @Test
    void some_headers_are_those_of_step_functions() {
        api.answering(200, "text/plain", "");

        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            task.result(
                    post(
                            ", \"RequestBody\": [], \"Headers\": {\"X-One\": \"1\", \"X-Two\": [\"a\", 2], \"user-agent\": \"mine\"}"));
        }

        assertThat(api.call().header("User-agent")).isEqualTo("[Amazon|StepFunctions|HttpInvoke|eu-west-1]");
        assertThat(api.call().header("Range")).isEqualTo("[bytes=0-262144]");
        assertThat(api.call().header("Content-type")).isEqualTo("[application/json; charset=UTF-8]");
        assertThat(api.call().header("X-one")).isEqualTo("[1]");
        assertThat(api.call().header("X-two")).isEqualTo("[a, 2]");
    }

    @Test
    void query_parameters_are_encoded() {
        api.answering(200, "text/plain", "");

        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            task.result(
                    get(", \"QueryParameters\": {\"q\": \"a b&c\", \"n\": 3, \"id\": [\"x\", \"y\"], \"none\": null}"));
        }

        assertThat(api.call().target()).isEqualTo("/v1/customers?q=a%20b%26c&n=3&id=x&id=y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INDICES | a%5B0%5D=x&a%5B1%5D=y&m%5Bk%5D=a%20b",
                "REPEAT | a=x&a=y&m%5Bk%5D=a%20b",
                "COMMAS | a=x%2Cy&m%5Bk%5D=a%20b",
                "BRACKETS | a%5B%5D=x&a%5B%5D=y&m%5Bk%5D=a%20b"
            })
    void a_body_can_be_a_form(String arrays, String form) {
        api.answering(200, "text/plain", "");

        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            task.result(post(", \"RequestBody\": {\"a\": [\"x\", \"y\"], \"m\": {\"k\": \"a b\"}, \"no\": null},"
                    + " \"Headers\": {\"content-type\": \"application/x-www-form-urlencoded\"},"
                    + " \"Transform\": {\"RequestBodyEncoding\": \"URL_ENCODED\", \"RequestEncodingOptions\": {\"ArrayFormat\": \""
                    + arrays + "\"}}"));
        }

        assertThat(api.call().body()).isEqualTo(form);
        assertThat(api.call().header("Content-type")).isEqualTo("[application/x-www-form-urlencoded]");
    }

    @Test
    void a_body_that_is_a_text_is_sent_as_it_is() {
        api.answering(200, "text/plain", "");

        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            task.result(post(", \"RequestBody\": \"<a/>\", \"Headers\": {\"Content-Type\": \"text/xml\"}"));
        }

        assertThat(api.call().body()).isEqualTo("<a/>");
        assertThat(api.call().header("Content-type")).isEqualTo("[text/xml]");
    }

    @Test
    void the_connection_replaces_what_the_task_says_under_the_same_name() {
        api.answering(200, "text/plain", "");
        Connection connection = Connection.of(Authorization.apiKey("Api-Key", "k-1"))
                .adding(new Additions(
                        Map.of("header-param", "connection"),
                        Map.of("QueryParam", "connection"),
                        Map.of("BodyParam", "connection")));

        try (OneHttpTask task = OneHttpTask.with(connection)) {
            task.result(post(", \"Headers\": {\"Header-Param\": \"task\", \"Request-Id\": \"r\"},"
                    + " \"QueryParameters\": {\"QueryParam\": \"task\", \"more\": 1},"
                    + " \"RequestBody\": {\"Job\": \"j\", \"BodyParam\": \"task\"}"));
        }

        assertThat(api.call().header("Api-key")).isEqualTo("[k-1]");
        assertThat(api.call().header("Header-param")).isEqualTo("[connection]");
        assertThat(api.call().header("Request-id")).isEqualTo("[r]");
        assertThat(api.call().target()).isEqualTo("/v1/customers?more=1&QueryParam=connection");
        assertThat(api.call().body()).isEqualTo("{\"Job\":\"j\",\"BodyParam\":\"connection\"}");
    }

    @Test
    void a_connection_cannot_add_to_a_body_that_is_a_text() {
        Connection connection = OPEN.adding(new Additions(Map.of(), Map.of(), Map.of("Mode", "secret")));

        try (OneHttpTask task = OneHttpTask.with(connection)) {
            Outcome.Failed<JsonNode> failed = task.failure(post(", \"RequestBody\": \"text\""));

            assertThat(failed.error()).isEqualTo("States.Runtime");
            assertThat(failed.cause()).contains("[Mode]").doesNotContain("secret");
        }
        assertThat(api.calls).isEmpty();
    }

    @Test
    void basic_credentials_are_a_header() {
        api.answering(200, "text/plain", "");

        try (OneHttpTask task = OneHttpTask.with(Connection.of(Authorization.basic("jane", "pass")))) {
            task.result(get(""));
        }

        assertThat(api.call().header("Authorization")).isEqualTo("[Basic amFuZTpwYXNz]");
    }

    @Test
    void secrets_of_the_connection_are_not_in_the_history() {
        api.answering(200, "text/plain", "done").answering(500, "text/plain", "broken");
        Connection connection = Connection.of(Authorization.basic("jane", "secret"))
                .adding(new Additions(Map.of("h", "secret"), Map.of("q", "secret"), Map.of("b", "secret")));

        try (OneHttpTask task = OneHttpTask.with(connection)) {
            for (int i = 0; i < 2; i++) {
                Execution<JsonNode> execution = task.start(post(""));
                execution.await();

                assertThat(task.history(execution))
                        .contains("/v1/customers")
                        .doesNotContain("secret")
                        .doesNotContain(api.call().header("Authorization").substring(7));
            }
        }
        assertThat(connection.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"404, {\"code\": 7}, {\"code\": 7}", "503, '', Service Unavailable", "302, '', Found"})
    void a_status_that_is_no_success_is_the_error(int status, String body, String cause) {
        api.answering(status, "application/json", body);

        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            assertThat(task.failure(get("")))
                    .isEqualTo(new Outcome.Failed<>("States.Http.StatusCode." + status, cause));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "image/png", "video/mp4", "audio/ogg"})
    void media_are_no_results(String type) {
        api.answering(200, type, "x");

        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            Outcome.Failed<JsonNode> failed = task.failure(get(""));

            assertThat(failed.error()).isEqualTo("States.Runtime");
            assertThat(failed.cause()).contains("\"" + type + "\"");
        }
    }

    @Test
    void bytes_that_are_no_text_are_no_result() {
        api.answering(200, "text/plain", new byte[] {(byte) 0xff, 0});

        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            assertThat(task.failure(get("")).error()).isEqualTo("States.Runtime");
        }
    }

    @Test
    void an_answer_is_read_in_its_own_character_set() {
        api.answering(200, "text/plain; charset=ISO-8859-1", new byte[] {(byte) 0xe9});

        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            assertThat(task.result(get("")).path("ResponseBody").stringValue()).isEqualTo("é");
        }
    }

    @Test
    void what_is_no_json_although_it_says_so_is_a_text() {
        api.answering(200, "application/problem+json", "{oops");

        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            assertThat(task.result(get("")).path("ResponseBody").stringValue()).isEqualTo("{oops");
        }
    }

    @Test
    void an_answer_above_the_limit_is_not_read_to_its_end() {
        api.answering(200, "text/plain", "x".repeat(1 << 20));

        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            assertThat(task.failure(get("")).error()).isEqualTo("States.DataLimitExceeded");
        }
    }

    @Test
    void nobody_there_is_an_error_of_its_own() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            Outcome.Failed<JsonNode> failed =
                    task.failure(OneHttpTask.parameters("GET", "http://127.0.0.1:" + port + "/secret", ""));

            assertThat(failed.error()).isEqualTo("States.Http.Socket");
            assertThat(failed.cause())
                    .startsWith("no answer from 127.0.0.1:" + port)
                    .contains("ConnectException");
        }
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_not_waited_for() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OneHttpTask task = OneHttpTask.of(
                        HttpTasks.of(Map.of("Api", OPEN)).within(new HttpLimits(Duration.ofMillis(50), 10)))) {
            Outcome.Failed<JsonNode> failed =
                    task.failure(OneHttpTask.parameters("GET", "http://127.0.0.1:" + silent.getLocalPort(), ""));

            assertThat(failed.error()).isEqualTo("States.Http.Socket");
            assertThat(failed.cause()).endsWith("nothing within 0.05 s");
        }
    }

    @Test
    void a_task_that_is_stopped_drops_its_request() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OneHttpTask task = OneHttpTask.with(OPEN)) {
            Execution<JsonNode> execution =
                    task.start(OneHttpTask.parameters("GET", "http://127.0.0.1:" + silent.getLocalPort(), ""));
            try (Socket connected = silent.accept()) {
                connected.setSoTimeout(10_000);
                assertThat(connected.getInputStream().read()).isEqualTo('G');

                execution.stop("Changed", "my mind");

                assertThat(connected.getInputStream().readAllBytes())
                        .isNotEmpty(); // it ends: the other side has hung up
            }
            assertThat(execution.await()).isEqualTo(new Outcome.Aborted<>("Changed", "my mind"));
        }
    }

    @Test
    void headers_that_are_step_functions_own_fail_the_task() {
        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            Outcome.Failed<JsonNode> failed =
                    task.failure(get(", \"Headers\": {\"Authorization\": \"x\", \"X-Amz-Date\": \"y\", \"ok\": 1}"));

            assertThat(failed.error()).isEqualTo("States.Runtime");
            assertThat(failed.cause())
                    .endsWith("could not be used to start the Task: [The 'Headers' field contains unsupported values:"
                            + " [authorization, x-amz-date]]");
        }
        assertThat(api.calls).isEmpty();
    }

    @Test
    void a_method_of_no_characters_is_none() {
        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            assertThat(task.failure(OneHttpTask.parameters("", api.address(), ""))
                            .cause())
                    .endsWith("[The value of the field 'Method' has an invalid format]");
        }
    }

    @Test
    void all_that_is_wrong_with_the_parameters_is_told() {
        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            assertThat(task.failure("""
                            {"Method": "CONNECT", "Url": 1, "Headers": [],
                             "Transform": {"RequestBodyEncoding": "XML"}}""").cause())
                    .endsWith("[The field \"Url\" is not supported by Step Functions, "
                            + "The value of the field 'RequestBodyEncoding' has an invalid format, "
                            + "The field 'ApiEndpoint' is required but was missing, "
                            + "The value of the field 'Method' has an invalid format, "
                            + "The field 'ConnectionArn' is required but was missing, "
                            + "The value of the field 'Headers' has an invalid format]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.com/", "ftp://127.0.0.1/", "http://127.evil.example/", "no url", "https:///x"})
    void only_https_is_called_elsewhere(String endpoint) {
        try (OneHttpTask task = OneHttpTask.with(OPEN)) {
            Outcome.Failed<JsonNode> failed = task.failure(OneHttpTask.parameters("GET", endpoint, ""));

            assertThat(failed.error()).isEqualTo("States.Runtime");
            assertThat(failed.cause()).startsWith("the ApiEndpoint \"" + endpoint + "\" cannot be called: ");
        }
    }

    @Test
    void a_connection_can_say_where_an_api_is_instead() {
        api.answering(200, "text/plain", "here");
        Connection connection = OPEN.at("https://api.example.com", URI.create(api.address() + "/stand-in/"));

        try (OneHttpTask task = OneHttpTask.with(connection)) {
            task.result(OneHttpTask.parameters(
                    "GET", "https://api.example.com/v1?a=1", ", \"QueryParameters\": {\"b\": 2}"));
            Outcome.Failed<JsonNode> other =
                    task.failure(OneHttpTask.parameters("GET", "http://api.example.com.evil/", ""));

            assertThat(other.error()).isEqualTo("States.Runtime");
        }
        assertThat(api.calls).extracting(FakeApi.Call::target).containsExactly("/stand-in/v1?a=1&b=2");
    }

    @Test
    void a_connection_that_is_not_known_is_an_error() {
        try (OneHttpTask task = OneHttpTask.of(HttpTasks.of(Map.of()))) {
            Outcome.Failed<JsonNode> failed = task.failure(get(""));

            assertThat(failed.error()).isEqualTo("Events.ConnectionResource.ResourceNotFound");
            assertThat(failed.cause()).contains("connection/Api/81210c42-8af1");
        }
    }
}
