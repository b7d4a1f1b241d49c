package dev.stepwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stubs return, held to what services document. */
class CheckedStubsTest {
    private static StateMachineDefinition calling(String resource, String more) {
        return AslDocument.parse("calls", """
                {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "%s", %s "End": true}}}
                """.formatted(resource, more)).definition();
    }

    private static TestMachine<?, ?> machine(String integration, String result) {
        return TestMachine.of(
                calling("arn:aws:states:::" + integration, ""),
                Stubs.parse("{\"Call\": {\"Return\": " + result + "}}"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dynamodb:getItem | {\"Item\": {\"count\": {\"N\": 5}}} | $.Item.count.N must be a text, found 5",
                "dynamodb:getItem | {\"Item\": {\"a b\": 5}} | $.Item['a b'] must be an object, found 5",
                "dynamodb:getItem | {\"item\": {}} | $.item must be called Item",
                "dynamodb:getItem | {\"Attributes\": {}} | $.Attributes must not be there, only ConsumedCapacity, Item",
                "sqs:sendMessage | \"sent\" | $ must be an object, found \"sent\"",
                "aws-sdk:ec2:describeInstances | {\"Reservations\": [{\"Instances\": {}}]} | $.Reservations[*].Instances must be a list, found {}",
                "aws-sdk:ec2:describeInstances | {\"Reservations\": [{\"Instances\": [{\"EbsOptimized\": \"true\"}]}]} |"
                        + " $.Reservations[*].Instances[*].EbsOptimized must be true or false, found \"true\"",
                "eks:createCluster.sync | {\"Cluster\": {\"Endpoint\": 1}} | $.Cluster.Endpoint must be a text, found 1",
                "glue:startJobRun.sync | {\"ExecutionTime\": \"7\"} | $.ExecutionTime must be a number, found \"7\"",
                "states:startExecution.sync | {\"Output\": {\"id\": 1}} | $.Output must be a text, found {\"id\":1}",
            })
    void what_a_service_never_gives_is_refused_before_the_run(String integration, String result, String problem) {
        assertThatThrownBy(() -> machine(integration, result).runJson("{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "stubs: the stub for \"Call\" is not what " + integration + " gives: " + problem
                                + "; if it is meant, write \"Unchecked\": true beside its \"Return\", or unchecked(...) in Java");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dynamodb:getItem | {}",
                "dynamodb:getItem | null",
                "dynamodb:getItem | {\"Item\": null}",
                "dynamodb:getItem | {\"Item\": {\"count\": {\"N\": \"5\"}}}",
                "aws-sdk:ec2:describeInstances | {\"NewMember\": 1, \"Reservations\": [{\"NewMember\": {}}]}",
                "aws-sdk:dynamodb:getItem | {\"Item\": {\"tags\": {\"SS\": [\"a\"]}, \"sizes\": {\"Ns\": [\"1\"]}}}",
                "aws-sdk:rds:describeDBInstances | {\"DbInstances\": [{\"InstanceCreateTime\": \"2026-01-01T00:00:00Z\"}]}",
                "aws-sdk:newservice:call | 1",
                "lambda:invoke | 1",
                "lambda:invoke.waitForTaskToken | 1",
                "sqs:sendMessage.waitForTaskToken | \"yes\"",
                "states:startExecution.sync:2 | {\"Output\": {\"id\": 1}}",
            })
    void what_it_may_give_is_not(String integration, String result) {
        assertThat(machine(integration, result).runJson("{}").status()).hasToString("SUCCEEDED");
    }

    @Test
    void what_the_state_drops_is_not_looked_at() {
        var dropping = calling("arn:aws:states:::sqs:sendMessage", "\"ResultPath\": null,");

        assertThat(Stubs.none().returning("Call", "sent").problems(dropping)).isEmpty();
    }

    @Test
    void each_wrong_answer_is_told_by_its_number() {
        var calls = calling("arn:aws:states:::sqs:sendMessage", "");
        var stubs = Stubs.parse(
                "{\"Call\": [{\"Return\": {}}, {\"Return\": 1}, {\"Throw\": {\"Error\": \"E\"}}, {\"Return\": 2}]}");

        assertThat(stubs.problems(calls))
                .containsExactly(
                        "stubs: the answer 2 of the stub for \"Call\" is not what sqs:sendMessage gives: $ must be an object, found 1",
                        "stubs: the answer 4 of the stub for \"Call\" is not what sqs:sendMessage gives: $ must be an object, found 2");
    }

    @Test
    void it_is_switched_off_for_one_answer_one_state_or_all() {
        var calls = calling("arn:aws:states:::sqs:sendMessage", "");
        var wrong = Stubs.none().returning("Call", Map.of("MessageId", 1));

        assertThat(wrong.problems(calls)).hasSize(1);
        assertThat(wrong.unchecked("Call").problems(calls)).isEmpty();
        assertThat(wrong.unchecked().problems(calls)).isEmpty();
        assertThat(Stubs.parse("{\"Call\": {\"Return\": 1, \"Unchecked\": true}}")
                        .problems(calls))
                .isEmpty();
        assertThat(Stubs.parse("{\"Call\": {\"Return\": 1, \"Unchecked\": false}}")
                        .problems(calls))
                .hasSize(1);
        assertThatThrownBy(() -> wrong.unchecked("Cal"))
                .hasMessage("stubs: there is no stub for \"Cal\", only for [Call]; did you mean \"Call\"?");
    }
}
