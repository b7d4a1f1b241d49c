package dev.stepwright.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.permission.Deployment;
import dev.stepwright.permission.Permissions;
import dev.stepwright.permission.PolicyCheck;
import dev.stepwright.permission.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of roles, and what their policies make of a call. */
class RolesTest {
    private static final Deployment HERE = new Deployment("aws", "eu-west-1", "111122223333", "order");

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | 1:1: the file must be an object",
                "{} | 1:1: the file has no roles; without any no state machine could be made",
                "{'a': | 1:6: ",
                "{'a b': {}} | 1:2: /a b is neither the name of a role",
                "{'arn:aws:iam::1:role/r': {}} | 1:2: /arn:aws:iam::1:role~1r is neither the name of a role",
                "{'r': {}} | 1:2: /r/Policies is missing",
                "{'r': {'Policies': {}}} | 1:8: /r/Policies must be an array",
                "{'r': {'Policies': [], 'Policy': 1}} | 1:24: /r/Policy is unknown; the names are [Policies]",
                "{'r': {'Policies': [1]}} | 1:21: /r/Policies/0 is no policy: a policy must be an object with \"Statement\"",
                "{'r': {'Policies': [{'Statement': {'Effect': 'Maybe'}}]}} | 1:21: /r/Policies/0 is no policy: a statement of a policy needs the Effect Allow or Deny",
            })
    void what_is_no_file_of_roles_is_refused_with_its_place(String text, String message) throws IOException {
        Path file = file("roles.json", text);

        assertThatThrownBy(() -> Roles.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ":" + message);
    }

    @Test
    void a_policy_may_be_in_a_file_of_its_own() throws IOException {
        Path roles = file("roles.json", "{'r': {'Policies': ['r.policy.json']}}");

        assertThatThrownBy(() -> Roles.read(roles))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("r.policy.json");
        Path policy = file("r.policy.json", "{'Statement': 1}");
        assertThatThrownBy(() -> Roles.read(roles)).hasMessageStartingWith(policy + ":1:1: the file is no policy: ");
        file("r.policy.json", "{'Statement': {'Effect': 'Allow', 'Action': 'sqs:*', 'Resource': '*'}}");
        assertThat(refusal(Roles.read(roles), "arn:aws:iam::111122223333:role/r"))
                .isEmpty();
    }

    private static PolicyCheck policies(Roles roles, String role) {
        return roles.policies(role).orElse(PolicyCheck.NOTHING);
    }

    @Test
    void misspelt_actions_are_told_with_their_places() throws IOException {
        Path policy = file(
                "r.policy.json", "{'Statement': {'Effect': 'Allow', 'Action': 'sqs:SendMesage', 'Resource': '*'}}");
        Path roles = file("roles.json", """
                {'r': {'Policies': ['r.policy.json',
                  {'Statement': [{'Effect': 'Allow', 'Action': ['sns:Pubish'], 'Resource': '*'}]}]}}""");

        assertThat(RoleReader.read(roles, file -> {}).warnings())
                .containsExactly(
                        policy
                                + ":1:45: there is no action sqs:SendMesage, as far as this version knows; did you mean sqs:SendMessage?",
                        roles
                                + ":2:49: there is no action sns:Pubish, as far as this version knows; did you mean sns:Publish?");
    }

    /** Returns what is refused of a message to the queue {@code out}. */
    private static Optional<Refusal> refusal(Roles roles, String role) {
        return policies(roles, role)
                .refusal(Permissions.ofCall(
                        "arn:aws:states:::sqs:sendMessage",
                        JsonDocument.parse("""
                                {"QueueUrl": "https://sqs.eu-west-1.amazonaws.com/111122223333/out", "MessageBody": "*"}""").root(),
                        HERE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Allow', 'Action': 'sqs:SendMessage', 'Resource': 'arn:aws:sqs:eu-west-1:111122223333:out' | ",
                "'Allow', 'Action': 'sqs:SendMessage', 'Resource': 'arn:aws:sqs:eu-west-1:111122223333:in' | because no identity-based policy allows the sqs:SendMessage action",
                "'Allow', 'Action': 'sns:*', 'Resource': '*' | because no identity-based policy allows the sqs:SendMessage action",
                "'Allow', 'Action': '*', 'Resource': '*'}, {'Effect': 'Deny', 'Action': 'sqs:*', 'Resource': '*' | with an explicit deny in an identity-based policy",
                "'Allow', 'Action': 'sqs:*', 'Resource': '*', 'Condition': {'Bool': {'aws:SecureTransport': 'true'}} | ",
            })
    void what_is_surely_not_allowed_is_refused(String statement, String why) throws IOException {
        Roles roles =
                Roles.read(file("roles.json", "{'r': {'Policies': [{'Statement': [{'Effect': " + statement + "}]}]}}"));

        assertThat(refusal(roles, "arn:aws:iam::111122223333:role/path/r"))
                .isEqualTo(Optional.ofNullable(why)
                        .map(words -> new Refusal("sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:out", words)));
    }

    @Test
    void an_arn_goes_before_a_name_and_an_unknown_role_may_do_nothing() throws IOException {
        Roles roles = Roles.read(file("roles.yaml", """
                r: {Policies: []}
                arn:aws:iam::111122223333:role/r:
                  Policies: [{Statement: {Effect: Allow, Action: '*', Resource: '*'}}]
                """));

        assertThat(roles.policies("arn:aws:iam::444455556666:role/r")).isPresent();
        assertThat(roles.policies("arn:aws:iam::444455556666:role/s")).isEmpty();
        assertThat(refusal(roles, "arn:aws:iam::111122223333:role/r")).isEmpty();
        assertThat(refusal(roles, "arn:aws:iam::444455556666:role/r")).isPresent();
        assertThat(refusal(roles, "arn:aws:iam::444455556666:role/s")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:batch:eu-west-1:111122223333:job-definition/d:1, true",
        "arn:aws:batch:eu-west-1:111122223333:job-queue/q, true",
        "arn:aws:batch:eu-west-1:111122223333:job-queue/other, false"
    })
    void one_resource_of_an_action_is_enough_unless_another_is_denied(String resource, boolean isAllowed)
            throws IOException {
        Permissions job = Permissions.ofCall(
                "arn:aws:states:::batch:submitJob",
                JsonDocument.parse("{\"JobDefinition\": \"d:1\", \"JobQueue\": \"q\"}")
                        .root(),
                HERE);
        String allow = "{'Effect': 'Allow', 'Action': 'batch:SubmitJob', 'Resource': '" + resource + "'}";
        String deny = "{'Effect': 'Deny', 'Action': '*', 'Resource': '" + resource + "'}";
        Roles roles = Roles.read(file(
                "roles.json",
                "{'r': {'Policies': [{'Statement': [" + allow + "]}]}, 's': {'Policies': [{'Statement': [" + allow
                        + ", " + deny + "]}]}}"));

        assertThat(policies(roles, "r").refusal(job).isEmpty()).isEqualTo(isAllowed);
        assertThat(policies(roles, "s").refusal(job)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sns:publish | {'TopicArn': 'arn:aws:sns:eu-west-1:111122223333:out', 'Message': 'arn:aws:sns:eu-west-1:111122223333:ok'} | arn:aws:sns:eu-west-1:111122223333:out",
                "sns:publish | {'TargetArn': 'arn:aws:sns:eu-west-1:111122223333:out', 'Message': 'arn:aws:sns:eu-west-1:111122223333:ok'} | arn:aws:sns:eu-west-1:111122223333:out",
                "sns:publish | {'PhoneNumber': '+1', 'Message': 'm'} | *",
                "sqs:sendMessage | {'QueueUrl': 'https://sqs.eu-west-1.amazonaws.com/111122223333/out', 'MessageBody': 'https://sqs.eu-west-1.amazonaws.com/111122223333/ok'} | arn:aws:sqs:eu-west-1:111122223333:out",
                "sqs:sendMessage | {'QueueUrl': 'http://127.0.0.1:4566/111122223333/out', 'MessageBody': 'm'} | arn:aws:sqs:eu-west-1:111122223333:out",
                "sqs:sendMessage | {'QueueUrl': 'http://127.0.0.1:4566/111122223333/ok', 'MessageBody': 'm'} | ",
                "dynamodb:getItem | {'TableName': 'out', 'ProjectionExpression': 'arn:aws:dynamodb:eu-west-1:111122223333:table/ok'} | arn:aws:dynamodb:eu-west-1:111122223333:table/out",
                "aws-sdk:dynamodb:batchGetItem | {'RequestItems': {'ok': {}, 'out': {}}} | arn:aws:dynamodb:eu-west-1:111122223333:table/out",
                "aws-sdk:dynamodb:batchGetItem | {'RequestItems': {'ok': {}}} | ",
                "events:putEvents | {'Entries': [{'EventBusName': 'ok'}, {'EventBusName': 'out'}]} | arn:aws:events:eu-west-1:111122223333:event-bus/out",
                "ecs:runTask | {'TaskDefinition': 'ok', 'Overrides': {'TaskRoleArn': 'arn:aws:iam::111122223333:role/ok', 'ExecutionRoleArn': 'arn:aws:iam::111122223333:role/out'}} | arn:aws:iam::111122223333:role/out",
                "lambda:invoke | {'FunctionName': 'o?'} | arn:aws:lambda:eu-west-1:111122223333:function:o?",
                "lambda:invoke | {'FunctionName': '${x}'} | arn:aws:lambda:eu-west-1:111122223333:function:${x}",
                "lambda:invoke | {'FunctionName': 1, 'FunctionName.$': 'ok'} | arn:aws:lambda:eu-west-1:111122223333:function:1",
                "lambda:invoke | {'FunctionName': 'ok'} | ",
                "aws-sdk:s3:getObject | {'Bucket': 'b', 'Key': '*'} | arn:aws:s3:::b/*",
                "aws-sdk:s3:getObject | {'Bucket': 'b', 'Key': 'ok/*'} | ",
                "aws-sdk:s3:getObject | {'Bucket': 'b', 'Key': 'b{r}?<n>$'} | ",
                "aws-sdk:s3:copyObject | {'Bucket': 'b', 'Key': 'ok/a', 'CopySource': 'b/ok?versionId=1'} | arn:aws:s3:::b/ok",
                "aws-sdk:sfn:listStateMachines | {} | *",
                "athena:startQueryExecution | {'QueryString': 'SELECT 1', 'WorkGroup': 'ok'} | "
            })
    void nothing_in_a_call_passes_for_a_resource_that_is_allowed(String call, String parameters, String refused)
            throws IOException {
        Roles roles = Roles.read(file("roles.json", """
                {'r': {'Policies': [{'Statement': [
                  {'Effect': 'Allow', 'Action': '*', 'Resource': ['arn:aws:*:eu-west-1:111122223333:ok',
                    'arn:aws:*:eu-west-1:111122223333:*/ok', 'arn:aws:*:eu-west-1:111122223333:task-definition/*',
                    'arn:aws:*:eu-west-1:111122223333:function:ok', 'arn:aws:iam::111122223333:role/ok',
                    'arn:aws:s3:::b/ok/*', 'arn:aws:s3:::b/b{r}?<n>$']}]}]}}"""));
        Permissions needed = Permissions.ofCall(
                "arn:aws:states:::" + call,
                JsonDocument.parse(parameters.replace('\'', '"')).root(),
                HERE);

        assertThat(policies(roles, "r").refusal(needed).map(Refusal::resource)).isEqualTo(Optional.ofNullable(refused));
    }
}
