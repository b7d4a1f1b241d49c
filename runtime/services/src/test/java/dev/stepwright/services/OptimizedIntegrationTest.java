package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.JsonNode;

/** {@code sqs:sendMessage} and its like: what they do otherwise than {@code aws-sdk:*}. */
class OptimizedIntegrationTest {
    private final FakeService service = new FakeService();

    @AfterEach
    void close() {
        service.close();
    }

    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    @Test
    void a_message_of_any_json_is_sent_and_the_result_tells_of_the_call() {
        service.answering("{\"MessageId\": \"m-1\", \"MD5OfMessageBody\": \"" + "00".repeat(16) + "\"}");
        try (SqsClient sqs = service.client(SqsClient.builder().checksumValidationEnabled(false));
                OneTask task = OneTask.of("sqs:sendMessage", sqs)) {
            JsonNode result = task.result("{\"QueueUrl\": \"" + service.address()
                    + "/1/q\", \"MessageBody\": {\"id\": 7}, \"DelaySeconds\": 1}");

            assertThat(result.path("MessageId")).isEqualTo(json("\"m-1\""));
            assertThat(result.at("/SdkHttpMetadata/HttpStatusCode").asInt(0)).isEqualTo(200);
            assertThat(result.at("/SdkHttpMetadata/AllHttpHeaders/X-amzn-requestid"))
                    .isEqualTo(json("[\"r-1\"]"));
            assertThat(result.at("/SdkHttpMetadata/HttpHeaders/X-amzn-requestid"))
                    .isEqualTo(json("\"r-1\""));
            assertThat(result.at("/SdkResponseMetadata/RequestId")).isEqualTo(json("\"r-1\""));
        }
        assertThat(service.calls.get(0).json().path("MessageBody")).isEqualTo(json("\"{\\\"id\\\":7}\""));
    }

    @Test
    void a_model_is_asked_in_json_and_answers_in_json() {
        service.answering(200, Map.of("Content-Type", "application/json"), "{\"content\": [{\"text\": \"Hi\"}]}");
        service.answering(
                429, Map.of("x-amzn-ErrorType", "ThrottlingException"), "{\"message\": \"Too many requests\"}");
        try (BedrockRuntimeClient bedrock = service.client(BedrockRuntimeClient.builder());
                OneTask task = OneTask.of("bedrock:invokeModel", bedrock)) {
            String prompt = "{\"ModelId\": \"m\", \"Body\": {\"max_tokens\": 5}}";

            assertThat(task.result(prompt))
                    .isEqualTo(json(
                            "{\"Body\": {\"content\": [{\"text\": \"Hi\"}]}, \"ContentType\": \"application/json\"}"));
            assertThat(task.failure(prompt).error()).isEqualTo("Bedrock.ThrottlingException");
        }
        assertThat(service.calls.get(0).path()).endsWith("/model/m/invoke");
        assertThat(service.calls.get(0).json()).isEqualTo(json("{\"max_tokens\": 5}"));
    }

    @Test
    void an_error_is_worded_as_by_the_first_sdk() {
        service.refusing("ConditionalCheckFailedException", "no").refusing("ValidationException", "bad");
        try (DynamoDbClient dynamoDb = service.client(DynamoDbClient.builder());
                OneTask task = OneTask.of("dynamodb:putItem", dynamoDb)) {
            String put = "{\"TableName\": \"t\", \"Item\": {}}";

            assertThat(task.failure(put))
                    .isEqualTo(
                            new Outcome.Failed<>(
                                    "DynamoDB.ConditionalCheckFailedException",
                                    "no (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ConditionalCheckFailedException; Request ID: r-1; Proxy: null)"));
            assertThat(task.failure(put).error()).isEqualTo("DynamoDB.AmazonDynamoDBException");
        }
    }

    @Test
    void a_text_is_an_attribute_of_that_text() {
        service.answering("{}");
        try (DynamoDbClient dynamoDb = service.client(DynamoDbClient.builder());
                OneTask task = OneTask.of("dynamodb:putItem", dynamoDb)) {
            task.result("""
                    {"TableName": "t", "Item": {"id": "1", "none": "", "n": {"N": "2"}, "l": {"L": ["a"]}, "m": {"M": {"b": "c"}}}}""");

            assertThat(task.failure("{\"TableName\": \"t\", \"Item\": {\"id\": 1}}")
                            .cause())
                    .contains("The value of the field 'id' has an invalid format");
        }
        assertThat(service.calls).hasSize(1);
        assertThat(service.calls.get(0).json().path("Item")).isEqualTo(json("""
                        {"id": {"S": "1"}, "none": {"S": ""}, "n": {"N": "2"}, "l": {"L": [{"S": "a"}]}, "m": {"M": {"b": {"S": "c"}}}}"""));
    }

