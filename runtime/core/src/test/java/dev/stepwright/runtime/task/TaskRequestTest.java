package dev.stepwright.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.dsl.TaskToken;
import dev.stepwright.runtime.ActivityTask;
import dev.stepwright.runtime.OpenToken;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class TaskRequestTest {
    private static final JsonNode INPUT =
            JsonNodeFactory.instance.objectNode().put("answerWith", "secret").put("card", "4111");
    private static final TaskRequest REQUEST = new TaskRequest(
            "arn:aws:states:us-east-1:123456789012:execution:M:one",
            "arn:aws:iam::123456789012:role/machine",
            7,
            "Ask",
            TaskResource.parse("arn:aws:states:::sqs:sendMessage.waitForTaskToken"),
            INPUT,
            2,
            "secret",
            null,
            null);

    static Stream<Record> tasks() {
        return Stream.of(
                REQUEST,
                new ActivityTask("secret", INPUT),
                new OpenToken("Ask", new TaskToken<>("secret"), INPUT, null));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void whoever_reads_a_task_in_a_log_can_neither_end_it_nor_sees_its_data(Record task) {
        assertThat(task.toString()).doesNotContain("secret", "4111");
    }

    @Test
    void a_task_in_a_log_says_which_it_is() {
        assertThat(REQUEST)
                .hasToString("TaskRequest[arn:aws:states:us-east-1:123456789012:execution:M:one#7, \"Ask\","
                        + " arn:aws:states:::sqs:sendMessage.waitForTaskToken, attempt 2]");
    }
}
