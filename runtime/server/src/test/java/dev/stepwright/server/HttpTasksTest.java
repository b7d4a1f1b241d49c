package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.services.connection.Additions;
import dev.stepwright.services.connection.Authorization;
import dev.stepwright.services.connection.Connection;
import dev.stepwright.services.connection.Connections;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.InspectionData;
import software.amazon.awssdk.services.sfn.model.InspectionLevel;
import software.amazon.awssdk.services.sfn.model.TestStateResponse;
import tools.jackson.databind.JsonNode;

/** Tasks that call an API over HTTP. */
class HttpTasksTest {
    private static final Connection CONNECTION = Connection.of(Authorization.basic("jane", "pass"))
            .adding(new Additions(Map.of(), Map.of("key", "secret"), Map.of("tenant", "secret")));

    @AutoClose
    private final StandIn api = new StandIn("{\"id\": 7}");

    private RunningServer server() {
        return RunningServer.start(config -> config.connections(Connections.of(Map.of("Api", CONNECTION))));
    }

    private String state() {
        return """
                {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": {
                  "ApiEndpoint": "%s/v1", "Method": "POST", "RequestBody": {"n.$": "$.n"},
                  "Authentication": {"ConnectionArn": "arn:aws:events:us-east-1:123456789012:connection/Api/1"}},
                 "End": true}""".formatted(api.url());
    }

    private TestStateResponse tried(RunningServer server, InspectionLevel level, boolean revealsSecrets) {
        return server.client()
                .testState(r -> r.definition(state())
                        .roleArn("arn:aws:iam::123456789012:role/any")
                        .input("{\"n\": 1}")
                        .inspectionLevel(level)
                        .revealSecrets(revealsSecrets));
    }

    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    @Test
    void a_task_calls_the_api_with_the_connection() {
        try (RunningServer server = server()) {
            String machine = server.machine("call", "{\"StartAt\": \"Call\", \"States\": {\"Call\": " + state() + "}}");
            String execution = server.client()
                    .startExecution(r -> r.stateMachineArn(machine).input("{\"n\": 1}"))
                    .executionArn();

            assertThat(json(server.end(execution).output())
                            .at("/ResponseBody/id")
                            .intValue())
                    .isEqualTo(7);
            assertThat(server.client()
                            .getExecutionHistory(r -> r.executionArn(execution))
                            .events())
                    .filteredOn(event -> event.taskScheduledEventDetails() != null)
                    .singleElement()
                    .extracting(event -> event.taskScheduledEventDetails().parameters())
                    .asString()
                    .contains("/v1", "connection/Api")
                    .doesNotContain("secret", "pass");
        }
        assertThat(api.calls()).containsExactly(new StandIn.Call("/v1?key=secret", "{\"n\":1,\"tenant\":\"secret\"}"));
    }

    @Test
    void a_trial_shows_what_went_over_the_wire_without_what_the_connection_adds() {
        try (RunningServer server = server()) {
            InspectionData seen = tried(server, InspectionLevel.TRACE, false).inspectionData();

            assertThat(seen.request().protocol()).isEqualTo("http");
            assertThat(seen.request().method()).isEqualTo("POST");
            assertThat(seen.request().url()).endsWith("/v1");
            assertThat(seen.request().body()).isEqualTo("{\"n\":1}");
            assertThat(json(seen.request().headers()).propertyNames())
                    .containsExactly("Content-Type", "Range", "User-Agent");
            assertThat(seen.response().statusCode()).isEqualTo("200");
            assertThat(seen.response().statusMessage()).isEqualTo("OK");
            assertThat(seen.response().body()).isEqualTo("{\"id\": 7}");
            assertThat(json(seen.response().headers()).path("content-type")).isEqualTo(json("[\"application/json\"]"));
        }
    }

    @Test
    void a_trial_shows_secrets_if_it_is_to() {
        api.fail(500);
        try (RunningServer server = server()) {
            TestStateResponse tried = tried(server, InspectionLevel.TRACE, true);

            assertThat(tried.error()).isEqualTo("States.Http.StatusCode.500");
            assertThat(tried.inspectionData().request().url()).endsWith("/v1?key=secret");
            assertThat(tried.inspectionData().request().body()).isEqualTo("{\"n\":1,\"tenant\":\"secret\"}");
            assertThat(json(tried.inspectionData().request().headers()).path("Authorization"))
                    .isEqualTo(json("[\"Basic amFuZTpwYXNz\"]"));
            assertThat(tried.inspectionData().response().statusMessage()).isEqualTo("Internal Server Error");
        }
    }

    @Test
    void other_levels_show_nothing_of_it() {
        try (RunningServer server = server()) {
            assertThat(tried(server, InspectionLevel.DEBUG, true)
                            .inspectionData()
                            .request())
                    .isNull();
        }
    }

    @Test
    void without_connections_nothing_is_called() {
        try (RunningServer server = RunningServer.start()) {
            assertThat(tried(server, InspectionLevel.TRACE, false).error()).isEqualTo("States.Runtime");
        }
        assertThat(api.calls()).isEmpty();
    }
}