    @Test
    void a_text_is_no_other_object() {
        try (SqsClient sqs = service.client(SqsClient.builder());
                OneTask task = OneTask.of("sqs:sendMessage", sqs)) {
            assertThat(task.failure(
                                    "{\"QueueUrl\": \"q\", \"MessageBody\": \"b\", \"MessageAttributes\": {\"a\": \"b\"}}")
                            .cause())
                    .contains("The value of the field 'a' has an invalid format");
        }
        assertThat(service.calls).isEmpty();
    }

    @Test
    void actions_that_only_the_sdk_integration_has_are_nobodys() {
        try (DynamoDbClient dynamoDb = service.client(DynamoDbClient.builder());
                OneTask task = OneTask.of("dynamodb:query", dynamoDb)) {
            assertThat(task.failure("{\"TableName\": \"t\"}").cause()).contains("dynamodb:query");
        }
        assertThat(service.calls).isEmpty();
    }

    @Test
    void a_token_is_sent_and_the_state_waits_for_it() {
        service.answering("{\"MessageId\": \"m-1\"}");
        try (SqsClient sqs = service.client(SqsClient.builder().checksumValidationEnabled(false));
                OneTask task = OneTask.of("sqs:sendMessage.waitForTaskToken", sqs)) {
            Execution<JsonNode> execution = task.start("{\"QueueUrl\": \"" + service.address()
                    + "/1/q\", \"MessageBody\": {\"token.$\": \"$$.Task.Token\"}}");
            String token = json(service.awaitCall("SendMessage")
                            .json()
                            .path("MessageBody")
                            .stringValue())
                    .path("token")
                    .stringValue();

            task.engine().sendTaskSuccess(token, json("{\"ok\": true}"));

            assertThat(execution.await()).isEqualTo(new Outcome.Succeeded<>(json("{\"ok\": true}")));
        }
    }

    @Test
    void an_event_tells_where_it_comes_from() {
        service.answering("{\"FailedEntryCount\": 0, \"Entries\": [{\"EventId\": \"e\"}]}");
        try (EventBridgeClient events = service.client(EventBridgeClient.builder());
                OneTask task = OneTask.of("events:putEvents", events)) {
            Execution<JsonNode> execution = task.start("""
                    {"Entries": [{"Detail": {"a": 1}, "DetailType": "t", "Source": "s", "Resources": ["mine"],
                                  "Time": "2026-01-31T10:00:00Z"}]}""");

            assertThat(execution.await().output())
                    .isEqualTo(json("{\"Entries\": [{\"EventId\": \"e\"}], \"FailedEntryCount\": 0}"));
            assertThat(service.calls.get(0).json().at("/Entries/0")).isEqualTo(json("""
                                    {"Detail": "{\\"a\\":1}", "DetailType": "t", "Source": "s", "Time": 1769853600.000,
                                     "Resources": ["mine", "%s", "arn:aws:states:us-east-1:123456789012:stateMachine:machine"]}""".formatted(execution.arn())));
        }
    }

    @Test
    void an_event_that_was_not_taken_fails_the_task() {
        service.answering(
                "{\"FailedEntryCount\": 1, \"Entries\": [{\"ErrorCode\": \"InternalFailure\", \"ErrorMessage\": \"m\"}]}");
        try (EventBridgeClient events = service.client(EventBridgeClient.builder());
                OneTask task = OneTask.of("events:putEvents", events)) {
            assertThat(task.failure("{\"Entries\": [{\"Detail\": {}}]}"))
                    .isEqualTo(
                            new Outcome.Failed<>(
                                    "EventBridge.FailedEntry",
                                    "{\"Entries\":[{\"ErrorCode\":\"InternalFailure\",\"ErrorMessage\":\"m\"}],\"FailedEntryCount\":1}"));
        }
    }

