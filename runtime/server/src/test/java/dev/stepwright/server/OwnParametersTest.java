package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.SfnRequest;
import software.amazon.awssdk.services.sfn.model.SfnResponse;

/** Tasks that call the server itself: what their parameters may be. */
class OwnParametersTest extends ServerTest {
    private DescribeExecutionResponse end(String resource, String parameters) {
        String machine = server.machine("calls-" + UUID.randomUUID(), """
                {"StartAt": "Call", "States": {"Call": {
                  "Type": "Task", "Resource": "arn:aws:states:::%s", "Parameters": %s, "End": true}}}""".formatted(resource, parameters));
        return server.end(sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn());
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "aws-sdk:sfn:describeStateMachine | {\"StateMachineArn\": 5} | The value for the field 'StateMachineArn' must be a STRING",
                "aws-sdk:sfn:describeStateMachine | {\"stateMachineArn\": \"a\"} | The field \"stateMachineArn\" is not supported by Step Functions",
                "aws-sdk:sfn:listExecutions | {\"MaxResults\": \"5\", \"X\": 1} | The value for the field 'MaxResults' must be an INTEGER, The field \"X\" is not supported by Step Functions",
                "aws-sdk:sfn:tagResource | {\"ResourceArn\": \"a\", \"Tags\": {}} | The value of the field 'Tags' has an invalid format",
                "aws-sdk:sfn:startExecution | {\"StateMachineArn\": \"a\", \"\": 1} | The field \"\" is not supported by Step Functions",
                "states:startExecution.sync:2 | {\"StateMachineArn\": \"a\", \"Naem.$\": \"$$.State.Name\"} | The field \"Naem\" is not supported by Step Functions"
            })
    void what_does_not_fit_fails_the_state_before_the_task_is_scheduled(
            String resource, String parameters, String problems) {
        DescribeExecutionResponse ended = end(resource, parameters);

        assertThat(ended.error()).isEqualTo("States.Runtime");
        assertThat(ended.cause()).endsWith("could not be used to start the Task: [" + problems + "]");
        assertThat(sfn.getExecutionHistory(r -> r.executionArn(ended.executionArn()))
                        .events())
                .extracting(HistoryEvent::typeAsString)
                .doesNotContain("TaskScheduled");
    }

    @Test
    void a_service_of_another_partition_fails_the_state_before_the_task_is_scheduled() {
        String machine = server.machine("calls-" + UUID.randomUUID(), """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws-cn:states:::states:startExecution",
                  "Parameters": {"StateMachineArn": "a"}, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Call"}], "End": true}}}""");

        DescribeExecutionResponse ended =
                server.end(sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn());

        assertThat(ended.error()).isEqualTo("States.Runtime");
        assertThat(ended.cause())
                .isEqualTo("An error occurred while executing the state 'Call' (entered at the event id #2). "
                        + "The resource belongs to a different partition from the running execution.");
        assertThat(sfn.getExecutionHistory(r -> r.executionArn(ended.executionArn()))
                        .events())
                .extracting(HistoryEvent::typeAsString)
                .containsExactly("ExecutionStarted", "TaskStateEntered", "ExecutionFailed");
    }

    @Test
    void what_the_api_refuses_fails_the_task() {
        assertThat(end("aws-sdk:sfn:describeStateMachine", "{\"StateMachineArn\": \"a\", \"IncludedData\": null}")
                        .error())
                .isEqualTo("Sfn.InvalidArnException");
    }

    private static Stream<Arguments> operations() {
        return Stream.of(SfnClient.class.getMethods())
                .filter(method -> method.getParameterCount() == 1
                        && SfnResponse.class.isAssignableFrom(method.getReturnType())
                        && SfnRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .map(method -> Arguments.of(method.getName(), method.getParameterTypes()[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void every_member_of_the_api_is_known(String operation, Class<? extends SfnRequest> type) throws Exception {
        SfnRequest request = ((SfnRequest.Builder) type.getMethod("builder").invoke(null)).build();
        String members = request.sdkFields().stream()
                .map(SdkField::memberName)
                .map(name -> "\"" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "\": null")
                .collect(Collectors.joining(", ", "{", "}"));

        assertThat(String.valueOf(end("aws-sdk:sfn:" + operation, members).cause()))
                .doesNotContain("is not supported by Step Functions");
    }
}
