package dev.stepwright.server;

import static dev.stepwright.server.RunningServer.PASS;
import static dev.stepwright.server.RunningServer.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.StateMachineDeletingException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;
import software.amazon.awssdk.services.sfn.model.Tag;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** Executions and their histories, through the AWS SDK. */
class ExecutionsTest extends ServerTest {
    private static final String WAIT =
            "{\"StartAt\":\"Rest\",\"States\":{\"Rest\":{\"Type\":\"Wait\",\"Seconds\":99999,\"End\":true}}}";
    private static final String FAIL =
            "{\"StartAt\":\"No\",\"States\":{\"No\":{\"Type\":\"Fail\",\"Error\":\"Refused\",\"Cause\":\"not today\"}}}";

    @Test
    void an_execution_that_succeeds_is_described_with_its_input_and_output() {
        String machine = server.machine("succeeds", PASS);

        String arn = sfn.startExecution(
                        r -> r.stateMachineArn(machine).name("one").input("{ \"a\" : 1.50 }"))
                .executionArn();
        DescribeExecutionResponse ended = server.end(arn);

        assertThat(arn).isEqualTo("arn:aws:states:us-east-1:123456789012:execution:succeeds:one");
        assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(ended.input()).isEqualTo("{ \"a\" : 1.50 }");
        assertThat(ended.output()).isEqualTo("{\"a\":1.50}");
        assertThat(ended.stateMachineArn()).isEqualTo(machine);
        assertThat(ended.name()).isEqualTo("one");
        assertThat(ended.stopDate()).isAfterOrEqualTo(ended.startDate());
        assertThat(ended.redriveStatusAsString()).isEqualTo("NOT_REDRIVABLE");
        assertThat(ended.redriveStatusReason()).isEqualTo("Execution is SUCCEEDED and cannot be redriven");
        assertThat(ended.inputDetails().included()).isTrue();
        assertThat(ended.outputDetails().included()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1234567890123456789",
                "12345678901234567890.5",
                "1.0",
                "1E+2",
                "1E+400",
                "-2.5E-400",
                "123456789012345678901234567890"
            })
    void numbers_keep_their_digits(String number) {
        String machine = server.machine("numbers", PASS);

        String arn = sfn.startExecution(r -> r.stateMachineArn(machine).input("[" + number + "]"))
                .executionArn();

        assertThat(server.end(arn).output()).isEqualTo("[" + number + "]");
    }

