package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.permission.Deployment;
import dev.stepwright.permission.PolicyCheck;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskPermission;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the policies of roles let tasks do. */
class RolePermissionTest {
    private static final String ORDER = "arn:aws:iam::123456789012:role/path/order-role";
    private static final String READER = "arn:aws:iam::999988887777:role/reader";
    private static final Deployment HERE = new Deployment("aws", "us-east-1", "123456789012", "*");
    private static final String PACK = "{\"FunctionName\": \"pack\"}";
    private static final String SHIP = "{\"FunctionName\": \"ship\"}";

    private final Map<String, PolicyCheck> policies = new HashMap<>(Map.of(
            ORDER,
            policy("""
                    {"Effect": "Allow", "Action": "lambda:InvokeFunction",
                     "Resource": "arn:aws:lambda:us-east-1:123456789012:function:pack"},
                    {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::999988887777:role/r*"}"""),
            READER,
            policy("{\"Effect\": \"Allow\", \"Action\": \"dynamodb:GetItem\", \"Resource\": \"*\"}")));

    private final RolePermission.Roles roles = role -> Optional.ofNullable(policies.get(role));

    private static PolicyCheck policy(String statements) {
        return PolicyCheck.of(List.of(
                JsonDocument.parse("{\"Statement\": [" + statements + "]}").root()));
    }

    /** Returns what a task fails with; null if it may begin. */
    private static @Nullable TaskFailure failure(
            TaskPermission permission, String resource, String input, @Nullable String otherRole) {
        String execution = "arn:aws:states:us-east-1:123456789012:execution:order:e";
        return failure(permission, execution, resource, input, otherRole);
    }

    private static @Nullable TaskFailure failure(
            TaskPermission permission, String execution, String resource, String input, @Nullable String otherRole) {
        TaskRequest request = new TaskRequest(
                execution,
                ORDER,
                1,
                "Send",
                TaskResource.parse(resource),
                JsonDocument.parse(input).root(),
                1,
                null,
                null,
                otherRole);
        return catchThrowableOfType(TaskFailure.class, () -> permission.check(request));
    }

    private @Nullable TaskFailure invocation(String input) {
        return failure(RolePermission.of(roles), "arn:aws:states:::lambda:invoke", input, null);
    }

    @Test
    void what_is_allowed_may_begin_and_any_other_fails_as_in_the_service() {
        assertThat(invocation(PACK)).isNull();

        TaskFailure refused = invocation(SHIP);

        assertThat(refused.error()).isEqualTo("Lambda.AWSLambdaException");
        assertThat(refused.causeText())
                .matches(
                        "User: arn:aws:sts::123456789012:assumed-role/order-role/([0-9a-f]{32}) is not authorized to perform: lambda:InvokeFunction"
                                + " on resource: arn:aws:lambda:us-east-1:123456789012:function:ship because no identity-based policy allows the"
                                + " lambda:InvokeFunction action \\(Service: AWSLambda; .*");
    }

    @Test
    void workers_of_activities_need_nothing() {
        policies.clear();

        assertThat(failure(RolePermission.of(roles), "arn:aws:states:us-east-1:123456789012:activity:a", "{}", null))
                .isNull();
        assertThat(invocation(PACK)).isNotNull();
    }

    @Test
    void policies_count_as_they_are_when_the_task_begins() {
        RolePermission permission = RolePermission.of(roles);
        assertThat(failure(permission, "arn:aws:states:::lambda:invoke", SHIP, null))
                .isNotNull();

        policies.put(ORDER, policy("{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}"));

        assertThat(failure(permission, "arn:aws:states:::lambda:invoke", SHIP, null))
                .isNull();
    }

    @Test
    void an_execution_that_does_not_tell_its_account_is_in_the_right_one() {
        RolePermission permission = RolePermission.of(roles);

        assertThat(failure(permission, "e", "arn:aws:states:::lambda:invoke", PACK, null))
                .isNull();
        assertThat(failure(permission, "e", "arn:aws:states:::lambda:invoke", SHIP, null))
                .isNotNull();
    }

