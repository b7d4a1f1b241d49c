package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import tools.jackson.databind.JsonNode;

/** Asynchronous clients do what synchronous ones do, and let go of a request at once. */
class AsyncClientsTest {
    private final FakeService service = new FakeService();

    @AfterEach
    void close() {
        service.close();
    }

    private static <B extends AwsClientBuilder<B, C>, C> C client(B builder, URI address) {
        return builder.endpointOverride(address)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .build();
    }

    @Test
    void results_and_errors_are_those_of_synchronous_clients() {
        service.answering("{\"TableNames\": [\"t\"]}").refusing("ResourceNotFoundException", "no table");
        try (var dynamoDb = client(DynamoDbAsyncClient.builder(), service.address());
                OneTask task = OneTask.of("aws-sdk:dynamodb:listTables", dynamoDb);
                OneTask refused = OneTask.of("dynamodb:getItem", dynamoDb)) {
            assertThat(task.result("{}"))
                    .isEqualTo(JsonDocument.parse("{\"TableNames\": [\"t\"]}").root());
            assertThat(refused.failure("{\"TableName\": \"t\", \"Key\": {}}").error())
                    .isEqualTo("DynamoDB.ResourceNotFoundException");
        }
    }

    @Test
    void bodies_are_streamed_in_both_directions() {
        service.answering(200, Map.of("ETag", "e"), "").answering(200, Map.of(), "text");
        try (var s3 = client(S3AsyncClient.builder().forcePathStyle(true), service.address());
                OneTask put = OneTask.of("aws-sdk:s3:putObject", s3);
                OneTask get = OneTask.of("aws-sdk:s3:getObject", s3)) {
            assertThat(put.result("{\"Bucket\": \"b\", \"Key\": \"k\", \"Body\": {\"a\": 1}}")
                            .path("ETag")
                            .stringValue())
                    .isEqualTo("e");
            assertThat(get.result("{\"Bucket\": \"b\", \"Key\": \"k\"}")
                            .path("Body")
                            .stringValue())
                    .isEqualTo("text");
        }
        assertThat(service.calls.get(0).body()).contains("{\"a\":1}");
    }

    @Test
    void a_task_that_is_stopped_drops_its_request() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var sqs = client(SqsAsyncClient.builder(), URI.create("http://127.0.0.1:" + silent.getLocalPort()));
                OneTask task = OneTask.of("aws-sdk:sqs:listQueues", sqs)) {
            Execution<JsonNode> execution = task.start("{}");
            try (Socket connected = silent.accept()) {
                connected.setSoTimeout(10_000);
                assertThat(connected.getInputStream().read()).isEqualTo('P');

                execution.stop("Changed", "my mind");

                assertThat(connected.getInputStream().readAllBytes())
                        .isNotEmpty(); // it ends: the other side has hung up
            }
            assertThat(execution.await()).isEqualTo(new Outcome.Aborted<>("Changed", "my mind"));
        }
    }
}