    @Test
    void an_execution_that_fails_has_an_error_and_no_output() {
        String machine = server.machine("fails", FAIL);

        DescribeExecutionResponse ended =
                server.end(sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn());

        assertThat(ended.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(ended.error()).isEqualTo("Refused");
        assertThat(ended.cause()).isEqualTo("not today");
        assertThat(ended.output()).isNull();
        assertThat(ended.outputDetails()).isNull();
        assertThat(ended.input()).isEqualTo("{}");
    }

    @Test
    void starting_again_with_the_same_name_and_input_gives_the_execution_that_runs() {
        String machine = server.machine("named", WAIT);

        var first = sfn.startExecution(r -> r.stateMachineArn(machine).name("n").input("{\"a\":1}"));
        var second =
                sfn.startExecution(r -> r.stateMachineArn(machine).name("n").input("{\"a\":1}"));

        assertThat(second.executionArn()).isEqualTo(first.executionArn());
        assertThat(second.startDate()).isEqualTo(first.startDate());
        assertThatThrownBy(() -> sfn.startExecution(
                        r -> r.stateMachineArn(machine).name("n").input("{\"a\":2}")))
                .isInstanceOf(ExecutionAlreadyExistsException.class)
                .hasMessageContaining("Execution Already Exists: '" + first.executionArn() + "'");

        sfn.stopExecution(r -> r.executionArn(first.executionArn()));

        assertThatThrownBy(() -> sfn.startExecution(
                        r -> r.stateMachineArn(machine).name("n").input("{\"a\":1}")))
                .isInstanceOf(ExecutionAlreadyExistsException.class);
    }

    @Test
    void a_stopped_execution_is_aborted_and_stopping_it_again_changes_nothing() {
        String machine = server.machine("stopped", WAIT);
        String arn = sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn();

        var stopped =
                sfn.stopExecution(r -> r.executionArn(arn).error("Changed").cause("no need any more"));
        var again = sfn.stopExecution(r -> r.executionArn(arn).error("Other"));

        DescribeExecutionResponse ended = sfn.describeExecution(r -> r.executionArn(arn));
        assertThat(ended.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(ended.error()).isEqualTo("Changed");
        assertThat(ended.cause()).isEqualTo("no need any more");
        assertThat(stopped.stopDate()).isEqualTo(ended.stopDate()).isEqualTo(again.stopDate());
        assertThat(types(sfn.getExecutionHistory(r -> r.executionArn(arn)).events()))
                .containsExactly(
                        HistoryEventType.EXECUTION_STARTED,
                        HistoryEventType.WAIT_STATE_ENTERED,
                        HistoryEventType.EXECUTION_ABORTED);
    }

    @Test
    void a_history_is_given_in_pages_forwards_and_backwards() {
        String machine = server.machine("paged", PASS);
        String arn = sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn();
        server.end(arn);

        List<List<Long>> forwards = sfn
                .getExecutionHistoryPaginator(r -> r.executionArn(arn).maxResults(3))
                .stream()
                .map(page -> page.events().stream().map(HistoryEvent::id).toList())
                .toList();
        List<List<Long>> backwards =
                sfn
                        .getExecutionHistoryPaginator(
                                r -> r.executionArn(arn).maxResults(3).reverseOrder(true))
                        .stream()
                        .map(page ->
                                page.events().stream().map(HistoryEvent::id).toList())
                        .toList();

        assertThat(forwards).containsExactly(List.of(1L, 2L, 3L), List.of(4L));
        assertThat(backwards).containsExactly(List.of(4L, 3L, 2L), List.of(1L));
    }

    @Test
    void a_history_without_execution_data_lacks_inputs_and_outputs() {
        String machine = server.machine("bare", PASS);
        String arn = sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn();
        server.end(arn);

        var events = sfn.getExecutionHistory(r -> r.executionArn(arn).includeExecutionData(false))
                .events();

        assertThat(types(events))
                .containsExactly(
                        HistoryEventType.EXECUTION_STARTED,
                        HistoryEventType.PASS_STATE_ENTERED,
                        HistoryEventType.PASS_STATE_EXITED,
                        HistoryEventType.EXECUTION_SUCCEEDED);
        assertThat(events.get(0).executionStartedEventDetails().roleArn()).isEqualTo(ROLE);
        assertThat(events.get(0).executionStartedEventDetails().input()).isNull();
        assertThat(events.get(2).stateExitedEventDetails().name()).isEqualTo("Done");
        assertThat(events.get(2).stateExitedEventDetails().output()).isNull();
    }

    @Test
    void executions_are_listed_newest_first_and_by_status() {
        String machine = server.machine("listed", WAIT);
        for (String name : List.of("a", "b", "c")) {
            sfn.startExecution(r -> r.stateMachineArn(machine).name(name));
        }
        sfn.stopExecution(r -> r.executionArn(machine.replace(":stateMachine:", ":execution:") + ":b"));

        var running = sfn.listExecutions(r -> r.stateMachineArn(machine).statusFilter(ExecutionStatus.RUNNING));
        var pages = sfn.listExecutionsPaginator(r -> r.stateMachineArn(machine).maxResults(2)).stream()
                .map(page -> page.executions().size())
                .toList();

        assertThat(running.executions()).extracting(ExecutionListItem::name).containsExactly("c", "a");
        assertThat(pages).containsExactly(2, 1);
        assertThatThrownBy(() -> sfn.listExecutions(r -> r.maxResults(1)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Must provide a StateMachine ARN or MapRun ARN");
    }

    @Test
    void what_the_model_calls_sensitive_is_shown_in_no_message() {
        String machine = server.machine("discreet", PASS);
        String inTwoBytesEach = "\"" + "ü".repeat(131_072) + "\"";

        assertThatThrownBy(
                        () -> sfn.startExecution(r -> r.stateMachineArn(machine).input(inTwoBytesEach)))
                .isInstanceOf(ValidationException.class)
                .hasMessageStartingWith("1 validation error detected: Value at 'input' failed to satisfy constraint:"
                        + " Member must have size less than or equal to 262144 bytes in UTF-8 encoding");
        assertThatThrownBy(() -> sfn.sendTaskSuccess(r -> r.taskToken("any")))
                .hasMessageStartingWith("1 validation error detected: Value at 'output' failed to satisfy constraint:"
                        + " Member must not be null");
        assertThatThrownBy(() -> sfn.stopExecution(r -> r.cause("c".repeat(32_769))))
                .hasMessageStartingWith("2 validation errors detected:"
                        + " Value null at 'executionArn' failed to satisfy constraint: Member must not be null;"
                        + " Value at 'cause' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 32768");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not some json | Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                "{'a': 1} | Unexpected character (''' (code 39)): was expecting double-quote to start field name",
                "`` | Invalid execution input.",
                "{\"a\" 1} | Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value",
                "{} {} | more text follows after the end of the value",
                "[1 | Unexpected end-of-input: expected close marker for Array (start marker at [Source: (String)\"[1\"; line: 1, column: 1])",
            })
    void input_that_is_no_json_is_refused_in_the_words_of_aws(String input, String problem) {
        String machine = server.machine("inputs", PASS);

        assertThatThrownBy(
                        () -> sfn.startExecution(r -> r.stateMachineArn(machine).input(input)))
                .isInstanceOf(InvalidExecutionInputException.class)
                .hasMessageContaining("Invalid State Machine Execution Input: '" + problem + "'");
    }

    @Test
    void a_definition_stays_with_the_executions_that_were_started_with_it() {
        String machine = server.machine("revised", WAIT);
        String arn = sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn();

        String revision = sfn.updateStateMachine(r -> r.stateMachineArn(machine).definition(PASS))
                .revisionId();
        String later = sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn();

        var old = sfn.describeStateMachineForExecution(r -> r.executionArn(arn));
        assertThat(old.definition()).isEqualTo(WAIT);
        assertThat(old.revisionId()).isNull();
        assertThat(server.end(later).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        var present = sfn.describeStateMachineForExecution(r -> r.executionArn(later));
        assertThat(present.definition()).isEqualTo(PASS);
        assertThat(present.revisionId()).isEqualTo(revision);
    }

    @Test
    void an_execution_tells_the_version_and_the_alias_by_which_it_was_started() {
        String version = sfn.createStateMachine(
                        r -> r.name("released").definition(PASS).roleArn(ROLE).publish(true))
                .stateMachineVersionArn();
        String machine = version.substring(0, version.lastIndexOf(':'));
        String alias = sfn.createStateMachineAlias(
                        r -> r.name("live").routingConfiguration(RunningServer.share(version, 100)))
                .stateMachineAliasArn();
        sfn.updateStateMachine(r -> r.stateMachineArn(machine).definition(FAIL));

        DescribeExecutionResponse byAlias =
                server.end(sfn.startExecution(r -> r.stateMachineArn(alias)).executionArn());
        DescribeExecutionResponse byVersion =
                server.end(sfn.startExecution(r -> r.stateMachineArn(version)).executionArn());
        DescribeExecutionResponse plain =
                server.end(sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn());

        assertThat(byAlias.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(byAlias.stateMachineAliasArn()).isEqualTo(alias);
        assertThat(byAlias.stateMachineVersionArn()).isEqualTo(version);
        assertThat(byVersion.stateMachineAliasArn()).isNull();
        assertThat(byVersion.stateMachineVersionArn()).isEqualTo(version);
        assertThat(plain.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(plain.stateMachineVersionArn()).isNull();
        assertThat(sfn.listExecutions(r -> r.stateMachineArn(alias)).executions())
                .hasSize(1);
        assertThat(sfn.listExecutions(r -> r.stateMachineArn(version)).executions())
                .hasSize(2);
        assertThat(sfn.listExecutions(r -> r.stateMachineArn(machine)).executions())
                .hasSize(3);
        var started = sfn.getExecutionHistory(r -> r.executionArn(byAlias.executionArn()))
                .events()
                .get(0)
                .executionStartedEventDetails();
        assertThat(started.stateMachineAliasArn()).isEqualTo(alias);
        assertThat(started.stateMachineVersionArn()).isEqualTo(version);
    }

    @Test
    void a_machine_that_is_deleted_goes_when_its_executions_have_ended() {
        String machine = server.machine("going", WAIT);
        String arn = sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn();

        sfn.deleteStateMachine(r -> r.stateMachineArn(machine));

        assertThat(sfn.describeStateMachine(r -> r.stateMachineArn(machine)).status())
                .isEqualTo(StateMachineStatus.DELETING);
        assertThatThrownBy(() -> sfn.startExecution(r -> r.stateMachineArn(machine)))
                .isInstanceOf(StateMachineDeletingException.class);

        sfn.stopExecution(r -> r.executionArn(arn));

        assertThatThrownBy(() -> sfn.describeStateMachine(r -> r.stateMachineArn(machine)))
                .isInstanceOf(StateMachineDoesNotExistException.class);
        assertThat(sfn.describeExecution(r -> r.executionArn(arn)).status()).isEqualTo(ExecutionStatus.ABORTED);
    }

    @Test
    void a_machine_that_is_about_to_go_can_lose_versions_and_change_tags_but_lists_no_aliases() {
        String machine = server.machine("leaving", WAIT);
        String version =
                sfn.publishStateMachineVersion(r -> r.stateMachineArn(machine)).stateMachineVersionArn();
        String arn = sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn();
        sfn.deleteStateMachine(r -> r.stateMachineArn(machine));

        sfn.deleteStateMachineVersion(r -> r.stateMachineVersionArn(version));
        sfn.tagResource(r -> r.resourceArn(machine)
                .tags(Tag.builder().key("state").value("leaving").build()));

        assertThat(sfn.listTagsForResource(r -> r.resourceArn(machine)).tags()).hasSize(1);
        assertThat(sfn.listStateMachineVersions(r -> r.stateMachineArn(machine)).stateMachineVersions())
                .isEmpty();
        assertThatThrownBy(() -> sfn.listStateMachineAliases(r -> r.stateMachineArn(machine)))
                .isInstanceOf(StateMachineDeletingException.class);
        assertThatThrownBy(() -> sfn.publishStateMachineVersion(r -> r.stateMachineArn(machine)))
                .isInstanceOf(StateMachineDeletingException.class);
        sfn.stopExecution(r -> r.executionArn(arn));
    }

    @Test
    void a_synchronous_express_execution_answers_with_its_end() {
        String good = express("quick", PASS);
        String bad = express("quick-fails", FAIL);
        String shown = express(
                "quick-shown",
                "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"Parameters\":{\"again.$\":\"$$.Execution.RedriveCount\"},\"End\":true}}}");

        var succeeded =
                sfn.startSyncExecution(r -> r.stateMachineArn(good).name("same").input("{\"a\":1}"));
        var again =
                sfn.startSyncExecution(r -> r.stateMachineArn(good).name("same").input("{\"a\":1}"));
        var failed = sfn.startSyncExecution(r -> r.stateMachineArn(bad));
        var withoutRedrives = sfn.startSyncExecution(r -> r.stateMachineArn(shown));

        assertThat(withoutRedrives.error()).isEqualTo("States.Runtime");
        assertThat(succeeded.status()).isEqualTo(SyncExecutionStatus.SUCCEEDED);
        assertThat(succeeded.output()).isEqualTo("{\"a\":1}");
        assertThat(succeeded.executionArn())
                .startsWith("arn:aws:states:us-east-1:123456789012:express:quick:same:")
                .isNotEqualTo(again.executionArn());
        assertThat(succeeded.billingDetails().billedDurationInMilliseconds() % 100)
                .isZero();
        assertThat(succeeded.billingDetails().billedMemoryUsedInMB()).isEqualTo(64);
        assertThat(failed.status()).isEqualTo(SyncExecutionStatus.FAILED);
        assertThat(failed.error()).isEqualTo("Refused");
        assertThat(failed.output()).isNull();
        assertThat(failed.outputDetails().included()).isTrue();
    }

    @Test
    void what_is_for_the_other_kind_of_machine_is_refused() {
        String standard = server.machine("standard", PASS);
        String express = express("express", PASS);
        String execution = sfn.startExecution(r -> r.stateMachineArn(express)).executionArn();

        assertThatThrownBy(() -> sfn.startSyncExecution(r -> r.stateMachineArn(standard)))
                .isInstanceOf(StateMachineTypeNotSupportedException.class);
        assertThatThrownBy(() -> sfn.listExecutions(r -> r.stateMachineArn(express)))
                .isInstanceOf(StateMachineTypeNotSupportedException.class);
        assertThatThrownBy(() -> sfn.describeExecution(r -> r.executionArn(execution)))
                .isInstanceOf(InvalidArnException.class)
                .hasMessageContaining("Resource type not valid in this context: express");
        assertThatThrownBy(() -> sfn.describeExecution(
                        r -> r.executionArn("arn:aws:states:us-east-1:123456789012:execution:standard:missing")))
                .isInstanceOf(ExecutionDoesNotExistException.class);
    }

    @Test
    void a_nested_execution_is_seen_like_any_other() {
        String child = server.machine("child", PASS);
        String parent = server.machine("parent", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
                  "Parameters": {"StateMachineArn": "%s", "Name": "inner", "Input": {"a": [1, 2]}}, "OutputPath": "$.Output", "End": true}}}
                """.formatted(child));

        DescribeExecutionResponse ended =
                server.end(sfn.startExecution(r -> r.stateMachineArn(parent)).executionArn());

        assertThat(ended.output()).isEqualTo("{\"a\":[1,2]}");
        assertThat(sfn.listExecutions(r -> r.stateMachineArn(child)).executions())
                .extracting(ExecutionListItem::name)
                .containsExactly("inner");
    }

    @Test
    void a_nested_execution_is_aborted_with_its_parent() {
        String child = server.machine("abandoned", WAIT);
        String parent = server.machine("abandons", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync",
                  "Parameters": {"StateMachineArn": "%s", "Name": "inner"}, "TimeoutSeconds": 1, "End": true}}}
                """.formatted(child));

        DescribeExecutionResponse ended =
                server.end(sfn.startExecution(r -> r.stateMachineArn(parent)).executionArn());

        assertThat(ended.error()).isEqualTo("States.Timeout");
        DescribeExecutionResponse inner = server.end(child.replace(":stateMachine:", ":execution:") + ":inner");
        assertThat(inner.status()).isEqualTo(ExecutionStatus.ABORTED);
        assertThat(inner.cause())
                .isEqualTo("The Task state in AWS Step Functions execution [" + ended.executionArn()
                        + "] which was managing this resource was aborted");
    }

    @Test
    void the_service_can_be_called_by_its_sdk_integration() {
        String child = express("called", PASS);
        String parent = server.machine("calls", """
                {"StartAt": "Call", "QueryLanguage": "JSONata", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:startSyncExecution",
                  "Arguments": {"StateMachineArn": "%s", "Input": {"a": 1}}, "Output": "{%% [$states.result.Status, $states.result.Output] %%}", "Next": "Missing"},
                  "Missing": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:describeStateMachine", "Arguments": {"StateMachineArn": "nonsense"},
                  "Catch": [{"ErrorEquals": ["Sfn.InvalidArnException"], "Next": "Done", "Output": "{%% $states.input %%}"}], "End": true},
                  "Done": {"Type": "Succeed"}}}
                """.formatted(child));

        DescribeExecutionResponse ended =
                server.end(sfn.startExecution(r -> r.stateMachineArn(parent)).executionArn());

        assertThat(ended.output()).isEqualTo("[\"SUCCEEDED\",\"{\\\"a\\\":1}\"]");
    }

    private String express(String name, String definition) {
        return sfn.createStateMachine(
                        r -> r.name(name).definition(definition).roleArn(ROLE).type(StateMachineType.EXPRESS))
                .stateMachineArn();
    }

    private static List<HistoryEventType> types(List<HistoryEvent> events) {
        return events.stream().map(HistoryEvent::type).toList();
    }
}
