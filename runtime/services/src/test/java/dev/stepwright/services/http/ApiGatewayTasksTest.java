package dev.stepwright.services.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.task.TaskHandlers;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import tools.jackson.databind.JsonNode;

class ApiGatewayTasksTest {
    private final FakeApi api = new FakeApi();

    @AfterEach
    void stop() {
        api.close();
    }

    private Outcome<JsonNode> outcome(ApiGatewayTasks tasks, String parameters) {
        String definition = """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke",
                  "Credentials": {"RoleArn": "arn:aws:iam::123456789012:role/caller"}, "End": true}}}""";
        try (Engine engine = Engine.create(EngineConfig.builder().runner(tasks).build())) {
            return engine.register(
                            "machine",
                            StateMachineDefinition.of(
                                    JsonDocument.parse(definition).root()),
                            JsonNode.class,
                            JsonNode.class,
                            TaskHandlers.none())
                    .start(JsonDocument.parse(parameters).root())
                    .await();
        }
    }

    private String here(String more) {
        return "{\"ApiEndpoint\": \"%s\", \"Method\": \"POST\"%s}"
                .formatted(api.address().getRawAuthority(), more);
    }

    @Test
    void an_api_is_called_by_its_stage_and_path() {
        api.answering(200, "application/json", "{\"id\": 7}");

        Outcome<JsonNode> outcome = outcome(ApiGatewayTasks.create(), here("""
                , "Stage": "prod", "Path": "/bills/a b", "Headers": {"X-One": ["1", "2"]},
                "QueryParameters": {"id": ["x", "y"]}, "RequestBody": {"n": null, "in": [{"m": null, "k": 1}]}"""));

        assertThat(outcome.output().at("/ResponseBody/id").intValue()).isEqualTo(7);
        assertThat(outcome.output().propertyNames())
                .containsExactly("Headers", "ResponseBody", "StatusCode", "StatusText");
        assertThat(api.call().target()).isEqualTo("/prod/bills/a%20b?id=x&id=y");
        assertThat(api.call().header("X-one")).isEqualTo("[1, 2]");
        assertThat(api.call().body()).isEqualTo("{\"in\":[{\"k\":1}]}");
        assertThat(api.call().header("Content-type")).isEqualTo("[application/json]");
    }

    @Test
    void nulls_are_sent_if_they_are_to() {
        api.answering(200, "application/json", "{}");

        outcome(ApiGatewayTasks.create(), here(", \"RequestBody\": {\"n\": null}, \"AllowNullValues\": true"));

        assertThat(api.call().body()).isEqualTo("{\"n\":null}");
    }

    @Test
    void apis_may_all_be_somewhere_else() {
        api.answering(200, "application/json", "{}");

        outcome(ApiGatewayTasks.create().at(URI.create(api.address() + "/_aws/execute-api")), """
                {"ApiEndpoint": "a1b2.execute-api.us-east-1.amazonaws.com", "Method": "GET", "Stage": "prod", "Path": "bills",
                 "AuthType": "IAM_ROLE"}""");

        assertThat(api.call().target()).isEqualTo("/_aws/execute-api/a1b2/prod/bills");
    }

    @ParameterizedTest
    @CsvSource({"403, Forbidden by policy, Forbidden by policy", "500, '', Internal Server Error"})
    void a_status_that_is_no_success_is_the_error(int status, String body, String cause) {
        api.answering(status, "text/plain", body);

        assertThat(outcome(ApiGatewayTasks.create(), here("")))
                .isEqualTo(new Outcome.Failed<>("ApiGateway." + status, cause));
    }

    @Test
    void a_call_is_signed_as_the_role_of_the_state() {
        api.answering(200, "application/json", "{}");
        ApiGatewayTasks tasks = ApiGatewayTasks.create()
                .signing(role -> StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        role.equals(Optional.of("arn:aws:iam::123456789012:role/caller")) ? "caller-key" : "own-key",
                        "any")));

        outcome(tasks, here(", \"AuthType\": \"IAM_ROLE\", \"RequestBody\": {}"));
        assertThat(api.call().header("Authorization"))
                .startsWith("[AWS4-HMAC-SHA256 Credential=caller-key/")
                .contains("/us-east-1/execute-api/aws4_request");
        outcome(tasks, here(", \"AuthType\": \"NO_AUTH\""));
        assertThat(api.call().header("Authorization")).isEqualTo("[]");
    }

    @Test
    void nothing_is_called_if_it_cannot_be_signed() {
        Outcome.Failed<JsonNode> failed = (Outcome.Failed<JsonNode>)
                outcome(ApiGatewayTasks.create(), here(", \"AuthType\": \"RESOURCE_POLICY\""));

        assertThat(failed.error()).isEqualTo("States.TaskFailed");
        assertThat(failed.cause()).contains("ApiGatewayTasks.signing");
        assertThat(api.calls).isEmpty();
    }

    @Test
    void a_field_of_the_wrong_type_is_told_once() {
        Outcome.Failed<JsonNode> failed = (Outcome.Failed<JsonNode>)
                outcome(ApiGatewayTasks.create(), here(", \"AuthType\": 5").replace("\"POST\"", "7"));

        assertThat(failed.cause())
                .endsWith("[The value of the field 'AuthType' has an invalid format,"
                        + " The value of the field 'Method' has an invalid format]");
    }

    @Test
    void all_that_is_wrong_with_the_parameters_is_told() {
        Outcome.Failed<JsonNode> failed = (Outcome.Failed<JsonNode>) outcome(ApiGatewayTasks.create(), """
                {"ApiEndpoint": "https://a/", "Headers": {"Authorization": ["x"], "Other": ["text"]}, "AuthType": "BASIC"}""");

        assertThat(failed.error()).isEqualTo("States.Runtime");
        assertThat(failed.cause())
                .endsWith("[The value of the field 'ApiEndpoint' has an invalid format,"
                        + " The value of the field 'AuthType' has an invalid format,"
                        + " The field 'Method' is required but was missing,"
                        + " The 'Headers' field contains unsupported values: [authorization]]");
    }
}
