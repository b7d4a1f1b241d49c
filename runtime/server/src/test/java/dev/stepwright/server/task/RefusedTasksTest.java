package dev.stepwright.server.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.server.policy.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What a task that its role may not do has to do with whoever would do it. */
class RefusedTasksTest {
    private final List<String> asked = new ArrayList<>();
    private RefusedTasks tasks;

    @BeforeEach
    void read() throws IOException {
        tasks = new RefusedTasks(
                Roles.read(Path.of("src/test/resources/access/roles.json")),
                List.of(new OtherPartitionTasks(), new Doing()),
                false);
    }

    /** Does everything, and says what it was asked for. */
    private final class Doing implements TaskRunner {
        @Override
        public boolean serves(TaskRequest request) {
            return true;
        }

        @Override
        public Runnable start(TaskRequest request, TaskCompletion completion) {
            asked.add("start");
            return () -> {};
        }

        @Override
        public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
            asked.add("resume");
            return () -> asked.add("cancel");
        }
    }

    private static TaskRequest request(String resource, String input) {
        return Requests.of(resource, JsonDocument.parse(input).root());
    }

    @Test
    void what_is_allowed_is_left_to_others() {
        assertThat(tasks.serves(request("arn:aws:states:::lambda:invoke", "{\"FunctionName\": \"pack\"}")))
                .isFalse();
        assertThat(tasks.serves(request("arn:aws:states:us-east-1:123456789012:activity:a", "{}")))
                .isFalse();
        assertThat(tasks.serves(request("arn:aws:states:::lambda:invoke", "{\"FunctionName\": \"ship\"}")))
                .isTrue();
    }

    @Test
    void a_trial_is_of_no_machine(@TempDir Path folder) throws IOException {
        String connection = "arn:aws:events:us-east-1:123456789012:connection/c/1";
        TaskRequest request = request(
                "arn:aws:states:::http:invoke",
                "{\"ApiEndpoint\": \"https://a.example\", \"Method\": \"GET\", \"Authentication\": {\"ConnectionArn\": \""
                        + connection + "\"}}");
        Roles roles = Roles.read(Files.writeString(folder.resolve("roles.json"), """
                {"order-role": {"Policies": [{"Statement": [
                  {"Effect": "Allow", "Action": ["events:*", "secretsmanager:*"], "Resource": "*"},
                  {"Effect": "Allow", "Action": "states:InvokeHTTPEndpoint",
                   "Resource": "arn:aws:states:us-east-1:123456789012:stateMachine:order"}]}]}}"""));

        assertThat(new RefusedTasks(roles, List.of(), true).serves(request)).isFalse();
        assertThat(new RefusedTasks(roles, List.of(), false).serves(request)).isTrue();
    }

    @Test
    void what_is_refused_fails_and_nobody_is_asked() {
        RecordedCompletion completion = new RecordedCompletion();

        tasks.start(request("arn:aws:states:::lambda:invoke", "{\"FunctionName\": \"ship\"}"), completion)
                .run();

        assertThat(completion.failure.join().error()).isEqualTo("Lambda.AWSLambdaException");
        assertThat(asked).isEmpty();
    }

    @Test
    void what_has_become_allowed_meanwhile_is_done(@TempDir Path folder) throws IOException {
        TaskRequest request = request("arn:aws:states:::lambda:invoke", "{\"FunctionName\": \"ship\"}");
        Path file = Files.writeString(folder.resolve("roles.json"), "{\"order-role\": {\"Policies\": []}}");
        tasks = new RefusedTasks(Roles.read(file), List.of(new Doing()), false);

        assertThat(tasks.serves(request)).isTrue();
        Files.writeString(
                file,
                "{\"order-role\": {\"Policies\": [{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}]}}");
        tasks.start(request, new RecordedCompletion()).run();

        assertThat(asked).containsExactly("start");
    }

    @Test
    void what_was_submitted_before_the_policies_changed_goes_on() {
        TaskRequest job = request("arn:aws:states:::lambda:invoke.waitForTaskToken", "{\"FunctionName\": \"ship\"}");

        tasks.resume(job, NullNode.getInstance(), new RecordedCompletion()).run();

        assertThat(asked).containsExactly("resume", "cancel");
    }

    @Test
    void parameters_are_checked_first() {
        assertThatThrownBy(() -> tasks.check(request("arn:aws-cn:states:::sqs:sendMessage", "{}")))
                .isInstanceOf(TaskFailure.class)
                .hasMessageContaining("different partition");
    }
}
