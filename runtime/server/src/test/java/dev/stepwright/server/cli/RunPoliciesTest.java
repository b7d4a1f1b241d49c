package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stepwright run --policy}. */
class RunPoliciesTest {
    private static final Path FILES = Path.of("src/test/resources/run");
    private static final String QUEUE = "https://sqs.eu-west-1.amazonaws.com/111122223333/out";
    private static final String SEND =
            "{\"Effect\": \"Allow\", \"Action\": \"sqs:SendMessage\", \"Resource\": \"arn:aws:sqs:eu-west-1:111122223333:out\"}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path machine;

    @BeforeEach
    void write() throws IOException {
        machine = file("send.asl.json", """
                {"StartAt": "Send", "States": {"Send": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                  "Parameters": {"QueueUrl": "%s", "MessageBody": "m"}, "End": true}}}""".formatted(QUEUE));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path policy(String name, String statements) throws IOException {
        return file(name, "{\"Statement\": [" + statements + "]}");
    }

    private int run(Path definition, Object... options) {
        List<String> arguments = new ArrayList<>(List.of("run", definition.toString(), "--virtual-time"));
        for (Object option : options) {
            arguments.add(String.valueOf(option));
        }
        return Stepwright.execute(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    }

    /** What docs/permissions.md shows. */
    @Test
    void what_a_policy_does_not_allow_fails_as_in_aws() throws IOException {
        int code = run(
                FILES.resolve("charge.asl.json"),
                "--input",
                "{\"amount\": 3.50}",
                "--stubs",
                FILES.resolve("stubs.json"),
                "--policy",
                FILES.resolve("charge.policy.json"));

        assertThat(code).isEqualTo(1);
        assertThat(out.toString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}", "..."))
                .isEqualToNormalizingNewlines(Files.readString(FILES.resolve("refused.txt")));
    }

    @Test
    void what_a_policy_allows_has_its_stub() throws IOException {
        assertThat(run(machine, "--stub", "Send={}", "--policy", policy("p.json", SEND)))
                .as(out + "" + err)
                .isZero();
    }

    @Test
    void several_policies_of_a_role_count_together() throws IOException {
        Path all = policy("a.json", "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}");
        Path deny = policy("d.json", "{\"Effect\": \"Deny\", \"NotAction\": \"sns:*\", \"Resource\": \"*\"}");

        assertThat(run(machine, "--stub", "Send={}", "--policy", all, "--policy", deny))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("SQS.AmazonSQSException", "with an explicit deny in an identity-based policy");
    }

    @Test
    void a_role_may_be_in_a_file_of_roles() throws IOException {
        Path roles = file(
                "roles.json",
                "{\"sender\": {\"Policies\": [{\"Statement\": " + SEND + "}]}, \"other\": {\"Policies\": []}}");

        assertThat(run(machine, "--stub", "Send={}", "--policy", roles + "#sender"))
                .as(out + "" + err)
                .isZero();
        assertThat(run(machine, "--stub", "Send={}", "--policy", roles + "#other"))
                .isEqualTo(1);
        assertThat(run(machine, "--stub", "Send={}", "--policy", roles + "#nobody"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("stepwright run: --policy: there is no role \"nobody\" in " + roles);
    }

    @Test
    void a_folder_may_have_the_mark_of_a_role_in_its_name() throws IOException {
        Files.createDirectory(folder.resolve("draft#2"));
        Path policy = policy("draft#2/p.json", SEND);
        Path roles = file("draft#2/roles.json", "{\"sender\": {\"Policies\": [\"p.json\"]}}");

        assertThat(run(machine, "--stub", "Send={}", "--policy", policy))
                .as(out + "" + err)
                .isZero();
        assertThat(run(machine, "--stub", "Send={}", "--policy", roles + "#sender"))
                .as(out + "" + err)
                .isZero();
    }

    @Test
    void a_machine_that_is_started_has_a_policy_of_its_own() throws IOException {
        Path parent = file("parent.asl.json", """
                {"StartAt": "Start", "States": {"Start": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
                  "Parameters": {"StateMachineArn": "${send}"}, "End": true}}}""");
        Path nothing = policy("n.json", "{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}");
        Path starting = policy("s.json", "{\"Effect\": \"Allow\", \"Action\": \"states:*\", \"Resource\": \"*\"}");

        assertThat(run(parent, "--machine", "send=send", "--stub", "send/Send={}", "--policy", starting))
                .as(out + "" + err)
                .isZero();
        assertThat(run(parent, "--machine", "send=send", "--stub", "send/Send={}", "--policy", "send=" + nothing))
                .isEqualTo(1);
        assertThat(out.toString()).contains("sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:out");
    }

    @Test
    void probable_mistakes_in_a_policy_are_told_and_what_is_none_is_refused() throws IOException {
        Path policy = policy("p.json", SEND + ", " + SEND.replace("SendMessage", "SendMesage"));

        assertThat(run(machine, "--stub", "Send={}", "--policy", policy)).isZero();
        assertThat(err.toString()).contains(policy + ":1:", "did you mean sqs:SendMessage?");
        assertThat(run(machine, "--stub", "Send={}", "--policy", machine)).isEqualTo(1);
        assertThat(err.toString()).contains("stepwright run: --policy: " + machine + ":1:1: the file is no policy: ");
    }
}
