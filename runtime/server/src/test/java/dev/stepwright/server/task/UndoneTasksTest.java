package dev.stepwright.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.task.TaskRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.NullNode;

class UndoneTasksTest {
    private final UndoneTasks tasks = new UndoneTasks();

    private static TaskRequest request(String resource) {
        return Requests.of(resource, NullNode.getInstance());
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:states:::sqs:sendMessage, --aws-endpoint sqs=URL",
        "arn:aws:states:::aws-sdk:dynamodb:listTables, --aws-endpoint dynamodb=URL",
        "arn:aws:states:::s3:getObject, --objects or --aws-endpoint s3=URL",
        "arn:aws:states:::http:invoke, --connections",
        "arn:aws:states:::eks:createCluster.sync, --aws-endpoint eks=URL",
        "arn:aws:states:::eks:call, --aws-endpoint eks=URL",
    })
    void the_cause_names_the_option_that_would_have_the_task_done(String resource, String option) {
        RecordedCompletion completion = new RecordedCompletion();

        tasks.start(request(resource), completion);

        RecordedCompletion.Failure failure = completion.failure.join();
        assertThat(failure.error()).isEqualTo("States.Runtime");
        assertThat(failure.cause())
                .contains("the task \"Send\" (" + resource + ")", "with " + option + ", or", "--mock-config");
    }

    @Test
    void no_option_has_an_agent_called() {
        RecordedCompletion completion = new RecordedCompletion();

        tasks.start(request("arn:aws:states:::bedrockagentcore:invokeHarness"), completion);

        assertThat(completion.failure.join().cause())
                .contains("The stream of an agent is not read; give the results of the state with --mock-config")
                .doesNotContain("--aws-endpoint");
    }

    @Test
    void functions_activities_and_other_machines_are_left_to_the_engine() {
        assertThat(tasks.serves(request("arn:aws:states:::states:startExecution")))
                .isFalse();
        assertThat(tasks.serves(request("arn:aws:states:::aws-sdk:sfn:startExecution")))
                .isFalse();
        assertThat(tasks.serves(request("arn:aws:lambda:us-east-1:123456789012:function:f")))
                .isFalse();
        assertThat(tasks.serves(request("arn:aws:states:::lambda:invoke"))).isFalse();
        assertThat(tasks.serves(request("arn:aws:states:us-east-1:123456789012:activity:a")))
                .isFalse();
    }
}
