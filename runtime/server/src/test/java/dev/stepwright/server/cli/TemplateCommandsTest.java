package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateCommandsTest {
    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Order:
                Type: AWS::Serverless::StateMachine
                Properties:
                  DefinitionSubstitutions: {Next: !GetAtt Ship.Arn, Tabel: x}
                  Definition:
                    StartAt: Charge
                    States:
                      Charge:
                        Type: Task
                        Resource: arn:aws:states:::states:startExecution
                        Parameters: {StateMachineArn: '${Next}', Input: {id.$: $.id}}
                        End: true
              Ship:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  StateMachineName: shipping
                  StateMachineType: EXPRESS
                  DefinitionString: !Sub |
                    {
                      "StartAt": "Pack",
                      "States": {
                        "Pack": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                          "Parameters": {"QueueUrl": "${Queue}", "MessageBody": {"total.$": "$.total", "token.$": "$$.Task.Token"}}, "End": true}
                      }
                    }
              Stored:
                Type: AWS::Serverless::StateMachine
                Properties: {DefinitionUri: flows/stored.asl.json, DefinitionSubstitutions: {Unused: x}}
              Queue: {Type: AWS::SQS::Queue}
            """;

    private static final String STORED =
            "{\"StartAt\": \"A\",\n \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}}}";

    @TempDir
    private Path folder;

    private Path template = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("flows"));
        Files.writeString(folder.resolve("flows/stored.asl.json"), STORED);
        template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    }

    private int stepwright(Object... arguments) {
        return Stepwright.execute(
                new PrintWriter(out),
                new PrintWriter(err),
                Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private Stream<String> findings() {
        return out.toString()
                .lines()
                .filter(line -> line.contains("[ASL-"))
                .map(line -> line.replaceFirst("\\].*", "]"));
    }

    @Test
    void the_machines_of_a_template_are_one_project_each_of_its_type() {
        assertThat(stepwright("validate", template)).isEqualTo(1);

        Path stored = folder.resolve("flows/stored.asl.json");
        assertThat(findings())
                .containsExactly(
                        template + ":6:57: warning [ASL-CFN-005]",
                        template + ":24:50: error [ASL-TSK-003]",
                        template + ":24:50: hint [ASL-TSK-009]",
                        template + ":30:82: warning [ASL-CFN-005]",
                        stored + ":2:12: error [ASL-STA-008]",
                        stored + ":2:43: error [ASL-STA-007]");
        assertThat(out.toString())
                .endsWith("3 errors (AWS refuses all), 2 warnings, 1 hint in 2 files" + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_machine_that_another_one_starts_is_found_by_its_reference() throws IOException {
        Files.writeString(template, TEMPLATE.replace(".waitForTaskToken", ""));

        stepwright("validate", template, "--ignore", "ASL-CFN-005");

        assertThat(findings()).contains(template + ":13:61: error [ASL-FLW-007]");
        assertThat(out.toString()).contains("$.total", "\"shipping\"", "2 findings suppressed");
    }

    @Test
    void one_machine_is_named_behind_the_template() {
        assertThat(stepwright("validate", template + "#Order")).isEqualTo(0);

        assertThat(findings()).containsExactly(template + ":6:57: warning [ASL-CFN-005]");
    }

    @Test
    void a_folder_has_its_templates_and_a_file_that_one_of_them_names_only_once() throws IOException {
        Files.createDirectories(folder.resolve("node_modules/x"));
        Files.writeString(folder.resolve("node_modules/x/template.yaml"), TEMPLATE);
        Files.writeString(folder.resolve("tree.json"), "{\"type\": \"AWS::StepFunctions::StateMachine\"}");

        assertThat(stepwright("validate", folder)).isEqualTo(1);

        assertThat(findings()).hasSize(6).noneMatch(line -> line.contains("node_modules"));
    }

    @Test
    void schemas_and_what_is_ignored_stand_beside_the_template_by_the_machines_name() throws IOException {
        Files.writeString(
                folder.resolve("shipping.asl.ignore.json"), "{\"ASL-TSK-003\": [\"Pack\"], \"ASL-CFN-005\": \"*\"}");
        Files.writeString(
                folder.resolve("shipping.input.schema.json"),
                "{\"type\": \"object\", \"properties\": {}, \"additionalProperties\": false}");

        assertThat(stepwright("validate", template + "#Ship")).isEqualTo(1);

        assertThat(findings())
                .containsExactly(
                        template + ":24:50: hint [ASL-TSK-009]",
                        template + ":25:81: error [ASL-FLW-001]",
                        folder.resolve("shipping.asl.ignore.json") + ":1:42: warning [ASL-IGN-004]");
    }

    @Test
    void a_template_is_imported_class_by_class() {
        assertThat(stepwright("import", template, "--package", "com.acme", "-o", folder.resolve("java")))
                .isZero();

        assertThat(folder.resolve("java/com/acme/Order.java")).content().contains("@AslDefinition(\"Order\")");
        assertThat(folder.resolve("java/com/acme/Shipping.java"))
                .content()
                .contains("@AslDefinition(\"shipping\")", "${Queue}");
        assertThat(out.toString()).contains(template + "#Ship -> ", "3 definitions imported");
    }

    @Test
    void machines_are_drawn_and_their_policies_written_by_name() {
        assertThat(stepwright("diagram", template, "-o", folder.resolve("pictures")))
                .isZero();
        assertThat(stepwright("permissions", template, "-o", folder.resolve("policies")))
                .isZero();

        assertThat(folder.resolve("pictures/shipping.svg")).content().contains("Pack");
        assertThat(folder.resolve("policies/Order.policy.json")).content().contains("${Next}");
    }

    @Test
    void one_machine_of_a_template_runs_and_several_have_to_be_told_apart() {
        assertThat(stepwright("run", template)).isEqualTo(1);
        assertThat(stepwright("run", template + "#Order", "--stub", "Charge={\"ok\": 1}", "--input", "{\"id\": 1}"))
                .isZero();

        assertThat(err.toString())
                .contains(template + " has several state machines; choose one of them: " + template + "#Order, "
                        + template + "#Ship");
        assertThat(out.toString()).contains("SUCCEEDED");
    }

    @Test
    void findings_for_programs_say_which_machine_they_are_about() {
        stepwright("validate", template, "--format", "json");
        stepwright("validate", template, "--format", "sarif");

        assertThat(out.toString())
                .contains(
                        "\"machine\":\"Order\"",
                        "\"pointer\":\"/States/Pack/Resource\",\"machine\":\"Ship\"",
                        "\"fullyQualifiedName\": \"Ship/States/Pack/Resource\"",
                        "\"fullyQualifiedName\": \"/States/A/Next\"");
    }

    @Test
    void a_file_beside_a_template_that_has_only_the_name_of_a_machine_in_it_is_another_definition() throws IOException {
        Path other = Files.writeString(folder.resolve("Order.asl.json"), STORED);

        stepwright("validate", folder);

        assertThat(findings()).contains(other + ":2:43: error [ASL-STA-007]");
    }

    @Test
    void a_file_with_placeholders_without_quotes_is_read_with_its_template_and_without() throws IOException {
        Path stored = Files.writeString(
                folder.resolve("flows/stored.asl.json"),
                STORED.replace("\"Type\"", "\"Comment\": ${Unused}, \"Type\""));

        for (Path given : List.of(folder, stored)) {
            out.getBuffer().setLength(0);
            stepwright("validate", given);
            assertThat(findings())
                    .contains(stored + ":2:65: error [ASL-STA-007]")
                    .noneMatch(line -> line.contains("ASL-DOC"));
        }
    }

    @Test
    void a_machine_that_cannot_be_read_is_not_passed_over_in_silence() throws IOException {
        Files.writeString(template, TEMPLATE.replace("\"StartAt\": \"Pack\",", "\"StartAt\": \"Pack\""));

        assertThat(stepwright("run", template + "#Ship")).isEqualTo(1);

        assertThat(err.toString()).contains("the state machines are Order, Stored; not read: " + template + ":23:");
    }

    @Test
    void definitions_that_cannot_be_read_do_not_hide_the_others() throws IOException {
        Files.delete(folder.resolve("flows/stored.asl.json"));

        assertThat(stepwright("diagram", template, "-o", folder.resolve("pictures")))
                .isEqualTo(1);
        assertThat(stepwright("validate", template, "--ignore", "ASL-CFN-002")).isEqualTo(1);

        assertThat(err.toString())
                .contains("stepwright diagram: " + template + ":30:33: the definition of Stored is missing");
        assertThat(folder.resolve("pictures/Order.svg")).exists();
        assertThat(findings()).contains(template + ":30:33: error [ASL-CFN-001]");
    }

    private static final String TERRAFORM = """
            resource "aws_sfn_state_machine" "order" {
              definition = jsonencode({
                StartAt = "Ship"
                States = {
                  Ship = {
                    Type = "Task", Resource = "arn:aws:states:::states:startExecution"
                    Parameters = { StateMachineArn = %s, "Input.$" = "$" }, %s
                  }
                }
              })
            }
            resource "aws_sfn_state_machine" "ship" {
              name       = "shipping"
              definition = "{\\"StartAt\\": \\"A\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"Succeed\\"}}}"
            }
            """;

    private static final String SERVERLESS = """
            service: shop
            stepFunctions:
              stateMachines:
                order:
                  definition:
                    StartAt: Ship
                    States:
                      Ship:
                        Type: Task
                        Resource: arn:aws:states:::states:startExecution
                        Parameters: {StateMachineArn: %s, Input.$: $}
                        %s
                ship:
                  name: shipping
                  definition: {StartAt: A, States: {A: {Type: Succeed}}}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "main.tf, aws_sfn_state_machine.order, aws_sfn_state_machine.ship.arn, End = true",
        "serverless.yml, order, !GetAtt Shipping.Arn, End: true"
    })
    void every_command_takes_services_of_serverless_and_source_of_terraform(
            String name, String id, String machine, String end) throws IOException {
        String text = name.endsWith("tf") ? TERRAFORM : SERVERLESS;
        Path file = Files.writeString(folder.resolve(name), text.formatted(machine, end));
        String order = file + "#" + id;
        Files.delete(template);
        Files.delete(folder.resolve("flows/stored.asl.json"));

        assertThat(stepwright("validate", folder)).isZero();
        assertThat(stepwright("run", order, "--virtual-time")).isZero();
        assertThat(stepwright("diagram", folder, "-o", folder.resolve("pictures")))
                .isZero();
        assertThat(stepwright("permissions", order)).isZero();
        assertThat(stepwright("import", file, "--package", "com.acme", "-o", folder.resolve("java")))
                .isZero();
        assertThat(stepwright("diff", order, order)).isZero();

        assertThat(out.toString()).contains("no findings in 1 file", "shipping/A", "states:StartExecution");
        assertThat(folder.resolve("pictures/order.svg")).exists();
        assertThat(folder.resolve("java/com/acme/Shipping.java")).exists();
        Files.writeString(file, text.formatted(machine, end.replaceAll("End(.*)true", "Next$1\"Gone\"")));
        assertThat(stepwright("validate", folder)).isEqualTo(1);
        assertThat(findings()).anyMatch(line -> line.startsWith(file + ":") && line.endsWith("error [ASL-STA-007]"));
    }

    @Test
    void what_is_no_template_of_machines_is_refused_in_one_line() throws IOException {
        Path none = Files.writeString(folder.resolve("none.yaml"), "Resources: {Q: {Type: 'AWS::SQS::Queue'}}");

        assertThat(stepwright("validate", none)).isEqualTo(1);
        assertThat(stepwright("validate", template + "#Nope")).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        "stepwright validate: " + none
                                + ": this template has no state machine: none of its 1 resources is AWS::Serverless::StateMachine or"
                                + " AWS::StepFunctions::StateMachine",
                        "stepwright validate: " + template
                                + "#Nope: there is no state machine \"Nope\" that can be read; the state machines are Order, Ship, Stored");
    }
}
