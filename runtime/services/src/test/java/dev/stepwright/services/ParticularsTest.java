package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.task.TaskFailure;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ParticularsTest {
    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    @Test
    void the_result_of_a_run_that_was_started_tells_its_job() throws TaskFailure {
        Integration glue = Integration.of("glue", "startJobRun").orElseThrow();
        JsonNode parameters = json("{\"JobName\": \"n\", \"Arguments\": {}}");

        assertThat(Particulars.result(glue, parameters, (ObjectNode) json("{\"JobRunId\": \"r\"}")))
                .isEqualTo(json("{\"JobRunId\": \"r\", \"JobName\": \"n\"}"));
    }

    @Test
    void the_result_tells_the_application_that_was_started_stopped_or_deleted() throws TaskFailure {
        Integration serverless =
                Integration.of("emr-serverless", "stopApplication").orElseThrow();
        JsonNode parameters = json("{\"ApplicationId\": \"a\"}");

        assertThat(Particulars.result(serverless, parameters, (ObjectNode) json("{}")))
                .isEqualTo(json("{\"ApplicationId\": \"a\"}"));
        assertThat(Particulars.result(serverless, parameters, (ObjectNode) json("{\"ApplicationId\": \"b\"}")))
                .isEqualTo(json("{\"ApplicationId\": \"b\"}"));
    }

    @Test
    void what_bedrock_answers_is_the_output_of_a_model_only_if_a_model_was_invoked() throws TaskFailure {
        Integration invocation = Integration.of("bedrock", "invokeModel").orElseThrow();
        Integration customization =
                Integration.of("bedrock", "createModelCustomizationJob").orElseThrow();

        assertThat(Particulars.result(invocation, json("{}"), (ObjectNode) json("{\"Body\": \"[1]\"}")))
                .isEqualTo(json("{\"Body\": [1]}"));
        assertThat(Particulars.result(customization, json("{}"), (ObjectNode) json("{\"JobArn\": \"a\"}")))
                .isEqualTo(json("{\"JobArn\": \"a\"}"));
    }
}
