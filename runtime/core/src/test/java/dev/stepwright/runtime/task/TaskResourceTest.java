package dev.stepwright.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskResourceTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "arn:aws:lambda:eu-west-1:123456789012:function:f, LAMBDA, lambda, arn:aws:lambda:eu-west-1:123456789012:function:f, RESPONSE",
        "arn:aws:states:eu-west-1:123456789012:activity:a, ACTIVITY, activity, arn:aws:states:eu-west-1:123456789012:activity:a, RESPONSE",
        "arn:aws:states:::lambda:invoke, SERVICE, lambda, invoke, RESPONSE",
        "arn:aws:states:::lambda:invoke.waitForTaskToken, SERVICE, lambda, invoke.waitForTaskToken, CALLBACK",
        "arn:aws:states:::states:startExecution.sync:2, SERVICE, states, startExecution.sync:2, JOB",
        "arn:aws-cn:states:::ecs:runTask.sync, SERVICE, ecs, runTask.sync, JOB",
        "arn:aws:states:::aws-sdk:dynamodb:putItem, SERVICE, aws-sdk:dynamodb, putItem, RESPONSE",
        "arn:${AWS::Partition}:states:::sqs:sendMessage, SERVICE, sqs, sendMessage, RESPONSE",
        "arn:aws:states:::aws-sdk:${Service}:get.waitForTaskToken, SERVICE, aws-sdk:${Service}, get.waitForTaskToken, CALLBACK",
        "arn:aws:states:us-east-1:1:stateMachine:m, SERVICE, local, arn:aws:states:us-east-1:1:stateMachine:m, RESPONSE",
        "charge the card, SERVICE, local, charge the card, RESPONSE"
    })
    void a_resource_is_taken_apart(
            String text,
            TaskResource.Family family,
            String service,
            String action,
            TaskResource.Completion completion) {
        assertThat(TaskResource.parse(text)).isEqualTo(new TaskResource(text, family, service, action, completion));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "f, arn:aws:lambda:us-east-1:1:function:f",
        "f:live, arn:aws:lambda:us-east-1:1:function:f",
        "arn:aws:states:::f, arn:aws:states:::f",
        "2:function:f, arn:aws:lambda:us-east-1:2:function:f",
        "function:f, arn:aws:lambda:us-east-1:1:function:f",
        "arn:aws:lambda:eu-west-1:9:function:f:7, arn:aws:lambda:eu-west-1:9:function:f"
    })
    void a_function_has_one_arn_whatever_it_is_called(String name, String arn) {
        assertThat(LambdaCall.arn(name, "us-east-1", "1")).isEqualTo(arn);
    }
}
