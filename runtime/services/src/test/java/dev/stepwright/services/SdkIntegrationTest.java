package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Outcome;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.JsonNode;

/** {@code aws-sdk:*}: the same rules for every service, each shown by one of them. */
class SdkIntegrationTest {
    private final FakeService service = new FakeService();
    private final DynamoDbClient dynamoDb = service.client(DynamoDbClient.builder());

    @AfterEach
    void close() {
        dynamoDb.close();
        service.close();
    }

    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    @Test
    void parameters_reach_the_service_as_its_own_members_and_the_answer_comes_back() {
        service.answering("""
                {"Items": [{"id": {"S": "a"}, "n": {"N": "1.50"}, "tags": {"L": [{"BOOL": true}, {"NULL": true}]}}],
                 "Count": 1, "ScannedCount": 3}""");
        try (OneTask task = OneTask.of("aws-sdk:dynamodb:query", dynamoDb)) {
            JsonNode result = task.result("""
                    {"TableName": "orders", "Limit": 5, "ConsistentRead": true, "IndexName": null,
                     "ExpressionAttributeValues": {":id": {"S": "a"}, ":n": {"N": "1.5"}, ":s": {"SS": ["x", "y"]}, ":z": null}}""");

            assertThat(result).isEqualTo(json("""
                                    {"Count": 1,
                                     "Items": [{"id": {"S": "a"}, "n": {"N": "1.50"}, "tags": {"L": [{"Bool": true}, {"Nul": true}]}}],
                                     "ScannedCount": 3}"""));
        }
        assertThat(service.calls).singleElement().satisfies(call -> {
            assertThat(call.target()).isEqualTo("DynamoDB_20120810.Query");
            assertThat(call.json()).isEqualTo(json("""
                                    {"TableName": "orders", "Limit": 5, "ConsistentRead": true,
                                     "ExpressionAttributeValues": {":id": {"S": "a"}, ":n": {"N": "1.5"}, ":s": {"SS": ["x", "y"]}}}"""));
        });
    }

    @Test
    void an_operation_without_an_answer_gives_an_empty_object() {
        service.answering("{}");
        try (SqsClient sqs = service.client(SqsClient.builder());
                OneTask task = OneTask.of("aws-sdk:sqs:purgeQueue", sqs)) {
            assertThat(task.result("{\"QueueUrl\": \"" + service.address() + "/1/q\"}"))
                    .isEqualTo(json("{}"));
        }
    }

    @Test
    void members_that_the_service_has_in_camel_case_are_in_pascal_case_here() {
        service.answering("{\"taskArns\": [\"a\"], \"nextToken\": \"n\"}");
        try (var ecs = service.client(software.amazon.awssdk.services.ecs.EcsClient.builder());
                OneTask task = OneTask.of("aws-sdk:ecs:listTasks", ecs)) {
            assertThat(task.result("{\"MaxResults\": 2}"))
                    .isEqualTo(json("{\"NextToken\": \"n\", \"TaskArns\": [\"a\"]}"));
        }
        assertThat(service.calls.get(0).json()).isEqualTo(json("{\"maxResults\": 2}"));
    }

    @Test
    void times_are_told_in_iso_8601() {
        service.answering("{\"QueryExecution\": {\"Status\": {\"SubmissionDateTime\": 1769853600.123}}}");
        try (AthenaClient athena = service.client(AthenaClient.builder());
                OneTask task = OneTask.of("aws-sdk:athena:getQueryExecution", athena)) {
            assertThat(task.result("{\"QueryExecutionId\": \"q\"}").at("/QueryExecution/Status/SubmissionDateTime"))
                    .isEqualTo(json("\"2026-01-31T10:00:00.123Z\""));
        }
    }

