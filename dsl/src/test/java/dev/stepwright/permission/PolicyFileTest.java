package dev.stepwright.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies of IAM in files. */
class PolicyFileTest {
    @TempDir
    private Path folder;

    private PolicyFile read(String name, String text) throws IOException {
        return PolicyFile.read(Files.writeString(folder.resolve(name), text));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sqs:SendMesage, sqs:SendMessage",
        "SQS:sendmesage, sqs:SendMessage",
        "sqs:SendMessgae, sqs:SendMessage",
        "sqa:SendMessage, sqs:SendMessage",
        "lambda:InvokeFunctoin, lambda:InvokeFunction",
        "sqs:SendMessage,",
        "SQS:sendmessage,",
        "sqs:*,",
        "sqs:SendMesage*,",
        "'*',",
        "iam:PassRole,",
        "sqs:SendPigeon,",
        "athena:GetQueryExecutions,",
        "s4:GetObject,",
        "nosuch:Thing,"
    })
    void an_action_that_is_one_letter_away_from_one_that_there_is_is_told(String action, @Nullable String meant)
            throws IOException {
        PolicyFile policy = read("p.json", """
                {"Statement": [
                  {"Effect": "Allow", "Action": ["s3:GetObject", "%s"], "Resource": "*"}]}""".formatted(action));

        String place = folder.resolve("p.json") + ":2:50: ";
        if (meant == null) {
            assertThat(policy.warnings()).isEmpty();
        } else {
            assertThat(policy.warnings())
                    .containsExactly(place + "there is no action " + action
                            + ", as far as this version knows; did you mean " + meant + "?");
        }
    }

    @Test
    void one_statement_and_what_it_does_not_mean_are_looked_at() throws IOException {
        PolicyFile policy = read("p.yaml", """
                Statement:
                  Effect: Deny
                  NotAction: sqs:SendMesage
                  Resource: '*'
                """);

        assertThat(policy.warnings()).singleElement().asString().contains("p.yaml:3:14: there is no action");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | :1:1: the file is no policy: a policy must be an object with \"Statement\"",
                "{\"Statement\": {\"Effect\": \"Allow\"}} | :1:1: the file is no policy: a statement of a policy needs Action",
                "{\"Statement\" | :1:13: "
            })
    void what_is_no_policy_is_refused(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("p.json", text))
                .withMessageStartingWith(folder.resolve("p.json") + message);
    }
}
