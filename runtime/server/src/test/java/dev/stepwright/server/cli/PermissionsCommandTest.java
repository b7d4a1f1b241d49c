package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionsCommandTest {
    private static final Path FILES = Path.of("src/test/resources/permissions");
    private static final Path SHIP = FILES.resolve("ship.asl.json");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int permissions(Object... arguments) {
        String[] texts = Stream.concat(Stream.of("permissions"), Stream.of(arguments))
                .map(String::valueOf)
                .toArray(String[]::new);
        return Stepwright.execute(new PrintWriter(out), new PrintWriter(err), texts);
    }

    /** What docs/permissions.md shows. */
    @Test
    void the_policy_is_printed_and_questions_are_asked() throws Exception {
        assertThat(permissions(SHIP, "--account", "111122223333", "--region", "eu-west-1"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines(Files.readString(FILES.resolve("ship.policy.json")));
        assertThat(err.toString().replace(SHIP.toString(), "ship.asl.json"))
                .isEqualToNormalizingNewlines(Files.readString(FILES.resolve("questions.txt")));
    }

    /** What docs/permissions.md shows. */
    @Test
    void the_table_tells_the_state_and_the_reason_of_each_action() throws Exception {
        assertThat(permissions(SHIP, "--account", "111122223333", "--region", "eu-west-1", "--format", "table"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines(Files.readString(FILES.resolve("table.txt")));
    }

    @Test
    void the_trust_policy_is_that_of_step_functions() {
        assertThat(permissions(SHIP, "--format", "trust")).as(err.toString()).isZero();

        assertThat(out.toString()).contains("\"Service\": \"states.amazonaws.com\"", "\"Action\": \"sts:AssumeRole\"");
    }

    @Test
    void with_a_folder_each_role_has_a_file() throws Exception {
        Path definition = Files.writeString(folder.resolve("order.asl.json"), """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem",
                  "Credentials": {"RoleArn": "arn:aws:iam::999988887777:role/reader"},
                  "Parameters": {"TableName": "orders", "Key": {}}, "End": true}}}""");
        Path policies = folder.resolve("policies");

        assertThat(permissions(definition, SHIP, "-o", policies))
                .as(err.toString())
                .isZero();

        assertThat(policies.resolve("order.policy.json")).content().contains("sts:AssumeRole");
        assertThat(policies.resolve("order.policy.999988887777.reader.json"))
                .content()
                .contains("dynamodb:GetItem");
        assertThat(policies.resolve("ship.policy.json")).exists();
        assertThat(out.toString())
                .contains(definition + " -> " + policies.resolve("order.policy.999988887777.reader.json"));
    }

    @Test
    void without_a_folder_other_roles_are_pointed_at() throws Exception {
        Path definition = Files.writeString(folder.resolve("order.asl.json"), """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                  "Credentials": {"RoleArn": "arn:aws:iam::999988887777:role/reader"},
                  "Parameters": {"TopicArn": "arn:aws:sns:eu-west-1:999988887777:t", "Message": "m"}, "End": true}}}""");

        assertThat(permissions(definition)).isZero();

        assertThat(err.toString())
                .contains("arn:aws:iam::999988887777:role/reader of Credentials needs a policy of its own");
    }

    @Test
    void logging_and_tracing_are_added() {
        assertThat(permissions(SHIP, "--logging", "--tracing")).isZero();

        assertThat(out.toString()).contains("logs:CreateLogDelivery", "xray:PutTraceSegments");
    }

    @Test
    void several_policies_need_a_folder_and_tables_do_not() {
        assertThat(permissions(SHIP, SHIP)).isEqualTo(2);
        assertThat(err.toString()).contains("2 policies need a folder; give one with -o");
        assertThat(permissions(SHIP, SHIP, "--format", "table")).isZero();
    }

    @Test
    void what_looks_like_a_file_is_no_new_folder() {
        Path target = folder.resolve("order.json");

        assertThat(permissions(SHIP, "-o", target)).isEqualTo(2);

        assertThat(err.toString()).contains("-o " + target + " is not an existing folder");
        assertThat(target).doesNotExist();
    }

    @Test
    void two_policies_never_go_into_one_file() {
        assertThat(permissions(SHIP, SHIP, "-o", folder)).isEqualTo(1);

        assertThat(err.toString()).contains("its policy would overwrite " + folder.resolve("ship.policy.json"));
    }

    @Test
    void a_file_that_cannot_be_read_or_an_account_that_is_none_is_told() {
        assertThat(permissions(folder.resolve("no.asl.json"))).isEqualTo(1);
        assertThat(err.toString()).contains("stepwright permissions: there is no file");
        assertThat(permissions(SHIP, "--account", "1:2")).isEqualTo(2);
        assertThat(err.toString()).contains("\"1:2\" is no part of an ARN");
    }

    @Test
    void its_own_policy_lacks_nothing() {
        assertThat(permissions(
                        SHIP,
                        "--account",
                        "111122223333",
                        "--region",
                        "eu-west-1",
                        "--against",
                        FILES.resolve("ship.policy.json")))
                .as(out.toString())
                .isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines("12 permissions needed: 0 missing, 0 unknown\n");
    }

    /** What docs/permissions.md shows. */
    @Test
    void what_a_policy_does_not_allow_is_told_and_is_a_negative_result() throws Exception {
        assertThat(permissions(
                        SHIP,
                        "--account",
                        "111122223333",
                        "--region",
                        "eu-west-1",
                        "--against",
                        FILES.resolve("held.policy.json")))
                .isEqualTo(1);

        assertThat(out.toString()).isEqualToNormalizingNewlines(Files.readString(FILES.resolve("missing.txt")));
    }

    @Test
    void several_policies_of_a_role_count_together() throws Exception {
        Path functions = Files.writeString(folder.resolve("a.json"), """
                {"Statement": {"Effect": "Allow", "Action": "lambda:*", "Resource": "*"}}""");
        Path others = Files.writeString(folder.resolve("b.json"), """
                {"Statement": {"Effect": "Allow", "NotAction": "lambda:*", "Resource": "*"}}""");

        assertThat(permissions(SHIP, "--against", functions, "--against", others))
                .as(out.toString())
                .isZero();
        assertThat(permissions(SHIP, "--against", functions)).isEqualTo(1);
    }

    @Test
    void a_policy_that_is_none_is_told() throws Exception {
        Path policy = Files.writeString(folder.resolve("p.json"), "{}");

        assertThat(permissions(SHIP, "--against", policy)).isEqualTo(1);
        assertThat(err.toString())
                .contains("stepwright permissions: --against: " + policy
                        + ":1:1: the file is no policy: a policy must be an object with \"Statement\"");
    }

    @Test
    void a_misspelt_action_of_a_policy_is_told() throws Exception {
        Path policy = Files.writeString(folder.resolve("p.json"), """
                {"Statement": {"Effect": "Allow", "Action": ["*", "lambda:InvokeFuncton"], "Resource": "*"}}""");

        assertThat(permissions(SHIP, "--against", policy)).as(out.toString()).isZero();
        assertThat(err.toString())
                .contains(
                        policy + ":1:51: there is no action lambda:InvokeFuncton, ",
                        "did you mean lambda:InvokeFunction?");
    }
}
