package dev.stepwright.runtime.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.task.TaskResource;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class AwsHistoryTest {
    @ParameterizedTest
    @CsvSource({
        "arn:aws:lambda:us-east-1:123456789012:function:f, 'resource, input, inputDetails, timeoutInSeconds, taskCredentials'",
        "arn:aws:states:us-east-1:123456789012:activity:a, 'resource, input, inputDetails, timeoutInSeconds, heartbeatInSeconds'",
        "arn:aws:states:::sqs:sendMessage, 'resourceType, resource, region, parameters, timeoutInSeconds, heartbeatInSeconds, taskCredentials'",
    })
    void a_task_is_scheduled_with_the_details_that_aws_has_for_its_kind(String resource, String members) {
        JsonNode input = JsonNodeFactory.instance.objectNode();
        Event scheduled = new Event.TaskScheduled(TaskResource.parse(resource), input, "us-east-1", 5L, 2L, "arn:role");

        HistoryEvent shown = AwsHistory.of(new HistoryEntry(3, 2, Instant.EPOCH, scheduled));

        assertThat(shown.details().propertyNames()).containsExactlyInAnyOrder(members.split(", "));
    }
}
