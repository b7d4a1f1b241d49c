package dev.stepwright.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stepwright.json.JsonDocument;
import java.util.List;
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
}
