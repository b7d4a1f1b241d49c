package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.engine.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.InspectionLevel;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.MockResponseValidationMode;
import software.amazon.awssdk.services.sfn.model.TestExecutionStatus;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** TestState and ValidateStateMachineDefinition, through the AWS SDK. */
class TrialTest extends ServerTest {
    private static final String TASK = """
            {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f", "Payload.$": "$.order"},
             "ResultSelector": {"id.$": "$.Payload.id"}, "ResultPath": "$.receipt",
             "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "BackoffRate": 3, "MaxAttempts": 2}],
             "Catch": [{"ErrorEquals": ["Other"], "Next": "Mend"}, {"ErrorEquals": ["States.ALL"], "ResultPath": "$.problem", "Next": "Tell"}], "Next": "Ship"}
            """;

    @Test
    void a_mocked_task_shows_what_came_of_the_data() {
        var tried = sfn.testState(r -> r.definition(TASK)
                .input("{\"order\":{\"n\":1}}")
                .inspectionLevel(InspectionLevel.DEBUG)
                .mock(m -> m.result("{\"Payload\":{\"id\":7,\"more\":0},\"StatusCode\":200}")));

        assertThat(tried.status()).isEqualTo(TestExecutionStatus.SUCCEEDED);
        assertThat(tried.output()).isEqualTo("{\"order\":{\"n\":1},\"receipt\":{\"id\":7}}");
        assertThat(tried.nextState()).isEqualTo("Ship");
        assertThat(tried.inspectionData().afterParameters())
                .isEqualTo("{\"FunctionName\":\"f\",\"Payload\":{\"n\":1}}");
        assertThat(tried.inspectionData().afterResultSelector()).isEqualTo("{\"id\":7}");
        assertThat(tried.inspectionData().afterResultPath()).isEqualTo(tried.output());
    }

    @ParameterizedTest
    @CsvSource({
        "Busy, 0, RETRIABLE, 2,",
        "Busy, 1, RETRIABLE, 6,",
        "Busy, 2, CAUGHT_ERROR,, Tell",
        "Other, 0, CAUGHT_ERROR,, Mend"
    })
    void an_error_meets_the_retry_rules_and_then_the_catch_rules(
            String error, int retries, String status, Integer backoff, String next) {
        var tried = sfn.testState(r -> r.definition(TASK)
                .input("{\"order\":1}")
                .inspectionLevel(InspectionLevel.DEBUG)
                .stateConfiguration(c -> c.retrierRetryCount(retries))
                .mock(m -> m.errorOutput(e -> e.error(error).cause("why"))));

        assertThat(tried.statusAsString()).isEqualTo(status);
        assertThat(tried.nextState()).isEqualTo(next);
        assertThat(tried.error()).isEqualTo(error);
        assertThat(tried.inspectionData().errorDetails().retryBackoffIntervalSeconds())
                .isEqualTo(backoff);
    }

    @Test
    void a_timeout_is_caught_with_an_empty_cause() {
        var tried = sfn.testState(r ->
                r.definition(TASK).input("{\"order\":1}").mock(m -> m.errorOutput(e -> e.error("States.Timeout"))));

        assertThat(tried.output()).isEqualTo("{\"order\":1,\"problem\":{\"Error\":\"States.Timeout\",\"Cause\":\"\"}}");
        assertThat(tried.cause()).isNull();
    }

    @Test
    void a_result_path_that_does_not_fit_is_caught_by_the_name_of_the_language() {
        var tried =
                sfn.testState(r -> r.definition("""
                        {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "ResultPath": "$.text.part",
                         "Catch": [{"ErrorEquals": ["States.ResultPathMatchFailure"], "Next": "Mend"}], "End": true}""").input("{\"text\":\"x\"}").mock(m -> m.result("1")));

        assertThat(tried.error()).isEqualTo("States.ReferencePathConflict");
        assertThat(tried.nextState()).isEqualTo("Mend");
    }

    @Test
    void an_output_that_is_too_large_fails_the_state_and_cannot_be_caught() {
        String result = "\"" + "ü".repeat(Limits.STANDARD.payloadBytes() / 4) + "\""; // two bytes each
        var tried = sfn.testState(r -> r.definition("""
                        {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "QueryLanguage": "JSONata",
                         "Output": "{% [$states.result, $states.result] %}",
                         "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Mend"}], "End": true}""").mock(m -> m.result(result)));

        assertThat(tried.status()).isEqualTo(TestExecutionStatus.FAILED);
        assertThat(tried.error()).isEqualTo("States.DataLimitExceeded");
        assertThat(tried.cause())
                .isEqualTo(
                        "The state/task 'StateName' returned a result with a size exceeding the maximum number of bytes service limit.");
    }