    @ParameterizedTest(name = "{0} reaches the function as {1}")
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {"{\"a\": [1, null]} | {\"a\":[1,null]}", "\"0.0\" | 0.0", "\"\\\"text\\\"\" | \"text\"", "17 | 17"
            })
    void what_is_no_text_is_sent_as_json_and_a_text_as_it_is(String payload, String sent) {
        service.answering(200, Map.of("X-Amz-Function-Error", "Unhandled"), "{\"errorType\": \"E\"}");
        try (LambdaClient lambda = service.client(LambdaClient.builder());
                OneTask task = OneTask.of("aws-sdk:lambda:invoke", lambda)) {
            JsonNode result = task.result("{\"FunctionName\": \"f\", \"Payload\": " + payload + "}");

            assertThat(result)
                    .isEqualTo(
                            json(
                                    "{\"FunctionError\": \"Unhandled\", \"Payload\": \"{\\\"errorType\\\": \\\"E\\\"}\", \"StatusCode\": 200}"));
        }
        assertThat(service.calls.get(0).body()).isEqualTo(sent);
    }

    @Test
    void names_of_the_sdk_and_texts_that_are_booleans_are_taken() {
        service.answering("{}");
        try (OneTask task = OneTask.of("aws-sdk:dynamodb:query", dynamoDb)) {
            task.result("""
                    {"TableName": "t", "ConsistentRead": "True",
                     "ExpressionAttributeValues": {"a": {"Bool": true}, "b": {"BOOL": "false"}, "c": {"Nul": true}, "d": {"Ss": ["s"]}}}""");
        }
        assertThat(json(service.calls.get(0).body())).isEqualTo(json("""
                        {"TableName": "t", "ConsistentRead": true,
                         "ExpressionAttributeValues": {"a": {"BOOL": true}, "b": {"BOOL": false}, "c": {"NULL": true}, "d": {"SS": ["s"]}}}"""));
    }

    @Test
    void abbreviations_at_the_beginning_are_words() {
        service.answering(200, Map.of(), "");
        try (S3Client s3 = service.client(S3Client.builder().forcePathStyle(true));
                OneTask task = OneTask.of("aws-sdk:s3:putBucketCors", s3)) {
            task.result("""
                    {"Bucket": "b", "CorsConfiguration": {"CorsRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]}}""");
        }
        assertThat(service.calls.get(0).body()).contains("<CORSRule><AllowedMethod>GET</AllowedMethod>");
    }

    @Test
    void a_body_that_is_streamed_is_a_text_on_both_ways() {
        service.answering(200, Map.of("ETag", "\"e\""), "").answering(200, Map.of("ETag", "\"e\""), "{\"total\":1.50}");
        try (S3Client s3 = service.client(S3Client.builder().forcePathStyle(true))) {
            try (OneTask task = OneTask.of("aws-sdk:s3:putObject", s3)) {
                assertThat(task.result("{\"Bucket\": \"b\", \"Key\": \"k\", \"Body\": {\"total\": 1.50}}"))
                        .isEqualTo(json("{\"ETag\": \"\\\"e\\\"\"}"));
            }
            try (OneTask task = OneTask.of("aws-sdk:s3:getObject", s3)) {
                JsonNode result = task.result("{\"Bucket\": \"b\", \"Key\": \"k\"}");

                assertThat(result.path("Body")).isEqualTo(json("\"{\\\"total\\\":1.50}\""));
                assertThat(result.path("ContentLength").asInt(0)).isEqualTo(14);
            }
        }
        assertThat(service.calls.get(0).method()).isEqualTo("PUT");
        assertThat(service.calls.get(0).body()).contains("{\"total\":1.50}");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "{\"tableName\": \"t\"} | The field \"tableName\" is not supported by Step Functions",
                "{\"TableName\": 5} | The value for the field 'TableName' must be a STRING",
                "{\"TableName\": \"t\", \"ExclusiveStartKey\": {\"id\": {\"N\": 5}}} | The value for the field 'N' must be a STRING",
                "{\"TableName\": \"t\", \"ExpressionAttributeNames\": {\"Input\": true}} | The value for the field 'Input' must be a STRING",
                "{\"TableName\": \"t\", \"Limit\": \"5\"} | The value for the field 'Limit' must be an INTEGER",
                "{\"TableName\": \"t\", \"Limit\": 1.5} | The value for the field 'Limit' must be an INTEGER",
                "{\"TableName\": \"t\", \"Limit\": 5000000000} | The value for the field 'Limit' must be an INTEGER",
                "{\"TableName\": \"t\", \"ConsistentRead\": \"yes\"} | The value of the field 'ConsistentRead' has an invalid format",
                "{\"TableName\": \"t\", \"ExclusiveStartKey\": {\"id\": {\"Text\": \"a\"}}} | The field \"Text\" is not supported by Step Functions",
                "{\"TableName\": \"t\", \"ExclusiveStartKey\": {\"id\": \"a\"}} | The value of the field 'id' has an invalid format",
                "{\"Tablename\": \"t\"} | The field \"Tablename\" is not supported by Step Functions",
                "{\"TableName\": \"t\", \"ExclusiveStartKey\": [1]} | The value of the field 'ExclusiveStartKey' has an invalid format",
                "{\"TableName\": \"t\", \"AttributesToGet\": \"a\"} | The value of the field 'AttributesToGet' has an invalid format"
            })
    void parameters_that_are_no_request_fail_before_anything_is_called(String parameters, String problems) {
        try (OneTask task = OneTask.of("aws-sdk:dynamodb:query", dynamoDb)) {
            Outcome.Failed<JsonNode> failure = task.failure(parameters);

            assertThat(failure.error()).isEqualTo("States.Runtime");
            assertThat(failure.cause())
                    .startsWith("An error occurred while executing the state 'Call' (entered at the event id #2). The"
                            + " Parameters '{\"")
                    .endsWith("' could not be used to start the Task: [" + problems + "]");
        }
        assertThat(service.calls).isEmpty();
    }

    @Test
    void an_error_that_the_service_names_has_its_name() {
        service.refusing("ResourceNotFoundException", "no such table");
        try (OneTask task = OneTask.of("aws-sdk:dynamodb:query", dynamoDb)) {
            Outcome.Failed<JsonNode> failure = task.failure("{\"TableName\": \"t\"}");

            assertThat(failure.error()).isEqualTo("DynamoDb.ResourceNotFoundException");
            assertThat(failure.cause())
                    .startsWith("no such table (Service: DynamoDb, Status Code: 400, Request ID: r-1)");
        }
    }

    @Test
    void all_other_errors_have_the_name_of_the_client() {
        service.refusing("ValidationException", "no");
        try (OneTask task = OneTask.of("aws-sdk:dynamodb:query", dynamoDb)) {
            assertThat(task.failure("{\"TableName\": \"t\"}").error()).isEqualTo("DynamoDb.DynamoDbException");
        }
    }

    @Test
    void a_service_that_is_not_reached_is_an_error_of_the_client() {
        try (DynamoDbClient nowhere = FakeService.client(DynamoDbClient.builder(), URI.create("http://127.0.0.1:1"));
                OneTask task = OneTask.of("aws-sdk:dynamodb:query", nowhere)) {
            Outcome.Failed<JsonNode> failure = task.failure("{\"TableName\": \"t\"}");

            assertThat(failure.error()).isEqualTo("DynamoDb.SdkClientException");
            assertThat(failure.cause()).contains("Connection refused");
        }
    }

    @Test
    void services_and_actions_without_a_client_are_nobodys() {
        try (OneTask service = OneTask.of("aws-sdk:sqs:listQueues", dynamoDb);
                OneTask action = OneTask.of("aws-sdk:dynamodb:queryPaginator", dynamoDb)) {
            assertThat(service.failure("{}").cause()).contains("aws-sdk:sqs:listQueues");
            assertThat(action.failure("{}").cause()).contains("aws-sdk:dynamodb:queryPaginator");
        }
    }

    @Test
    void two_clients_of_a_service_are_refused() {
        assertThatThrownBy(() -> AwsServices.of(dynamoDb, dynamoDb))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are two clients of \"dynamodb\"; remove one");
    }

    @Test
    void what_is_no_client_of_a_service_is_refused() {
        SdkClient other = new SdkClient() {
            @Override
            public String serviceName() {
                return "dynamodb";
            }

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> AwsServices.of(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a client of an AWS service");
    }
}
