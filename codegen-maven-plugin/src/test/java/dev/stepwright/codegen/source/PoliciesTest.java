package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.Severity;
import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.permission.Deployment;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {
    private static final String TASK = """
            {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "%s", "Parameters": %s, "End": true}}}""";

    @TempDir
    Path directory;

    private final Findings findings = new Findings(false, Suppressions.of(List.of()));

    private OutputFolder.Changes write() throws IOException {
        OutputFolder folder = new OutputFolder(directory.resolve("out"), directory.resolve("list"));
        PolicySetting setting = new PolicySetting(new Deployment("aws", "eu-west-1", "111122223333", "*"), Set.of());
        return new Policies(SourceFolder.of(directory.resolve("asl")), directory.resolve("classes"), folder, setting)
                .run(findings);
    }

    private void define(String file, String resource, String parameters) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, TASK.formatted(resource, parameters));
    }

    @Test
    void each_definition_has_a_policy_of_its_name_in_its_folder() throws IOException {
        define(
                "asl/shop/order.asl.json",
                "arn:aws:states:::dynamodb:getItem",
                "{\"TableName\": \"orders\", \"Key\": {}}");

        write();

        assertThat(directory.resolve("out/shop/order.policy.json"))
                .content()
                .contains("\"arn:aws:dynamodb:eu-west-1:111122223333:table/orders\"");
        assertThat(findings.all()).extracting(Finding::rule).doesNotContain("ASL-GEN-008");
    }

    @Test
    void exported_definitions_have_theirs_too() throws IOException {
        define(
                "classes/made.asl.json",
                "arn:aws:states:::dynamodb:getItem",
                "{\"TableName\": \"orders\", \"Key\": {}}");

        write();

        assertThat(directory.resolve("out/made.policy.json")).content().contains("dynamodb:GetItem");
    }

    @Test
    void an_exported_file_that_is_no_definition_stops_the_build() throws IOException {
        Files.createDirectories(directory.resolve("classes"));
        Files.writeString(directory.resolve("classes/made.asl.json"), "[1]");

        write();

        assertThat(findings.stopTheBuild()).isTrue();
        assertThat(findings.all()).extracting(Finding::file).containsOnly(directory.resolve("classes/made.asl.json"));
    }

    @Test
    void an_exported_definition_that_is_no_json_stops_the_build() throws IOException {
        define("classes/made.asl.json", "\"", "{}");

        write();

        assertThat(findings.stopTheBuild()).isTrue();
        assertThat(findings.all()).extracting(Finding::file).containsOnly(directory.resolve("classes/made.asl.json"));
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void the_machine_is_called_after_its_file() throws IOException {
        define(
                "asl/pay.asl.json",
                "arn:aws:states:::states:startExecution",
                "{\"StateMachineArn.$\": \"$$.StateMachine.Id\"}");

        write();

        assertThat(directory.resolve("out/pay.policy.json")).content().contains("stateMachine:pay\"");
    }

    @Test
    void what_is_computed_is_a_hint_and_what_is_not_known_a_warning() throws IOException {
        define(
                "asl/a.asl.json",
                "arn:aws:states:::sqs:sendMessage",
                "{\"QueueUrl.$\": \"$.q\", \"MessageBody\": \"m\"}");
        define("asl/b.asl.json", "arn:aws:states:::aws-sdk:s3:frobnicate", "{}");

        write();

        assertThat(findings.all())
                .filteredOn(finding -> finding.rule().equals("ASL-GEN-008"))
                .extracting(Finding::severity)
                .containsExactly(Severity.HINT, Severity.WARNING);
    }

    @Test
    void a_second_run_writes_nothing_and_a_policy_goes_with_its_definition() throws IOException {
        define("asl/a.asl.json", "arn:aws:states:::sns:publish", "{\"TopicArn\": \"${Topic}\", \"Message\": \"m\"}");
        write();

        assertThat(write().written()).isEmpty();
        Files.delete(directory.resolve("asl/a.asl.json"));
        write();

        assertThat(directory.resolve("out/a.policy.json")).doesNotExist();
    }
}