    @Test
    void a_trial_is_of_no_machine() {
        policies.put(ORDER, policy("""
                {"Effect": "Allow", "Action": ["events:*", "secretsmanager:*"], "Resource": "*"},
                {"Effect": "Allow", "Action": "states:InvokeHTTPEndpoint",
                 "Resource": "arn:aws:states:us-east-1:123456789012:stateMachine:other"}"""));
        String call = """
                {"ApiEndpoint": "https://a.example", "Method": "GET",
                 "Authentication": {"ConnectionArn": "arn:aws:events:us-east-1:123456789012:connection/c/1"}}""";

        assertThat(failure(RolePermission.ofTrials(roles, HERE), "arn:aws:states:::http:invoke", call, null))
                .isNull();
        assertThat(failure(RolePermission.of(roles), "arn:aws:states:::http:invoke", call, null))
                .isNotNull();
    }

    private @Nullable TaskFailure as(TaskPermission permission, String role, String action) {
        return failure(permission, "arn:aws:states:::dynamodb:" + action, "{\"TableName\": \"orders\"}", role);
    }

    @Test
    void credentials_are_of_a_role_that_may_be_assumed_and_has_its_own_policies() {
        RolePermission permission = RolePermission.of(roles);

        assertThat(as(permission, READER, "getItem")).isNull();
        assertThat(as(permission, READER, "putItem"))
                .hasMessageContaining("User: arn:aws:sts::999988887777:assumed-role/reader/");
        assertThat(as(permission, "arn:aws:iam::999988887777:role/rider", "getItem"))
                .as("there is no such role")
                .hasMessageStartingWith("States.TaskFailed: The role " + ORDER + " is not authorized to assume");
        assertThat(as(permission, "arn:aws:iam::999988887777:role/*", "getItem"))
                .as("a wildcard in a value is none")
                .hasMessageStartingWith("States.TaskFailed: ");
    }

    @Test
    void policies_alone_are_those_of_the_machine() {
        RolePermission permission = RolePermission.of(policies.get(ORDER));

        assertThat(failure(permission, "arn:aws:states:::lambda:invoke", SHIP, null))
                .isNotNull();
        assertThat(as(permission, READER, "putItem")).isNull();
        assertThat(as(permission, "arn:aws:iam::999988887777:role/other", "getItem"))
                .hasMessageStartingWith("States.TaskFailed: ");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:states:::lambda:invoke | {\"FunctionName\": \"pack:live\"} | ",
                "arn:aws:states:::lambda:invoke | {\"FunctionName\": \"ship\"} | Lambda.AWSLambdaException",
                "arn:aws:states:::lambda:invoke | {\"FunctionName\": \"arn:aws:lambda:us-east-1:111122223333:function:pack:live\"} | Lambda.AWSLambdaException",
                "arn:aws-cn:states:::dynamodb:getItem | {\"TableName\": \"t\"} | ",
                "arn:aws:states:::dynamodb:getItem | {\"TableName\": \"t\"} | DynamoDB.AmazonDynamoDBException",
                "${Pack} | {} | ",
            })
    void tests_run_in_no_account(String resource, String input, @Nullable String error) {
        RolePermission permission = RolePermission.of(policy("""
                {"Effect": "Allow", "Action": "lambda:InvokeFunction",
                 "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:pack:*"},
                {"Effect": "Allow", "Action": "dynamodb:*", "Resource": "arn:aws-cn:dynamodb:*:*:table/t"}"""));

        TaskFailure failure = failure(permission, resource, input, null);

        assertThat(failure == null ? null : failure.error()).isEqualTo(error);
    }

    @Test
    void a_placeholder_is_taken_for_a_function() {
        TaskFailure failure = failure(RolePermission.of(policies.get(READER)), "${Pack}", "{}", null);

        assertThat(failure.error()).isEqualTo("Lambda.AWSLambdaException");
        assertThat(failure.causeText()).contains("lambda:InvokeFunction on resource: ${Pack} because");
    }
}
