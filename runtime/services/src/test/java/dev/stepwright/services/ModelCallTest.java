package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Outcome;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;

/** {@code bedrock:invokeModel} with its input or its output in S3. */
class ModelCallTest {
    private final FakeService models = new FakeService();
    private final FakeService objects = new FakeService();
    private final BedrockRuntimeClient bedrock = models.client(BedrockRuntimeClient.builder());
    private final S3Client s3 = objects.client(S3Client.builder().forcePathStyle(true));

    @AfterEach
    void close() {
        bedrock.close();
        s3.close();
        models.close();
        objects.close();
    }

    private OneTask task() {
        return OneTask.of("bedrock:invokeModel", bedrock, s3);
    }

    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    @Test
    void the_input_of_a_model_is_read_from_s3_with_its_type() {
        objects.answering(200, Map.of("Content-Type", "text/csv"), "{\"prompt\": \"ü\"}");
        models.answering(200, Map.of("Content-Type", "application/json"), "{\"text\": \"Hi\"}");
        try (OneTask task = task()) {
            JsonNode result = task.result("{\"ModelId\": \"m\", \"Input\": {\"S3Uri\": \"s3://b/in/a.json\"}}");

            assertThat(result).isEqualTo(json("{\"Body\": {\"text\": \"Hi\"}, \"ContentType\": \"application/json\"}"));
        }
        assertThat(objects.calls)
                .singleElement()
                .satisfies(call -> assertThat(call.method() + " " + call.path()).isEqualTo("GET /b/in/a.json"));
        assertThat(models.calls.get(0).body()).isEqualTo("{\"prompt\": \"ü\"}");
        assertThat(models.calls.get(0).contentType()).isEqualTo("text/csv");
    }

    @Test
    void a_type_that_the_task_gives_counts() {
        objects.answering(200, Map.of("Content-Type", "text/csv"), "{}");
        models.answering(200, Map.of("Content-Type", "application/json"), "{}");
        try (OneTask task = task()) {
            JsonNode unused = task.result(
                    "{\"ModelId\": \"m\", \"ContentType\": \"application/json\", \"Input\": {\"S3Uri\": \"s3://b/k\"}}");
        }
        assertThat(models.calls.get(0).contentType()).isEqualTo("application/json");
    }

    @Test
    void the_output_of_a_model_is_written_to_s3_and_the_result_tells_where() {
        models.answering(200, Map.of("Content-Type", "image/x"), "an image");
        objects.answering("");
        try (OneTask task = task()) {
            assertThat(
                            task.result(
                                    "{\"ModelId\": \"m\", \"Body\": {\"n\": 1}, \"Output\": {\"S3Uri\": \"s3://b/out/a.png\"}}"))
                    .isEqualTo(json("{\"Body\": \"s3://b/out/a.png\", \"ContentType\": \"image/x\"}"));
        }
        assertThat(models.calls.get(0).json()).isEqualTo(json("{\"n\": 1}"));
        assertThat(objects.calls).singleElement().satisfies(call -> {
            assertThat(call.method() + " " + call.path()).isEqualTo("PUT /b/out/a.png");
            assertThat(call.contentType()).isEqualTo("image/x");
            assertThat(call.body()).contains("an image");
        });
    }

    @Test
    void an_object_that_is_not_there_fails_the_task_before_the_model_is_asked() {
        objects.answering(
                404,
                Map.of("x-amz-request-id", "r-1"),
                "<Error><Code>NoSuchKey</Code><Message>no such key</Message></Error>");
        try (OneTask task = task()) {
            assertThat(task.failure("{\"ModelId\": \"m\", \"Input\": {\"S3Uri\": \"s3://b/k\"}}")
                            .error())
                    .isEqualTo("S3.NoSuchKeyException");
        }
        assertThat(models.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Body\": {}, \"Input\": {\"S3Uri\": \"s3://b/k\"}} | The fields 'Body' and 'Input' cannot be given together",
                "{\"Input\": {\"S3Uri\": \"b/k\"}} | The value of the field 'S3Uri' has an invalid format",
                "{\"Input\": \"s3://b/k\"} | The value of the field 'S3Uri' has an invalid format",
                "{\"Output\": {\"S3Uri\": \"s3://b\"}} | The value of the field 'S3Uri' has an invalid format",
                "{\"Output\": {\"S3Uri\": \"s3://b/k\", \"Key\": 1}} | The field \"Key\" is not supported by Step Functions",
                "{\"Input\": {\"S3Uri\": \"s3://b/k\"}, \"Temperature\": 1} | The field \"Temperature\" is not supported by Step Functions",
            })
    void parameters_that_do_not_fit_are_refused_before_anybody_is_called(String parameters, String problem) {
        try (OneTask task = task()) {
            Outcome.Failed<JsonNode> failure = task.failure(parameters);

            assertThat(failure.error()).isEqualTo("States.Runtime");
            assertThat(failure.cause()).contains(problem);
        }
        assertThat(objects.calls).isEmpty();
        assertThat(models.calls).isEmpty();
    }

    @Test
    void without_a_client_of_s3_nothing_is_called() {
        try (OneTask task = OneTask.of("bedrock:invokeModel", bedrock)) {
            assertThat(task.failure("{\"ModelId\": \"m\", \"Input\": {\"S3Uri\": \"s3://b/k\"}}")
                            .cause())
                    .contains("there is no client of S3; add one");
        }
        assertThat(models.calls).isEmpty();
    }
}
