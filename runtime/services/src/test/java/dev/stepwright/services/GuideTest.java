package dev.stepwright.services;

import static dev.stepwright.dsl.Dsl.field;
import static dev.stepwright.dsl.Dsl.object;
import static dev.stepwright.dsl.Dsl.onError;
import static dev.stepwright.dsl.Dsl.path;
import static dev.stepwright.dsl.Dsl.task;
import static dev.stepwright.dsl.Dsl.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.dsl.StateMachine;
import dev.stepwright.dsl.service.Http;
import dev.stepwright.dsl.service.Sqs;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.services.connection.Authorization;
import dev.stepwright.services.connection.Connection;
import dev.stepwright.services.http.EksTasks;
import dev.stepwright.services.http.HttpTasks;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What docs/running.md shows. */
class GuideTest {
    private static final String QUEUE = "https://sqs.eu-west-1.amazonaws.com/1/orders";

    record Order(String id, int total) {}

    @Test
    void services_are_called_by_clients() {
        FakeService service = new FakeService().answering("{\"MessageId\": \"m-1\"}");
        try (service;
                SqsClient sqs = service.client(SqsClient.builder().checksumValidationEnabled(false));
                DynamoDbClient dynamoDb = service.client(DynamoDbClient.builder())) {
            // region services
            var machine = StateMachine.start(Order.class)
                    .then(task("Send", Sqs.SEND_MESSAGE)
                            .arguments(object(
                                    Sqs.Message.class,
                                    field(Sqs.Message::queueUrl).is(value(QUEUE)),
                                    field(Sqs.Message::messageBody)
                                            .is(object(Order::new, path(Order::id), path(Order::total)))))
                            .retry(onError("SQS.SdkClientException")))
                    .end();

            try (Engine engine = Engine.create(EngineConfig.builder()
                    .runner(AwsServices.of(sqs, dynamoDb)) // SqsClient.create(), DynamoDbClient.create()
                    .build())) {
                var execution = engine.start(machine, new Order("o-1", 10));

                assertThat(execution.await().output().messageId()).isEqualTo("m-1");
            }
            // endregion
        }
        assertThat(service.calls.get(0).json().path("MessageBody").stringValue())
                .isEqualTo("{\"id\":\"o-1\",\"total\":10}");
    }

    record Charge(int amount, String currency) {}

    @Test
    void clusters_are_called_with_credentials() {
        FakeService cluster = new FakeService().answering("{}");
        AwsCredentialsProvider credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b"));
        try (cluster;
                EksClient eks = cluster.client(EksClient.builder())) {
            // region eks
            EngineConfig config = EngineConfig.builder()
                    .runner(AwsServices.of(eks)) // EksClient.create()
                    .runner(EksTasks.create().signing(role -> credentials)) // those of the task's role, if it has one
                    .build();
            // endregion
            try (OneTask task = new OneTask(Engine.create(config), "arn:aws:states:::eks:call")) {
                assertThat(task.result("""
                                {"ClusterName": "c", "CertificateAuthority": "", "Endpoint": "%s", "Method": "GET",
                                 "Path": "/api/v1/pods"}""".formatted(cluster.address()))
                                .path("StatusCode")
                                .intValue())
                        .isEqualTo(200);
            }
        }
        assertThat(cluster.calls.get(0).authorization()).startsWith("Bearer k8s-aws-v1.");
    }

    @Test
    void http_tasks_call_with_a_connection() {
        FakeService service =
                new FakeService().answering(200, Map.of("Content-Type", "application/json"), "{\"id\": \"ch-1\"}");
        try (service) {
            String standIn = service.address().toString();
            // region http
            var machine = StateMachine.start(Order.class)
                    .then(task("Charge", Http.INVOKE)
                            .arguments(object(
                                    Http.Call.class,
                                    field(Http.Call::apiEndpoint).is(value("https://api.example.com/v1/charges")),
                                    field(Http.Call::method).is(value("POST")),
                                    field(Http.Call::invocationConfig)
                                            .is(object(Http.InvocationConfig::new, value("${ShopConnectionArn}"))),
                                    field(Http.Call::requestBody)
                                            .is(object(Charge::new, path(Order::total), value("EUR")))))
                            .retry(onError("States.Http.StatusCode.503", "States.Http.Socket")))
                    .end();

            Connection shop = Connection.of(Authorization.apiKey("X-Api-Key", "secret"))
                    .at("https://api.example.com", URI.create(standIn)); // without it the real one is called
            try (Engine engine = Engine.create(EngineConfig.builder()
                    .runner(HttpTasks.of(Map.of("${ShopConnectionArn}", shop)))
                    .build())) {
                var execution = engine.start(machine, new Order("o-1", 10));

                assertThat(execution.await().output().responseBody().path("id").stringValue())
                        .isEqualTo("ch-1");
            }
            // endregion
        }
        assertThat(service.calls.get(0).path()).isEqualTo("/v1/charges");
        assertThat(service.calls.get(0).body()).isEqualTo("{\"amount\":10,\"currency\":\"EUR\"}");
    }
}
