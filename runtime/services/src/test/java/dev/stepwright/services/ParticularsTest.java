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
}
