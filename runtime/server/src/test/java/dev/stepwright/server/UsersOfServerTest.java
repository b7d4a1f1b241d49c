package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.server.access.GivenUsers;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.GetActivityTaskResponse;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.Tag;

/** A server that has users, called with the AWS SDK. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsersOfServerTest {
    private static final String PREFIX = "arn:aws:states:us-east-1:123456789012:";
    private static final String WORKER_KEY = "AKIAI44QH8DHBEXAMPLE";
    private static final String WORKER_SECRET = "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY";

    private final RunningServer server = RunningServer.start(config -> config.users(GivenUsers.of(
            GivenUsers.ada("{\"Effect\": \"Allow\", \"Action\": \"states:*\", \"Resource\": \"*\"}"),
            GivenUsers.user("worker", WORKER_KEY, WORKER_SECRET, """
                    [{"Effect": "Allow", "Action": "states:GetActivityTask", "Resource": "arn:aws:states:*:*:activity:pack"},
                     {"Effect": "Allow", "Action": "states:SendTask*", "Resource": "arn:aws:states:*:*:stateMachine:order"},
                     {"Effect": "Allow", "Action": "states:*", "Resource": "*",
                      "Condition": {"StringEquals": {"aws:ResourceTag/team": "pack"}}},
                     {"Effect": "Allow", "Action": "states:StartExecution", "Resource": "*",
                      "Condition": {"StringEquals": {"states:StateMachineQualifier": "PROD"}}},
                     {"Effect": "Deny", "Action": "states:Delete*", "Resource": "*"}]"""))));
    private final SfnClient ada = server.client(GivenUsers.KEY, GivenUsers.SECRET);
    private final SfnClient worker = server.client(WORKER_KEY, WORKER_SECRET);

    @AfterAll
    void close() {
        ada.close();
        worker.close();
        server.close();
    }

    private static void assertRefused(ThrowingCallable call, String code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(SfnException.class, refused -> {
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(message);
        });
    }

    private String machine(String name, Tag... tags) {
        return ada.createStateMachine(r -> r.name(name)
                        .definition(RunningServer.PASS)
                        .roleArn(RunningServer.ROLE)
                        .tags(tags))
                .stateMachineArn();
    }

    @Test
    void a_call_needs_the_key_of_a_user() {
        String message = "The security token included in the request is invalid.";
        assertRefused(() -> server.client().listStateMachines(), "UnrecognizedClientException", message);
        try (SfnClient wrong = server.client(GivenUsers.KEY, "not-the-secret-of-the-key")) {
            assertRefused(
                    wrong::listStateMachines,
                    "InvalidSignatureException",
                    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key"
                            + " and signing method. Consult the service documentation for details.");
        }
        assertThat(ada.listStateMachines().sdkHttpResponse().isSuccessful()).isTrue();
    }

    @Test
    void a_user_may_do_what_a_policy_allows_and_none_denies() {
        String plain = machine("plain");
        String tagged =
                machine("tagged", Tag.builder().key("team").value("pack").build());
        String user = "User: arn:aws:iam::123456789012:user/worker is not authorized to perform: ";

        assertRefused(
                () -> worker.describeStateMachine(r -> r.stateMachineArn(plain)),
                "AccessDeniedException",
                user + "states:DescribeStateMachine on resource: " + plain
                        + " because no identity-based policy allows the states:DescribeStateMachine action");
        assertThat(worker.describeStateMachine(r -> r.stateMachineArn(tagged)).name())
                .isEqualTo("tagged");
        String execution = worker.startExecution(r -> r.stateMachineArn(tagged)).executionArn();
        assertThat(worker.describeExecution(r -> r.executionArn(execution)).stateMachineArn())
                .isEqualTo(tagged);
        assertRefused(
                () -> worker.deleteStateMachine(r -> r.stateMachineArn(tagged)),
                "AccessDeniedException",
                user + "states:DeleteStateMachine on resource: " + tagged
                        + " with an explicit deny in an identity-based policy");
        assertRefused(
                worker::listStateMachines,
                "AccessDeniedException",
                user + "states:ListStateMachines on resource: " + PREFIX
                        + "stateMachine:* because no identity-based policy allows the states:ListStateMachines action");
    }

    @Test
    void an_alias_is_allowed_by_its_name() {
        String machine = machine("aliased");
        String version =
                ada.publishStateMachineVersion(r -> r.stateMachineArn(machine)).stateMachineVersionArn();
        String alias = ada.createStateMachineAlias(
                        r -> r.name("PROD").routingConfiguration(RunningServer.share(version, 100)))
                .stateMachineAliasArn();

        assertThat(worker.startExecution(r -> r.stateMachineArn(alias)).executionArn())
                .contains("execution:aliased");
        for (String other : new String[] {machine, version}) {
            assertThatThrownBy(() -> worker.startExecution(r -> r.stateMachineArn(other)))
                    .hasMessageContaining("states:StartExecution on resource: " + machine + " because");
        }
    }

    @Test
    void a_worker_takes_and_ends_tasks_of_its_activity_and_its_machine() {
        String pack = ada.createActivity(r -> r.name("pack")).activityArn();
        String definition = "{\"StartAt\":\"Pack\",\"States\":{\"Pack\":{\"Type\":\"Task\",\"Resource\":\"" + pack
                + "\",\"End\":true}}}";
        String[] tokens = new String[2];
        for (int i = 0; i < 2; i++) {
            String name = i == 0 ? "order" : "other";
            String machine = ada.createStateMachine(
                            r -> r.name(name).definition(definition).roleArn(RunningServer.ROLE))
                    .stateMachineArn();
            ada.startExecution(r -> r.stateMachineArn(machine));
            CompletableFuture<GetActivityTaskResponse> task =
                    CompletableFuture.supplyAsync(() -> worker.getActivityTask(r -> r.activityArn(pack)));
            tokens[i] = task.join().taskToken();
        }

        worker.sendTaskSuccess(r -> r.taskToken(tokens[0]).output("{}"));
        assertThatThrownBy(() -> worker.sendTaskFailure(r -> r.taskToken(tokens[1])))
                .hasMessageContaining("states:SendTaskFailure on resource: " + PREFIX + "stateMachine:other because");
        assertThatThrownBy(() -> worker.getActivityTask(r -> r.activityArn(PREFIX + "activity:else")))
                .hasMessageContaining("states:GetActivityTask on resource: " + PREFIX + "activity:else because");
    }

    @Test
    void what_is_wrong_is_told_only_to_those_who_may_call() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.server().endpoint() + "/"))
                                .header("X-Amz-Target", "AWSStepFunctions.NoSuchOperation")
                                .POST(BodyPublishers.ofString("{"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("com.amazon.coral.service#MissingAuthenticationTokenException");
    }

    @Test
    void the_long_body_of_a_stranger_is_not_waited_for() throws IOException {
        URI place = server.server().endpoint();
        try (Socket socket = new Socket(place.getHost(), place.getPort())) {
            socket.getOutputStream().write("""
                    POST / HTTP/1.1\r
                    Host: 127.0.0.1\r
                    X-Amz-Target: AWSStepFunctions.ListStateMachines\r
                    Authorization: AWS4-HMAC-SHA256 Credential=AKIAUNKNOWN/20260301/us-east-1/states/aws4_request, SignedHeaders=host, Signature=0\r
                    Content-Length: 1000000\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("Connection: close", "com.amazon.coral.service#InvalidSignatureException");
        }
    }
}