    @Test
    void an_expression_that_fails_fails_the_state_without_the_prefix_of_executions() {
        var tried = sfn.testState(r -> r.definition(
                        "{\"Type\":\"Pass\",\"QueryLanguage\":\"JSONata\",\"Output\":\"{% $states.input.missing %}\",\"End\":true}")
                .input("{}"));

        assertThat(tried.status()).isEqualTo(TestExecutionStatus.FAILED);
        assertThat(tried.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(tried.cause())
                .startsWith("The JSONata expression '$states.input.missing' specified for the field 'Output'");
        assertThat(tried.output()).isNull();
        assertThat(tried.inspectionData()).isNull();
    }

    @Test
    void time_limits_have_to_be_numbers_even_though_a_trial_waits_for_no_heartbeats() {
        var tried = sfn.testState(r -> r.definition("""
                        {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","QueryLanguage":"JSONata",
                         "HeartbeatSeconds":"{% 'soon' %}","Arguments":{"FunctionName":"f"},"End":true}""").mock(m -> m.result("{}")));

        assertThat(tried.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(tried.cause()).contains("for the field 'HeartbeatSeconds'", "Expected 'integer'");
    }

    @Test
    void variables_are_read_and_assigned() {
        var tried = sfn.testState(r -> r.definition(
                        "{\"Type\":\"Pass\",\"QueryLanguage\":\"JSONata\",\"Assign\":{\"n\":\"{% $n + 1 %}\"},\"Output\":\"{% $n %}\",\"End\":true}")
                .variables("{\"n\":1}")
                .inspectionLevel(InspectionLevel.DEBUG));

        assertThat(tried.output()).isEqualTo("1");
        assertThat(tried.inspectionData().variables()).isEqualTo("{\"n\":2}");
    }

    @Test
    void a_state_that_fails_assigns_nothing_and_shows_the_variables_it_was_given() {
        var tried = sfn.testState(r -> r.definition(
                        "{\"Type\":\"Pass\",\"QueryLanguage\":\"JSONata\",\"Assign\":{\"n\":2},\"Output\":\"{% $states.input.missing %}\",\"End\":true}")
                .variables("{\"n\":1}")
                .inspectionLevel(InspectionLevel.DEBUG));

        assertThat(tried.status()).isEqualTo(TestExecutionStatus.FAILED);
        assertThat(tried.inspectionData().variables()).isEqualTo("{\"n\":1}");
    }

    @Test
    void a_stage_that_fails_is_the_last_that_is_not_shown() {
        var tried = sfn.testState(r -> r.definition(
                        "{\"Type\":\"Pass\",\"InputPath\":\"$.a\",\"Parameters\":{\"x.$\":\"$.missing\"},\"End\":true}")
                .input("{\"a\":{\"b\":1}}")
                .inspectionLevel(InspectionLevel.DEBUG));

        assertThat(tried.error()).isEqualTo("States.Runtime");
        assertThat(tried.inspectionData().afterInputPath()).isEqualTo("{\"b\":1}");
        assertThat(tried.inspectionData().afterParameters()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:states:::states:startExecution.sync:2",
                "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "arn:aws:states:us-east-1:123456789012:activity:a"
            })
    void what_does_not_answer_by_itself_must_be_mocked(String resource) {
        String task = "{\"Type\":\"Task\",\"Resource\":\"" + resource + "\",\"End\":true}";

        assertThatThrownBy(() -> sfn.testState(r -> r.definition(task).roleArn(RunningServer.ROLE)))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("when a mock is not specified. Received: " + resource);
        assertThat(sfn.testState(r -> r.definition(task)
                                .mock(m -> m.result("{}").fieldValidationMode(MockResponseValidationMode.NONE)))
                        .output())
                .isEqualTo("{}");
    }

    @Test
    void a_task_that_waits_for_its_token_has_one() {
        var tried = sfn.testState(r -> r.definition(
                        "{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::sqs:sendMessage.waitForTaskToken\",\"Parameters\":{\"QueueUrl\":\"q\",\"MessageBody\":{\"t.$\":\"$$.Task.Token\"}},\"End\":true}")
                .inspectionLevel(InspectionLevel.DEBUG)
                .mock(m -> m.result("{\"done\":true}")));

        assertThat(tried.output()).isEqualTo("{\"done\":true}");
        assertThat(tried.inspectionData().afterParameters())
                .matches("\\{\"QueueUrl\":\"q\",\"MessageBody\":\\{\"t\":\"[^\"]+\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Pokedex\":{}} | Field 'Pokedex' is not allowed",
                "{\"Map\":{}} | 'Map' field is not supported when mocking a Context object",
                "{\"Execution\":{\"Id\":1}} | Execution.Id must be a string",
                "{\"State\":{\"RetryCount\":\"1\"}} | State.RetryCount must be an integer",
                "{\"Task\":{}} | Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern"
            })
    void a_context_object_is_one_that_an_execution_could_have(String context, String problem) {
        assertThatThrownBy(() ->
                        sfn.testState(r -> r.definition(TASK).context(context).mock(m -> m.result("{}"))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Invalid Context object provided: " + problem);
    }

    @Test
    void a_state_of_a_whole_machine_is_named() {
        String machine =
                "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Result\":5,\"Next\":\"B\"},\"B\":{\"Type\":\"Succeed\"}}}";

        var tried = sfn.testState(r -> r.definition(machine).stateName("A"));

        assertThat(tried.output()).isEqualTo("5");
        assertThat(tried.nextState()).isEqualTo("B");
        assertThatThrownBy(() -> sfn.testState(r -> r.definition(machine).stateName("C")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("State not found in definition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Mode\":\"INLINE\"", "\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\""})
    void a_state_within_a_map_has_the_input_as_its_first_item(String mode) {
        String machine =
                "{\"StartAt\":\"M\",\"States\":{\"M\":{\"Type\":\"Map\",\"ItemProcessor\":{\"ProcessorConfig\":{" + mode
                        + "},\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Parallel\",\"Branches\":[{\"StartAt\":\"I\",\"States\":{"
                        + "\"I\":{\"Type\":\"Pass\",\"InputPath\":\"$$.Map.Item\",\"End\":true}}}],\"End\":true}}},\"End\":true}}}";

        var tried = sfn.testState(r -> r.definition(machine).stateName("I").input("{\"a\":1}"));

        assertThat(tried.output()).isEqualTo("{\"Index\":0,\"Value\":{\"a\":1},\"Source\":\"STATE_DATA\"}");
    }

    @Test
    void an_input_stays_as_it_was_written_while_nothing_is_taken_from_it() {
        String choice =
                "{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.n\",\"NumericEquals\":2,\"Next\":\"A\"}],\"Default\":\"B\"}";

        var tried = sfn.testState(r -> r.definition(choice).input("{\"n\": 2}").inspectionLevel(InspectionLevel.DEBUG));

        assertThat(tried.output()).isEqualTo("{\"n\": 2}");
        assertThat(tried.inspectionData().input()).isEqualTo("{\"n\": 2}");
    }

    @Test
    void wrong_requests_are_refused_in_the_words_of_aws() {
        assertThatThrownBy(() -> sfn.testState(r -> r.definition(TASK)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("RoleArn must be specified when testing a Task state");
        assertThatThrownBy(() -> sfn.testState(
                        r -> r.definition("{\"Type\":\"Pass\",\"End\":true}").mock(m -> m.result("1"))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("State type 'Pass' is not supported when a mock is specified");
        assertThatThrownBy(() -> sfn.testState(r -> r.definition(TASK).mock(m -> m.result("{\"StatusCode\":\"200\"}"))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Mock result schema validation error: Field 'StatusCode' must be a number");
        assertThatThrownBy(() -> sfn.testState(r -> r.definition("{\"Type\":\"Pass\"}")))
                .isInstanceOf(InvalidDefinitionException.class);
    }

    @Test
    void a_mocked_error_has_a_name() {
        assertThatThrownBy(() -> sfn.testState(r -> r.definition(TASK).mock(m -> m.errorOutput(e -> e.cause("why")))))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("A test mock with errorOutput should have the following field: [error].");
    }

    @Test
    void a_definition_is_validated_with_codes_texts_and_places() {
        var bad = sfn.validateStateMachineDefinition(
                r -> r.definition("{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"}}}"));
        var good = sfn.validateStateMachineDefinition(r -> r.definition(RunningServer.PASS));

        assertThat(bad.resultAsString()).isEqualTo("FAIL");
        assertThat(bad.diagnostics().get(0).code()).isEqualTo("MISSING_TRANSITION_TARGET");
        assertThat(bad.diagnostics().get(0).location()).isEqualTo("/States/A/Next");
        assertThat(good.resultAsString()).isEqualTo("OK");
        assertThat(good.diagnostics()).isEmpty();
        assertThat(good.truncated()).isFalse();
    }
}
