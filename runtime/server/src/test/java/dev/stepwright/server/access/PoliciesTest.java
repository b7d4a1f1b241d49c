package dev.stepwright.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.server.api.Demand;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What statements allow and deny. */
class PoliciesTest {
    private static final String ORDER = "arn:aws:states:us-east-1:123456789012:stateMachine:order";
    private static final String NOT_ALLOWED =
            "because no identity-based policy allows the states:StartExecution action";
    private static final String DENIED = "with an explicit deny in an identity-based policy";

    private static String decision(String statements, Map<String, List<String>> context) {
        return GivenUsers.policies(statements)
                .refusal(new Demand("states:StartExecution", ORDER, context))
                .orElse("allowed");
    }

    private static String word(String decision) {
        return switch (decision) {
            case NOT_ALLOWED -> "no";
            case DENIED -> "denied";
            default -> decision;
        };
    }

    @Test
    void nothing_is_allowed_without_a_statement() {
        Demand demand = new Demand("states:StartExecution", ORDER, Map.of());

        assertThat(new Policies(List.of()).refusal(demand)).contains(NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Effect': 'Allow', 'Action': '*', 'Resource': '*'} | allowed",
                "{'Effect': 'Allow', 'Action': 'states:startexecution', 'Resource': '*'} | allowed",
                "{'Effect': 'Allow', 'Action': ['states:StopExecution', 'states:Start*'], 'Resource': '*'} | allowed",
                "{'Effect': 'Allow', 'Action': 'states:Start?xecution', 'Resource': '*'} | allowed",
                "{'Effect': 'Allow', 'Action': 'states:St??Execution', 'Resource': '*'} | no",
                "{'Effect': 'Allow', 'Action': 'sqs:*', 'Resource': '*'} | no",
                "{'Effect': 'Allow', 'NotAction': 'states:Stop*', 'Resource': '*'} | allowed",
                "{'Effect': 'Allow', 'NotAction': 'states:*', 'Resource': '*'} | no",
                "{'Effect': 'Allow', 'Action': '*', 'Resource': 'arn:aws:states:*:*:stateMachine:order'} | allowed",
                "{'Effect': 'Allow', 'Action': '*', 'Resource': 'arn:aws:states:*:*:stateMachine:Order'} | no",
                "{'Effect': 'Allow', 'Action': '*', 'Resource': 'arn:aws:states:*:*:stateMachine:ord'} | no",
                "{'Effect': 'Allow', 'Action': '*', 'NotResource': 'arn:aws:states:*:*:stateMachine:pay*'} | allowed",
                "{'Effect': 'Allow', 'Action': '*', 'NotResource': 'arn:aws:states:*:*:stateMachine:o*'} | no",
                "{'Effect': 'Deny', 'Action': '*', 'Resource': '*'} | denied",
                "[{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}, {'Effect': 'Deny', 'Action': 'states:Start*', 'Resource': 'arn:aws:states:*:*:*:order'}] | denied",
                "[{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}, {'Effect': 'Deny', 'Action': 'states:Stop*', 'Resource': '*'}] | allowed",
            })
    void statements_decide(String statements, String decision) {
        assertThat(word(decision(statements.replace('\'', '"'), Map.of()))).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'StringEquals': {'states:StateMachineQualifier': 'PROD'} | PROD | true",
                "'StringEquals': {'states:StateMachineQualifier': ['1', 'PROD']} | PROD | true",
                "'StringEquals': {'STATES:statemachinequalifier': 'PROD'} | PROD | true",
                "'StringEquals': {'states:StateMachineQualifier': 'prod'} | PROD | false",
                "'StringEquals': {'states:StateMachineQualifier': 'PR*'} | PROD | false",
                "'StringEquals': {'states:StateMachineQualifier': 'PROD'} | | false",
                "'StringEqualsIgnoreCase': {'states:StateMachineQualifier': 'prod'} | PROD | true",
                "'StringEqualsIfExists': {'states:StateMachineQualifier': 'PROD'} | | true",
                "'StringEqualsIfExists': {'states:StateMachineQualifier': 'PROD'} | 1 | false",
                "'StringLike': {'states:StateMachineQualifier': 'PR*'} | PROD | true",
                "'StringNotEquals': {'states:StateMachineQualifier': 'PROD'} | PROD | false",
                "'StringNotEquals': {'states:StateMachineQualifier': 'PROD'} | 1 | true",
                "'StringNotEquals': {'states:StateMachineQualifier': 'PROD'} | | true",
                "'StringNotLike': {'states:StateMachineQualifier': ['P*', 'T*']} | TEST | false",
                "'ForAnyValue:StringEquals': {'states:StateMachineQualifier': ['PROD', '1']} | 1 | true",
                "'ForAnyValue:StringEquals': {'states:StateMachineQualifier': ['PROD', '1']} | | false",
                "'ForAllValues:StringEquals': {'states:StateMachineQualifier': ['PROD', '1']} | | true",
                "'ForAllValues:StringEquals': {'aws:TagKeys': ['team', 'stage']} | | true",
                "'ForAnyValue:StringEquals': {'aws:TagKeys': ['team']} | | true",
                "'ForAllValues:StringEquals': {'aws:TagKeys': ['team']} | | false",
                "'Null': {'states:StateMachineQualifier': 'true'} | | true",
                "'Null': {'states:StateMachineQualifier': true} | PROD | false",
                "'Null': {'states:StateMachineQualifier': false} | PROD | true",
                "'StringEquals': {'aws:ResourceTag/team': 'pay'} | | true",
                "'StringEquals': {'aws:ResourceTag/team': 'pay', 'states:StateMachineQualifier': '1'} | | false",
                "'StringEquals': {'aws:ResourceTag/team': 'pay'}, 'StringLike': {'states:StateMachineQualifier': '?'} | 1 | true",
            })
    void conditions_decide(String condition, String qualifier, boolean isTrue) {
        Map<String, List<String>> context = new HashMap<>();
        context.put("aws:ResourceTag/team", List.of("pay"));
        context.put("aws:TagKeys", List.of("team", "stage"));
        if (qualifier != null) {
            context.put("states:StateMachineQualifier", List.of(qualifier));
        }

        String statement = "{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {" + condition + "}}";
        assertThat(word(decision(statement.replace('\'', '"'), context))).isEqualTo(isTrue ? "allowed" : "no");
    }

    @Test
    void a_tag_hides_no_other_that_differs_in_case_alone() {
        Map<String, List<String>> context = new LinkedHashMap<>();
        context.put("aws:ResourceTag/stage", List.of("prod"));
        context.put("aws:ResourceTag/STAGE", List.of("test"));
        String deny = """
                {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag/Stage": "STAGE"}}}""";

        for (String stage : List.of("prod", "test")) {
            assertThat(decision(deny.replace("STAGE", stage), context)).isEqualTo(DENIED);
        }
    }
}
