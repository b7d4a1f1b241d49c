package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.databind.JsonNode;

/** States with {@code Credentials}. */
class RolesTest {
    private static final String ROLE = "\"Credentials\": {\"RoleArn\": \"arn:aws:iam::210987654321:role/reader\"},";
    private static final String LIST = "aws-sdk:dynamodb:listTables";

    private final FakeService service = new FakeService();
    private final DynamoDbClient dynamoDb = service.client(DynamoDbClient.builder());

    @AfterEach
    void close() {
        dynamoDb.close();
        service.close();
    }

    private static OneTask task(String resource, TaskRunner.Maker services) {
        return new OneTask(
                Engine.create(EngineConfig.builder()
                        .time(VirtualTime.automatic(Instant.parse("2026-01-01T00:00:00Z")))
                        .runner(services)
                        .build()),
                "arn:aws:states:::" + resource);
    }

    private static StaticCredentialsProvider credentials(String key) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "any"));
    }

    @Test
    void a_call_is_made_with_the_credentials_of_the_role() {
        service.answering("{}");
        List<String> asked = new ArrayList<>();
        var services = AwsServices.of(dynamoDb).assuming(role -> {
            asked.add(role);
            return credentials("reader-key");
        });

        try (OneTask task = task(LIST, services)) {
            task.start("{}", ROLE).await();
            task.start("{}", ROLE).await();
            task.start("{}").await();
        }

        assertThat(asked).containsExactly("arn:aws:iam::210987654321:role/reader");
        assertThat(service.calls)
                .extracting(call -> call.authorization().replaceAll(".*Credential=([^/]+)/.*", "$1"))
                .containsExactly("reader-key", "reader-key", "any");
    }

    @Test
    void a_job_is_started_and_looked_at_with_the_credentials_of_the_role() {
        service.answering("{\"QueryExecutionId\": \"q\"}")
                .answering("{\"QueryExecution\": {\"Status\": {\"State\": \"SUCCEEDED\"}}}");
        try (AthenaClient athena = service.client(AthenaClient.builder());
                OneTask task = task(
                        "athena:startQueryExecution.sync",
                        AwsServices.of(athena).assuming(role -> credentials("reader-key")))) {
            task.start("{\"QueryString\": \"select 1\"}", ROLE).await();
        }

        assertThat(service.calls)
                .hasSizeGreaterThan(1)
                .allSatisfy(call -> assertThat(call.authorization()).contains("Credential=reader-key/"));
    }

    private static Outcome.Failed<JsonNode> failure(TaskRunner.Maker services) {
        try (OneTask task = task(LIST, services)) {
            return (Outcome.Failed<JsonNode>) task.start("{}", ROLE).await();
        }
    }

    @Test
    void a_role_that_nobody_knows_is_refused() {
        Outcome.Failed<JsonNode> failed = failure(AwsServices.of(dynamoDb));

        assertThat(failed.error()).isEqualTo("States.TaskFailed");
        assertThat(failed.cause())
                .isEqualTo("The task state's role, arn:aws:iam::210987654321:role/reader, cannot be assumed:"
                        + " say whose credentials these are, by AwsServices.assuming");
        assertThat(service.calls).isEmpty();
    }

    @Test
    void a_role_that_cannot_be_assumed_is_the_reason_of_the_failure() {
        Outcome.Failed<JsonNode> failed = failure(AwsServices.of(dynamoDb).assuming(role -> {
            throw new IllegalStateException("not today");
        }));

        assertThat(failed.error()).isEqualTo("States.TaskFailed");
        assertThat(failed.cause()).endsWith("cannot be assumed: not today");
    }

    /** Returns the access key of the call of a role's state, by clients that are found on the class path. */
    private String keyOf(String account, Set<String> besides) {
        AwsEndpoints endpoints = AwsEndpoints.parse(List.of(service.address().toString()));
        try (AwsClients clients = AwsClients.at(endpoints, "us-east-1", besides);
                OneTask task = task(LIST, clients.services(account))) {
            task.start("{}", ROLE).await();
        }
        String last = service.calls.get(service.calls.size() - 1).authorization();
        return last.replaceAll(".*Credential=([^/]+)/.*", "$1");
    }

    @Test
    void away_from_aws_a_role_of_another_account_has_its_account_as_its_key() {
        service.answering("{}");

        assertThat(keyOf("123456789012", Set.of("sts"))).isEqualTo("210987654321");
        assertThat(keyOf("210987654321", Set.of("sts"))).isNotEqualTo("210987654321");
    }

    @Test
    void sts_is_asked_where_there_is_a_client_of_it() {
        service.answering(200, Map.of("Content-Type", "text/xml"), """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
                  <AccessKeyId>assumed-key</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
                  <Expiration>2100-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>""");
        service.answering("{}");

        assertThat(keyOf("123456789012", Set.of())).isEqualTo("assumed-key");
        assertThat(service.calls)
                .anySatisfy(call -> assertThat(call.body())
                        .contains("Action=AssumeRole", "RoleArn=arn%3Aaws%3Aiam%3A%3A210987654321%3Arole%2Freader"));
    }

    @Test
    void at_aws_a_role_needs_sts() {
        AwsEndpoints endpoints = AwsEndpoints.parse(List.of("dynamodb=https://dynamodb.us-east-1.amazonaws.com"));
        try (AwsClients clients = AwsClients.at(endpoints, "us-east-1", Set.of("sts"))) {
            assertThat(failure(clients.services("123456789012")).cause()).contains("add the jar \"sts\"");
        }
    }
}
