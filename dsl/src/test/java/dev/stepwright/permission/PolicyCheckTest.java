package dev.stepwright.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stepwright.json.JsonDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCheckTest {
    private static final Permissions READER = Needed.task(
            "arn:aws:states:::dynamodb:getItem", "\"Parameters\": {\"TableName\": \"orders\", \"Key\": {}}");

    private static Grant check(Permissions permissions, String statements) {
        return PolicyCheck.of(List.of(JsonDocument.parse("{\"Statement\": [" + statements + "]}")
                        .root()))
                .grants(permissions)
                .get(0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "{\"Effect\": \"Allow\", \"Action\": \"dynamodb:GetItem\", \"Resource\": \"arn:aws:dynamodb:eu-west-1:111122223333:table/orders\"} | ALLOWED",
                "{\"Effect\": \"Allow\", \"Action\": [\"dynamodb:get*\"], \"Resource\": [\"arn:aws:dynamodb:*:*:table/o*\"]} | ALLOWED",
                "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"} | ALLOWED",
                "{\"Effect\": \"Allow\", \"NotAction\": \"s3:*\", \"NotResource\": \"arn:aws:s3:::*\"} | ALLOWED",
                "{\"Effect\": \"Allow\", \"NotAction\": \"dynamodb:*\", \"Resource\": \"*\"} | MISSING",
                "{\"Effect\": \"Allow\", \"Action\": \"dynamodb:PutItem\", \"Resource\": \"*\"} | MISSING",
                "{\"Effect\": \"Allow\", \"Action\": \"dynamodb:GetItem\", \"Resource\": \"arn:aws:dynamodb:eu-west-1:111122223333:table/order\"} | MISSING",
                "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}, {\"Effect\": \"Deny\", \"Action\": \"dynamodb:*\", \"Resource\": \"*\"} | MISSING",
                "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"Bool\": {\"aws:SecureTransport\": \"true\"}}} | UNTOLD",
                "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}, {\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"Bool\": {\"a\": \"b\"}}} | UNTOLD",
                "{\"Effect\": \"Allow\", \"Action\": \"dynamodb:GetItem\", \"Resource\": \"arn:aws:dynamodb:eu-west-1:111122223333:table/${Orders}\"} | UNTOLD"
            })
    void statements_allow_deny_or_leave_open(String statements, Grant.Verdict verdict) {
        assertThat(check(READER, statements).verdict()).isEqualTo(verdict);
    }

    @Test
    void a_part_of_what_the_definition_computes_cannot_be_told() {
        Permissions any = Needed.task(
                "arn:aws:states:::dynamodb:getItem", "\"Parameters\": {\"TableName.$\": \"$.table\", \"Key\": {}}");

        Grant grant = check(any, """
                {"Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"}""");

        assertThat(grant.verdict()).isEqualTo(Grant.Verdict.UNTOLD);
        assertThat(grant.reason()).contains("table/orders", "the definition does not say which resources it uses");
    }

    @Test
    void a_condition_that_is_needed_anyway_is_none() {
        Permissions http = Needed.task("arn:aws:states:::http:invoke", """
                "Parameters": {"ApiEndpoint": "https://a.example.com", "Method": "GET",
                  "Authentication": {"ConnectionArn": "arn:aws:events:eu-west-1:111122223333:connection/c/1"}}""");
        PolicyCheck itself = PolicyCheck.of(List.of(http.policy()));

        assertThat(itself.grants(http)).extracting(Grant::verdict).containsOnly(Grant.Verdict.ALLOWED);
    }

    @Test
    void what_other_roles_need_is_left_out() {
        Permissions other = Needed.task(
                "arn:aws:states:::dynamodb:getItem",
                "\"Credentials\": {\"RoleArn\": \"arn:aws:iam::999988887777:role/r\"}, \"Parameters\": {\"TableName\": \"t\", \"Key\": {}}");

        assertThat(PolicyCheck.of(List.of(other.policy())).grants(other))
                .extracting(grant -> grant.need().action())
                .containsExactly("sts:AssumeRole");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"Statement\": [{\"Effect\": \"Permit\", \"Action\": \"*\", \"Resource\": \"*\"}]}",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\"}}",
                "{\"Statement\": [1]}"
            })
    void what_is_no_policy_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PolicyCheck.of(List.of(JsonDocument.parse(text).root())))
                .withMessageContaining("policy");
    }

    @ParameterizedTest
    @CsvSource({
        "a*, abc, true, true",
        "a*c, abc, true, true",
        "a?c, a*c, false, true",
        "*, '', true, true",
        "ab, a, false, false",
        "a*b, *ab*, false, true",
        "a*x, b*, false, false",
        "*a*, *b*, false, true",
        "a**b, a*b, true, true"
    })
    void patterns_cover_and_meet_others(String pattern, String other, boolean isCovered, boolean isMet) {
        assertThat(Wildcards.covers(pattern, other)).isEqualTo(isCovered);
        assertThat(Wildcards.meet(pattern, other)).isEqualTo(isMet);
        assertThat(Wildcards.meet(other, pattern)).isEqualTo(isMet);
    }

    private static final String OUT = "arn:aws:sqs:eu-west-1:111122223333:out";

    /** What a message to the queue {@code out} is refused with: N if no statement allows it, D if one denies it, nothing if it may be allowed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Allow NotAction sns:* Resource * | ",
                "Allow NotAction sqs:* Resource * | N",
                "Allow NotAction SQS:SendMessage Resource * | N",
                "Allow NotAction sqs:Send* Resource *; Allow Action sqs:* Resource * | ",
                "Allow Action sqs:* NotResource arn:aws:sqs:*:*:in | ",
                "Allow Action sqs:* NotResource arn:aws:sqs:*:*:o?t | N",
                "Allow NotAction s3:* NotResource arn:aws:s3:::* | ",
                "Allow Action * Resource arn:aws:sqs:*:111122223333:* | ",
                "Allow Action s?s:send* Resource * | ",
                "Allow Action * Resource arn:aws:sqs:*:999988887777:* | N",
                "Allow Action * Resource *; Deny Action sqs:SendMessage Resource " + OUT + " | D",
                "Deny Action * Resource *; Allow Action * Resource * | D",
                "Deny NotAction sqs:* Resource *; Allow Action * Resource * | ",
                "Deny NotAction sns:* Resource *; Allow Action * Resource * | D",
                "Deny Action * NotResource arn:aws:sqs:*:*:out; Allow Action * Resource * | ",
                "Deny Action * NotResource arn:aws:sqs:*:*:in; Allow Action * Resource * | D",
                "Deny Action * Resource * if; Allow Action * Resource * | ",
                "Allow Action * Resource * if | ",
                "Allow Action sns:* Resource * if; Allow Action sqs:* Resource arn:aws:sqs:*:*:in | N",
                "Deny Action * Resource arn:aws:sqs:*:*:${queue}; Allow Action * Resource * | ",
                "Allow Action * Resource arn:aws:sqs:*:*:${queue} | ",
                "Deny Action * Resource * | D",
            })
    void statements_are_put_together_as_by_iam(String statements, String refusal) {
        String policy = Arrays.stream(statements.split("; "))
                .map(PolicyCheckTest::statement)
                .collect(Collectors.joining(", ", "{\"Statement\": [", "]}"));
        PolicyCheck check = PolicyCheck.of(List.of(JsonDocument.parse(policy).root()));
        Permissions message = Permissions.ofCall(
                "arn:aws:states:::sqs:sendMessage",
                JsonDocument.parse(
                                "{\"QueueUrl\": \"https://sqs.eu-west-1.amazonaws.com/111122223333/out\", \"MessageBody\": \"m\"}")
                        .root(),
                Needed.SHOP);

        Optional<String> why = check.refusal(message).map(Refusal::why);

        assertThat(why.map(words -> words.equals(Denial.EXPLICIT) ? "D" : "N")).isEqualTo(Optional.ofNullable(refusal));
    }

    /** Returns a statement that is written as {@code Allow Action sqs:* Resource *}, with {@code if} for a condition. */
    private static String statement(String words) {
        String[] parts = words.strip().split(" ");
        return "{\"Effect\": \"%s\", \"%s\": \"%s\", \"%s\": \"%s\"%s}"
                .formatted(
                        parts[0],
                        parts[1],
                        parts[2],
                        parts[3],
                        parts[4],
                        parts.length > 5 ? ", \"Condition\": {\"Bool\": {\"aws:SecureTransport\": \"true\"}}" : "");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:dynamodb:eu-west-1:111122223333:table/orders, true",
        "arn:aws:dynamodb:*:*:table/o*, true",
        "arn:aws:dynamodb:*, true",
        "arn:aws:dynamodb:eu-west-1:111122223333:table/other, false",
        "arn:aws:dynamodb:eu-west-1:111122223333:table/other/*, false",
        "arn:aws-cn:dynamodb:cn-north-1:111122223333:table/orders, false"
    })
    void a_call_that_is_made_somewhere_is_of_any_account_but_of_its_own_table(String resource, boolean isAllowed) {
        PolicyCheck check = PolicyCheck.of(List.of(JsonDocument.parse(
                        "{\"Statement\": " + statement("Allow Action dynamodb:GetItem Resource " + resource) + "}")
                .root()));
        Permissions item = Permissions.ofCall(
                "arn:aws:states:::dynamodb:getItem",
                JsonDocument.parse("{\"TableName\": \"orders\"}").root(),
                Deployment.somewhere("aws"));

        assertThat(check.refusal(item).isEmpty()).isEqualTo(isAllowed);
        assertThat(item.needs().get(0).shownResource()).isEqualTo("arn:aws:dynamodb:*:*:table/orders");
    }
}
