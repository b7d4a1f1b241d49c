package dev.stepwright.server.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.task.TaskRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.NullNode;

class OtherPartitionTasksTest {
    private static final String CAUSE = "The resource belongs to a different partition from the running execution.";

    private final OtherPartitionTasks tasks = new OtherPartitionTasks();

    private static TaskRequest request(String execution, String resource) {
        return Requests.of(execution, resource, NullNode.getInstance());
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "arn:aws:states:us-east-1:123456789012:execution:m:e, arn:aws-cn:states:::sqs:sendMessage, true",
        "arn:aws:states:us-east-1:123456789012:execution:m:e, arn:aws-cn:states:::lambda:invoke.waitForTaskToken, true",
        "arn:aws:states:us-east-1:123456789012:execution:m:e, arn:aws-us-gov:states:::aws-sdk:s3:getObject, true",
        "arn:aws-cn:states:cn-north-1:123456789012:execution:m:e, arn:aws:states:::states:startExecution, true",
        "arn:aws-cn:states:cn-north-1:123456789012:execution:m:e, arn:aws-cn:states:::sqs:sendMessage, false",
        "arn:aws:states:us-east-1:123456789012:execution:m:e, arn:aws:states:::sqs:sendMessage, false",
        "arn:aws:states:us-east-1:123456789012:execution:m:e, arn:aws-cn:lambda:cn-north-1:123456789012:function:f, false",
        "arn:aws:states:us-east-1:123456789012:execution:m:e, charge, false"
    })
    void services_of_another_partition_are_told_from_those_of_the_execution(
            String execution, String resource, boolean isOther) {
        assertThat(tasks.serves(request(execution, resource))).isEqualTo(isOther);
    }

    @Test
    void a_task_of_another_partition_is_refused_before_it_is_scheduled() {
        assertThatThrownBy(() -> tasks.check(request("arn:aws:states:x:1:execution:m:e", "arn:aws-cn:states:::a:b")))
                .hasMessage("States.Runtime: " + CAUSE);
    }

    @Test
    void a_task_that_was_scheduled_before_fails() {
        RecordedCompletion completion = new RecordedCompletion();

        tasks.resume(
                request("arn:aws:states:x:1:execution:m:e", "arn:aws-cn:states:::a:b"),
                NullNode.getInstance(),
                completion);

        assertThat(completion.failure.join()).isEqualTo(new RecordedCompletion.Failure("States.Runtime", CAUSE));
    }
}
