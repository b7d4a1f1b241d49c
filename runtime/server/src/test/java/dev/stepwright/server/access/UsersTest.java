package dev.stepwright.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.server.api.Demand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of users, and what is told of those that are none. */
class UsersTest {
    private static final String SECRET = "abcdefghijklmnopqrstuvwxyz";
    private static final String KEYS =
            "'AccessKeys': [{'AccessKeyId': 'AKIAIOSFODNN7EXAMPLE', 'SecretAccessKey': '" + SECRET + "'}]";

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
                "{} | 1:1: the file has no users",
                "{'ada': 1} | 1:2: /ada must be an object",
                "{'a b': {}} | 1:2: /a b is no name of a user",
                "{'ada': {}} | 1:2: /ada/AccessKeys is missing",
                "{'ada': {'Keys': []}} | 1:10: /ada/Keys is unknown; the names are [AccessKeys, Policies]",
                "{'ada': {'AccessKeys': []}} | 1:10: /ada/AccessKeys must have one or two keys",
                "{'ada': {'AccessKeys': {}}} | 1:10: /ada/AccessKeys must be an array",
                "{'ada': {'AccessKeys': [{}]}} | 1:25: /ada/AccessKeys/0/AccessKeyId is missing",
                "{'ada': {'AccessKeys': [{'AccessKeyId': 'A'}]}} | 1:26: /ada/AccessKeys/0/AccessKeyId must have 16 to 128 letters",
                "{'ada': {'AccessKeys': [{'AccessKeyId': 'AKIAIOSFODNN7EXAMPLE', 'SecretAccessKey': 'short'}]}} | 1:65: /ada/AccessKeys/0/SecretAccessKey must have 20 to 128 characters",
                "{'ada': {'AccessKeys': [{'AccessKeyId': '${env:UNSET}'}]}} | 1:26: /ada/AccessKeys/0/AccessKeyId needs the environment variable \"UNSET\", which is not set",
                "{'ada': {KEYS}} | 1:2: /ada/Policies is missing",
                "{'ada': {KEYS, 'Policies': []}, 'ada': {KEYS, 'Policies': []}} | the key \"ada\" is already in this object at line 1",
                "{'ada': {KEYS, 'Policies': []}, 'bob': {KEYS, 'Policies': []}} | /bob/AccessKeys/0/AccessKeyId is the id of another key, of the user ada",
                "{'ada': {KEYS, 'Policies': [{}]}} | /ada/Policies/0/Statement is missing",
                "{'ada': {KEYS, 'Policies': [{'Version': '2020', 'Statement': []}]}} | /ada/Policies/0/Version must be 2012-10-17",
                "{'ada': {KEYS, 'Policies': [{'Statement': []}]}} | /ada/Policies/0/Statement must not be empty",
                "{'ada': {KEYS, 'Policies': [{'Statement': 'x'}]}} | /ada/Policies/0/Statement must be an object",
                "{'ada': {KEYS, 'Policies': [{'Statement': {'Principal': '*'}}]}} | /ada/Policies/0/Statement/Principal is unknown",
                "{'ada': {KEYS, 'Policies': [{'Statement': {'Effect': 'allow'}}]}} | /ada/Policies/0/Statement/Effect must be Allow or Deny",
                "{'ada': {KEYS, 'Policies': [{'Statement': {'Effect': 'Allow', 'Resource': '*'}}]}} | /ada/Policies/0/Statement must have either Action or NotAction",
                "{'ada': {KEYS, 'Policies': [{'Statement': {'Effect': 'Allow', 'Action': '*', 'NotAction': '*', 'Resource': '*'}}]}} | /ada/Policies/0/Statement must have either Action or NotAction",
                "{'ada': {KEYS, 'Policies': [{'Statement': {'Effect': 'Allow', 'Action': [], 'Resource': '*'}}]}} | /ada/Policies/0/Statement/Action must not be empty",
                "{'ada': {KEYS, 'Policies': [{'Statement': {'Effect': 'Deny', 'Action': 'states:StopExecutions', 'Resource': '*'}}]}} | /ada/Policies/0/Statement/Action has states:StopExecutions, which is no action of Step Functions; did you mean states:StopExecution?",
                "{'ada': {KEYS, 'Policies': [{'Statement': {'Effect': 'Deny', 'Action': ['states:Del*', 'states:Drop*'], 'Resource': '*'}}]}} | /ada/Policies/0/Statement/Action/1 has states:Drop*, which is no action of Step Functions",
                "{'ada': {KEYS, 'Policies': [{'Statement': [{'Effect': 'Allow', 'Action': ['*', 'StartExecution'], 'Resource': '*'}]}]}} | /ada/Policies/0/Statement/0/Action/1 must be an action such as states:StartExecution",
                "{'ada': {KEYS, 'Policies': [{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': 'order'}}]}} | /ada/Policies/0/Statement/Resource must be an ARN, or *",
                "{'ada': {KEYS, 'Policies': [{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': 'arn:aws:states:*:*:stateMachine:${aws:username}'}}]}} | has a policy variable, which this server does not know",
                "{'ada': {KEYS, 'Policies': [{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'IpAddress': {'aws:SourceIp': '10.0.0.0/8'}}}}]}} | /Statement/Condition/IpAddress is an operator that this server does not know; it knows Null, StringEquals",
                "{'ada': {KEYS, 'Policies': [{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'Null': {'aws:TagKeys': 'yes'}}}}]}} | /Statement/Condition/Null/aws:TagKeys must be true or false",
                "{'ada': {KEYS, 'Policies': [{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'StringEquals': {'aws:SourceVpc': 'a'}}}}]}} | is a condition key that this server does not know; it knows [states:StateMachineQualifier",
            })
    void a_file_that_is_wrong_is_told_by_its_place(String text, String told) throws IOException {
        Path file = file("users.json", text.replace("KEYS", KEYS));

        assertThatThrownBy(() -> Users.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ":")
                .hasMessageContaining(told)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void what_is_no_json_is_not_shown() throws IOException {
        Path file = file("users.json", "{'ada': {'AccessKeys': [{'SecretAccessKey': " + SECRET + "}]}}");

        assertThatThrownBy(() -> Users.read(file))
                .hasMessageStartingWith(file + ":1:")
                .hasMessageContaining("this is not JSON; the text is not shown")
                .hasMessageNotContaining(SECRET)
                .hasNoCause();
    }

    @Test
    void a_file_may_be_yaml_and_no_longer_than_a_mebibyte() throws IOException {
        Path yaml = file("users.yaml", """
                ada:
                  AccessKeys:
                    - {AccessKeyId: AKIAIOSFODNN7EXAMPLE, SecretAccessKey: %s}
                  Policies: []
                """.formatted(SECRET));
        assertThat(Users.read(yaml)
                        .find("AKIAIOSFODNN7EXAMPLE")
                        .orElseThrow()
                        .user()
                        .name())
                .isEqualTo("ada");

        Path huge = file("huge.json", " ".repeat(1 << 20) + "{}");
        assertThatThrownBy(() -> Users.read(huge)).hasMessageContaining("has 1048578 bytes; at most 1048576 are read");
    }

    @Test
    void the_file_of_the_manual_has_an_administrator_and_a_worker() throws IOException {
        Path file = Path.of("src/test/resources/access/users.json");
        Map<String, String> environment = Map.of(
                "ADA_KEY",
                "AKIAIOSFODNN7EXAMPLE",
                "ADA_SECRET",
                SECRET,
                "PACKER_KEY",
                "AKIAI44QH8DHBEXAMPLE",
                "PACKER_SECRET",
                SECRET);

        List<User> users = UserFile.users(JsonDocument.read(file), environment::get);

        Demand task =
                new Demand("states:GetActivityTask", "arn:aws:states:us-east-1:123456789012:activity:pack", Map.of());
        Demand start = new Demand(
                "states:StartExecution", "arn:aws:states:us-east-1:123456789012:stateMachine:order", Map.of());
        assertThat(users.get(0).policies().refusal(start)).isEmpty();
        assertThat(users.get(1).policies().refusal(task)).isEmpty();
        assertThat(users.get(1).policies().refusal(start)).isPresent();
    }

    @Test
    void a_user_has_two_keys_while_one_takes_the_place_of_the_other() {
        String text = """
                {"ada": {"AccessKeys": [
                    {"AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "${env:OLD}"},
                    {"AccessKeyId": "AKIAI44QH8DHBEXAMPLE", "SecretAccessKey": "${env:NEW}"}],
                  "Policies": []}}""";
        User ada = UserFile.users(
                        JsonDocument.parse(text), Map.of("OLD", "old-old-old-old-old-old", "NEW", SECRET)::get)
                .get(0);

        assertThat(ada.keys()).hasSize(2);
        assertThat(ada.keys().get(1).isSecret(SECRET)).isTrue();
        assertThat(ada.keys().get(0).isSecret(SECRET)).isFalse();
        assertThat(ada.toString()).doesNotContain(SECRET);
    }
}
