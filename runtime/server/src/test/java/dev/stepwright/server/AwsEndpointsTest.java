package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.services.AwsEndpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import tools.jackson.databind.JsonNode;

/** Tasks that call services which are elsewhere. */
class AwsEndpointsTest {
    private static final String PUT = """
            {"StartAt": "Put", "States": {"Put": {
              "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:putItem",
              "Parameters": {"TableName": "t", "Item": {"id": {"S.$": "$.id"}}}, "End": true}}}""";

    @AutoClose
    private final StandIn elsewhere = new StandIn("{\"ConsumedCapacity\": {\"CapacityUnits\": 1.0}}");

    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    private static DescribeExecutionResponse run(RunningServer server, String machine, String testCase) {
        return server.end(server.client()
                .startExecution(r -> r.stateMachineArn(machine + testCase).input("{\"id\": \"a\"}"))
                .executionArn());
    }

    @Test
    void a_task_calls_the_service_where_the_configuration_says() {
        try (RunningServer server =
                RunningServer.start(config -> config.awsEndpoints(AwsEndpoints.parse(List.of(elsewhere.url()))))) {
            DescribeExecutionResponse end = run(server, server.machine("put", PUT), "");

            assertThat(json(end.output())).isEqualTo(json("{\"ConsumedCapacity\": {\"CapacityUnits\": 1.0}}"));
        }
        assertThat(elsewhere.targets()).containsExactly("DynamoDB_20120810.PutItem");
        assertThat(json(elsewhere.calls().get(0).body()))
                .isEqualTo(json("{\"TableName\": \"t\", \"Item\": {\"id\": {\"S\": \"a\"}}}"));
    }

    @Test
    void functions_are_invoked_there_too() {
        try (RunningServer server = RunningServer.start(
                config -> config.awsEndpoints(AwsEndpoints.parse(List.of("lambda=" + elsewhere.url()))))) {
            String machine = server.machine(
                    "call",
                    PUT.replace(
                            "arn:aws:states:::aws-sdk:dynamodb:putItem",
                            "arn:aws:lambda:us-east-1:123456789012:function:f"));

            assertThat(run(server, machine, "").output()).contains("CapacityUnits");
        }
        assertThat(elsewhere.targets()).containsExactly("/2015-03-31/functions/f/invocations");
    }

    @ParameterizedTest
    @CsvSource({"apigateway=, /a1b2/prod/bills", "'', /_aws/execute-api/a1b2/prod/bills"})
    void apis_are_called_there_too(String service, String target) {
        try (RunningServer server = RunningServer.start(
                config -> config.awsEndpoints(AwsEndpoints.parse(List.of(service + elsewhere.url()))))) {
            String machine = server.machine("api", """
                    {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke",
                      "Parameters": {"ApiEndpoint": "a1b2.execute-api.us-east-1.amazonaws.com", "Method": "GET",
                        "Stage": "prod", "Path": "bills"}, "End": true}}}""");

            assertThat(json(run(server, machine, "").output())
                            .path("StatusCode")
                            .intValue())
                    .isEqualTo(200);
        }
        assertThat(elsewhere.targets()).containsExactly(target);
    }

    @Test
    void clusters_are_called_where_they_say_if_eks_is_somewhere() {
        try (RunningServer server =
                RunningServer.start(config -> config.awsEndpoints(AwsEndpoints.parse(List.of(elsewhere.url()))))) {
            String machine = server.machine("pods", """
                    {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::eks:call",
                      "Parameters": {"ClusterName": "c", "CertificateAuthority": "", "Endpoint": "%s/cluster",
                        "Method": "GET", "Path": "/api/v1/pods"}, "End": true}}}""".formatted(elsewhere.url()));

            assertThat(json(run(server, machine, "").output())
                            .path("StatusCode")
                            .intValue())
                    .isEqualTo(200);
        }
        assertThat(elsewhere.targets()).containsExactly("/cluster/api/v1/pods");
    }

    @Test
    void services_without_an_endpoint_are_nobodys() {
        try (RunningServer server = RunningServer.start(
                config -> config.awsEndpoints(AwsEndpoints.parse(List.of("events=" + elsewhere.url()))))) {
            assertThat(run(server, server.machine("put", PUT), "").error()).isEqualTo("States.Runtime");
        }
        assertThat(elsewhere.targets()).isEmpty();
    }

    @Test
    void mocks_go_first(@TempDir Path folder) {
        Path mocks = written(folder.resolve("mocks.json"), """
                {"StateMachines": {"put": {"TestCases": {"Happy": {"Put": "Done"}}}},
                 "MockedResponses": {"Done": {"0": {"Return": "mocked"}}}}""");
        try (RunningServer server = RunningServer.start(
                config -> config.mockConfig(mocks).awsEndpoints(AwsEndpoints.parse(List.of(elsewhere.url()))))) {
            assertThat(run(server, server.machine("put", PUT), "#Happy").output())
                    .isEqualTo("\"mocked\"");
        }
        assertThat(elsewhere.targets()).isEmpty();
    }

    private static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_endpoint_of_a_service_that_no_client_is_there_for_is_refused() {
        ServerConfig config = ServerConfig.builder()
                .awsEndpoints(AwsEndpoints.parse(List.of("nosuch=" + elsewhere.url())))
                .build();

        assertThatThrownBy(() -> StepwrightServer.start(config))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(
                        "there is an endpoint of [nosuch], but there are clients only for [dynamodb, dynamodbstreams, eventbridge, s3, ")
                .hasMessageContaining("add their jars of the AWS SDK to the class path");
    }

    @Test
    void step_functions_itself_is_never_elsewhere() {
        ServerConfig config = ServerConfig.builder()
                .awsEndpoints(AwsEndpoints.parse(List.of("sfn=" + elsewhere.url())))
                .build();

        assertThatThrownBy(() -> StepwrightServer.start(config)).hasMessageContaining("there is an endpoint of [sfn]");
    }
}