    @Test
    void the_payload_of_a_function_is_json() {
        service.answering(200, Map.of("X-Amz-Executed-Version", "$LATEST"), "{\"total\": 1.50}");
        try (LambdaClient lambda = service.client(LambdaClient.builder());
                OneTask task = OneTask.of("lambda:invoke", lambda)) {
            JsonNode result = task.result("{\"FunctionName\": \"f\", \"Payload\": null}");

            assertThat(result.path("Payload")).isEqualTo(json("{\"total\": 1.50}"));
            assertThat(result.path("ExecutedVersion")).isEqualTo(json("\"$LATEST\""));
            assertThat(result.path("StatusCode").asInt(0)).isEqualTo(200);
            assertThat(result.has("SdkHttpMetadata")).isTrue();
        }
        assertThat(service.calls.get(0).path()).isEqualTo("/2015-03-31/functions/f/invocations");
        assertThat(service.calls.get(0).body()).isEqualTo("{}");
    }

    @Test
    void a_function_that_threw_fails_the_task_with_its_own_error_and_report() {
        String report = "{\"errorMessage\": \"m\", \"errorType\": \"CustomException\"}";
        service.answering(200, Map.of("X-Amz-Function-Error", "Unhandled"), report)
                .answering(200, Map.of("X-Amz-Function-Error", "Unhandled"), "oops");
        try (LambdaClient lambda = service.client(LambdaClient.builder());
                OneTask task = OneTask.of("lambda:invoke", lambda)) {
            assertThat(task.failure("{\"FunctionName\": \"f\"}"))
                    .isEqualTo(new Outcome.Failed<>("CustomException", report));
            assertThat(task.failure("{\"FunctionName\": \"f\"}").error()).isEqualTo("Lambda.Unknown");
        }
    }

    @Test
    void a_function_that_is_called_by_its_arn_gets_the_input_and_its_value_is_the_result() {
        service.answering(200, Map.of(), "[1.50]")
                .refusing("any", "")
                .answering(404, Map.of("x-amzn-ErrorType", "ResourceNotFoundException"), "{\"Message\": \"no f\"}");
        String function = "arn:aws:lambda:us-east-1:123456789012:function:f";
        try (LambdaClient lambda = service.client(LambdaClient.builder());
                OneTask task = new OneTask(OneTask.of("any", lambda).engine(), function)) {
            assertThat(task.result("{\"a\": 1}")).isEqualTo(json("[1.50]"));
            assertThat(service.calls.get(0).path())
                    .isEqualTo("/2015-03-31/functions/" + function.replace(":", "%3A") + "/invocations");
            assertThat(service.calls.get(0).body()).isEqualTo("{\"a\":1}");
            assertThat(task.failure("{}").error()).isEqualTo("Lambda.AWSLambdaException");
            assertThat(task.failure("{}").error()).isEqualTo("Lambda.ResourceNotFoundException");
        }
    }

    @Test
    void a_listing_has_the_objects_of_all_pages_as_items_of_a_map() {
        String page = """
                <ListBucketResult><IsTruncated>%s</IsTruncated>%s<Contents><Key>%s</Key><ETag>"e"</ETag>\
                <LastModified>2026-01-31T10:00:00.000Z</LastModified><Size>7</Size><StorageClass>STANDARD</StorageClass></Contents>\
                </ListBucketResult>""";
        service.answering(
                        200, Map.of(), page.formatted("true", "<NextContinuationToken>n</NextContinuationToken>", "a"))
                .answering(200, Map.of(), page.formatted("false", "", "b"));
        String item =
                "{\"Etag\":\"\\\"e\\\"\",\"Key\":\"%s\",\"LastModified\":1.7698536E9,\"Size\":7,\"StorageClass\":\"STANDARD\"}";
        try (S3Client s3 = service.client(S3Client.builder().forcePathStyle(true));
                OneTask task = OneTask.of("s3:listObjectsV2", s3)) {
            assertThat(task.result("{\"Bucket\": \"b\", \"Prefix\": \"p\"}"))
                    .hasToString("{\"Contents\":[" + item.formatted("a") + "," + item.formatted("b") + "]}");
        }
        assertThat(service.calls.get(1).path()).contains("prefix=p", "continuation-token=n");
    }

    @Test
    void bytes_that_are_no_text_are_told_in_base64() {
        assertThat(BytesAsText.of(new byte[] {(byte) 0xff, 0})).isEqualTo("/wA=");
        assertThat(BytesAsText.of("é".getBytes(StandardCharsets.UTF_8))).isEqualTo("é");
    }
}
