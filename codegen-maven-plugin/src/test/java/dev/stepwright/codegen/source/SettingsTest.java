package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private Path directory;
    private Sources sources;

    @BeforeEach
    void start(@TempDir Path temporary) {
        directory = temporary;
        sources = new Sources(directory.resolve("src")).with("order.asl.json", Sources.DEFINITION);
    }

    @Test
    void values_that_may_be_absent_are_nullable_if_that_is_wanted() {
        String text = sources.with("asl-codegen.json", "{\"nullness\": \"jspecify\"}")
                .with(
                        "order.input.schema.json",
                        "{\"type\": \"object\", \"properties\": {\"note\": {\"type\": \"string\"}}}")
                .text("com/acme/OrderInput.java");

        assertThat(text)
                .contains("@NullMarked", "record OrderInput(@Nullable String note)")
                .doesNotContain("Optional");
    }

    @Test
    void states_whose_names_would_be_one_in_java_are_told_apart() {
        sources.with("order.asl.json", """
                {"StartAt": "Send message?", "States": {
                  "Send message?": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f",
                    "Parameters": {"id": 1}, "ResultSelector": {"is.$": "$.wanted"}, "Next": "Send message"},
                  "Send message": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:g",
                    "Parameters": {"text": "a"}, "End": true}}}
                """);
        assertThat(sources.compiled()).isNotNull();
        assertThat(sources.text("com/acme/OrderTasks.java"))
                .contains(
                        "sendMessageQuestionMark(SendMessageQuestionMarkInput input",
                        "sendMessage(SendMessageInput input",
                        ".state(\"Send message?\", SendMessageQuestionMarkInput.class, this::sendMessageQuestionMark)");

        sources.with("asl-codegen.json", "{\"names\": {\"Send message?\": \"isMessageWanted\"}}");

        assertThat(sources.compiled()).isNotNull();
        assertThat(sources.text("com/acme/OrderTasks.java"))
                .contains(
                        "IsMessageWantedOutput isMessageWanted(IsMessageWantedInput input",
                        "sendMessage(SendMessageInput input",
                        ".state(\"Send message?\", IsMessageWantedInput.class, this::isMessageWanted)");
        assertThat(sources.text("com/acme/OrderWorkflow.java"))
                .contains("IS_MESSAGE_WANTED(\"Send message?\", \"Send message?\")");
    }

    @Test
    void of_tasks_that_only_case_tells_apart_each_is_one_error_that_says_how_to_name_it() {
        sources.with("order.asl.json", """
                {"StartAt": "Send mail", "States": {
                  "Send mail": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f",
                    "Parameters": {"id.$": "$.id"}, "ResultSelector": {"is.$": "$.wanted"}, "Next": "SendMail"},
                  "SendMail": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:g",
                    "Parameters": {"id.$": "$.is"}, "ResultSelector": {"is.$": "$.wanted"}, "End": true}}}
                """);

        assertThat(sources.findings())
                .singleElement()
                .asString()
                .contains("ASL-GEN-002 the state \"SendMail\"", "in asl-codegen.json with \"names\"");
    }

    @Test
    void states_of_one_type_that_differ_in_signs_have_constants_with_these() {
        sources.with("order.asl.json", """
                {"StartAt": "Ready", "States": {
                  "Ready": {"Type": "Pass", "Next": "Ready?"}, "Ready?": {"Type": "Pass", "Next": "Ready!"},
                  "Ready!": {"Type": "Pass", "End": true}}}
                """);

        assertThat(sources.compiled()).isNotNull();
        assertThat(sources.text("com/acme/OrderWorkflow.java"))
                .contains("READY(\"Ready\"", "READY_QUESTION_MARK(\"Ready?\"", "READY_EXCLAMATION_MARK(\"Ready!\"");
    }

    @Test
    void states_that_differ_in_signs_are_told_apart_by_their_types() {
        sources.with("order.asl.json", """
                {"StartAt": "Send?", "States": {
                  "Send?": {"Type": "Choice", "Choices": [{"Variable": "$.wanted", "BooleanEquals": true, "Next": "Send"}],
                    "Default": "Send!"},
                  "Send": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:send",
                    "Parameters": {"text.$": "$.text"}, "End": true},
                  "Send!": {"Type": "Pass", "End": true}}}
                """);

        assertThat(sources.compiled()).isNotNull();
        assertThat(sources.text("com/acme/OrderWorkflow.java"))
                .contains("SEND_CHOICE(\"Send?\"", "SEND(\"Send\"", "SEND_PASS(\"Send!\"");
    }

    @Test
    void tasks_that_call_services_have_no_methods_if_that_is_wanted() {
        sources.with("order.asl.json", """
                {"StartAt": "Charge", "States": {
                  "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "Parameters": {"FunctionName": "f", "Payload": {"id": 1}}, "OutputPath": "$.Payload", "Next": "Keep"},
                  "Keep": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:putObject",
                    "Parameters": {"Bucket": "b", "Key": "k", "Body.$": "$"}, "Next": "Tell"},
                  "Tell": {"Type": "Task", "Resource": "${TellArn}", "End": true}}}
                """);
        assertThat(sources.text("com/acme/OrderTasks.java")).contains(" keep(KeepInput input");

        sources.with("asl-codegen.json", "{\"methods\": \"functions\"}");

        assertThat(sources.compiled()).isNotNull();
        assertThat(sources.text("com/acme/OrderTasks.java"))
                .contains(
                        " charge(ChargeInput input",
                        " tell(AwsSdkS3PutObjectOutput input",
                        "record AwsSdkS3PutObjectOutput(")
                .doesNotContain("keep", "KeepInput", "\"Keep\"");
        assertThat(sources.text("com/acme/FakeOrderTasks.java")).doesNotContain("Keep");
        assertThat(sources.text("com/acme/OrderWorkflow.java")).contains("KEEP(\"Keep\", \"Keep\")");
    }

    @Test
    void a_name_that_java_does_not_take_is_an_error() {
        sources.with(
                "asl-codegen.json", "{\"names\": {\"a\": \"not so\", \"b\": \"class\", \"c\": \"d.e\", \"f\": 1}}");

        assertThat(sources.findings())
                .hasSize(4)
                .allMatch(finding -> finding.contains("error ASL-GEN-005") && finding.contains("is not a Java name"));
        assertThat(sources.with("asl-codegen.json", "{\"names\": []}").findings())
                .containsExactly(
                        "asl-codegen.json:[1,11] error ASL-GEN-005 names must be an object with a Java name for each name of a state");
    }

    @Test
    void what_is_no_setting_is_an_error_at_its_place() {
        assertThat(sources.with("asl-codegen.json", """
                        {"nullness": "maybe",
                         "nulness": "jspecify",
                         "methods": "none"}
                        """).findings())
                .hasSize(3)
                .anyMatch(
                        finding -> finding.equals(
                                "asl-codegen.json:[3,13] error ASL-GEN-005 methods must be \"all\" or \"functions\", found \"none\""))
                .anyMatch(
                        finding -> finding.equals(
                                "asl-codegen.json:[1,14] error ASL-GEN-005 nullness must be \"optional\" or \"jspecify\", found \"maybe\""))
                .anyMatch(
                        finding -> finding.equals(
                                "asl-codegen.json:[2,2] error ASL-GEN-005 \"nulness\" is not a setting; the settings are [methods, names, nullness]"));
    }
}
