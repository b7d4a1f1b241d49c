package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
    private static final String TEMPLATE = """
            Resources:
              Order:
                Type: AWS::Serverless::StateMachine
                Properties:
                  DefinitionUri: src/order.asl.json
                  DefinitionSubstitutions: {ShippingArn: !GetAtt Ship.Arn}
              Ship:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  StateMachineName: shipping
                  StateMachineType: EXPRESS
                  Definition:
                    StartAt: Pack
                    States: {Pack: {Type: Pass, Parameters: {total.$: $.total}, End: true}}
            """;
    private static final String ORDER = """
            {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution",
              "Parameters": {"StateMachineArn": "${ShippingArn}", "Input": {"total.$": "$.sum"}}, "End": true}}}
            """;

    @TempDir
    private Path project;

    private final Findings findings = new Findings(false, Suppressions.of(List.of()));

    @BeforeEach
    void write() throws IOException {
        file("src/order.asl.json", ORDER);
        file("template.yaml", TEMPLATE);
    }

    private Path file(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private SourceTree tree() throws IOException {
        SourceFolder folder = new SourceFolder(
                project.resolve("src"),
                new Templates(List.of(project.resolve("template.yaml")), project.resolve("target/classes/asl")),
                List.of(),
                Map.of(),
                Map.of());
        return SourceTree.read(folder, findings);
    }

    private List<String> found() {
        return findings.sorted().stream()
                .map(finding -> finding.text().replace(project + "/", "").replaceFirst("(ASL-[A-Z]+-\\d+).*", "$1"))
                .toList();
    }

    @Test
    void what_stands_beside_a_template_outside_is_told_unless_it_stands_in_the_source_directory_too()
            throws IOException {
        file("shipping.input.schema.json", "{}");
        file("shipping.asl.ignore.json", "{}");
        file("src/shipping.asl.ignore.json", "{}");

        tree();

        assertThat(found())
                .contains("shipping.input.schema.json:[1,1] warning ASL-GEN-001")
                .hasSize(1);
    }

    @Test
    void a_machine_whose_definition_is_exported_later_is_no_source() throws IOException {
        String exported =
                "  Java:\n    Type: AWS::Serverless::StateMachine\n    Properties: {DefinitionUri: target/classes/asl/java.asl.json}\n";
        file("template.yaml", TEMPLATE + exported);

        assertThat(tree().machines()).as("of a clean build").hasSize(2);
        file("target/classes/asl/java.asl.json", ORDER);

        assertThat(tree().machines()).as("of a later one").hasSize(2);
        assertThat(found()).isEmpty();
    }

    @Test
    void machines_of_templates_are_as_if_they_stood_in_the_source_directory() throws IOException {
        SourceTree tree = tree();

        assertThat(found()).isEmpty();
        assertThat(tree.machines()).extracting(Machine::stem).containsExactly("order", "shipping");
        assertThat(tree.machines().get(1).document().asl()).startsWith("{\n  \"StartAt\": \"Pack\"");
    }

    @Test
    void machines_in_the_templates_of_stacks_are_too() throws IOException {
        file("nested/orders.yaml", TEMPLATE.replace("DefinitionUri: src/", "DefinitionUri: ../src/"));
        file(
                "template.yaml",
                "Resources: {Orders: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: nested/orders.yaml}}}");

        SourceTree tree = tree();

        assertThat(found()).isEmpty();
        assertThat(tree.machines()).extracting(Machine::stem).containsExactly("order", "shipping");
    }

    @Test
    void schemas_of_such_a_machine_stand_in_the_source_directory() throws IOException {
        file(
                "src/shipping.input.schema.json",
                "{\"type\": \"object\", \"properties\": {\"total\": {\"type\": \"number\"}}}");
        file("src/shiping.output.schema.json", "{\"type\": \"object\"}");

        SourceTree tree = tree();

        assertThat(tree.machines().get(1).input()).isNotNull();
        assertThat(found()).containsExactly("src/shiping.output.schema.json:[1,1] error ASL-GEN-001");
    }

    @Test
    void findings_stand_in_the_template_and_know_the_types_and_what_is_started() throws IOException {
        file(
                "template.yaml",
                TEMPLATE.replace("Type: Pass, Parameters", "Type: Pass, Nxt: A, Parameters")
                        .replace("{ShippingArn:", "{Unused: 1, ShippingArn:"));

        tree();

        assertThat(found())
                .containsExactlyInAnyOrder(
                        "template.yaml:[6,33] warning ASL-CFN-005", "template.yaml:[14,37] error ASL-TOP-006");
    }

    @Test
    void a_start_with_what_the_other_machine_does_not_take_is_found() throws IOException {
        file("src/order.asl.json", ORDER.replace("total.$", "sum.$"));

        tree();

        assertThat(found()).containsExactly("src/order.asl.json:[2,64] error ASL-FLW-007");
    }

    @Test
    void what_is_no_template_and_names_that_are_taken_are_told() throws IOException {
        file("src/shipping.asl.json", ORDER);
        tree();
        file("template.yaml", "Resources: {Q: {Type: 'AWS::SQS::Queue'}}");
        tree();
        Files.delete(project.resolve("template.yaml"));
        tree();

        assertThat(found())
                .containsOnly("src/shipping.asl.json:[1,1] error ASL-GEN-010", "template.yaml:[1,1] error ASL-GEN-010");
        assertThat(findings.sorted())
                .extracting(finding -> finding.message().replace(project + "/", ""))
                .contains(
                        "the state machine shipping has the name of the definition in template.yaml; give one of them another name",
                        "the template does not exist");
    }

    @Test
    void two_machines_of_one_name_in_a_template_are_told() throws IOException {
        file("template.yaml", TEMPLATE + """
              Ship2:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  StateMachineName: shipping
                  Definition: {StartAt: A, States: {A: {Type: Succeed}}}
            """);

        tree();

        assertThat(found()).containsExactly("template.yaml:[19,19] error ASL-GEN-010");
    }

    @Test
    void several_machines_may_have_one_file_and_what_is_wrong_with_each_is_told() throws IOException {
        file("template.yaml", TEMPLATE + """
              Again:
                Type: AWS::Serverless::StateMachine
                Properties:
                  DefinitionUri: src/order.asl.json
                  DefinitionSubstitutions: {ShippingArn: x, Unused: y}
            """);

        SourceTree tree = tree();

        assertThat(tree.machines()).extracting(Machine::stem).containsExactly("order", "shipping");
        assertThat(found()).containsExactly("template.yaml:[19,49] warning ASL-CFN-005");
    }

    @Test
    void a_file_of_the_source_directory_that_a_template_fills_in_need_not_be_json_before() throws IOException {
        file("src/order.asl.json", ORDER.replace("\"End\"", "\"TimeoutSeconds\": ${Limit}, \"End\""));
        file("template.yaml", TEMPLATE.replace("{ShippingArn:", "{Limit: 5, ShippingArn:"));

        tree();

        assertThat(found()).isEmpty();
    }

    @Test
    void the_machines_of_a_template_are_imported_all_or_one() throws Exception {
        Import goal = new Import("com.acme", project.resolve("java"), true);

        assertThat(goal.run(List.of(project.resolve("template.yaml")), findings))
                .startsWith("2 definitions imported");
        assertThat(goal.run(List.of(project.resolve("template.yaml#Ship")), findings))
                .startsWith("1 definition imported");

        assertThat(project.resolve("java/com/acme/Order.java")).content().contains("@AslDefinition(\"Order\")");
        assertThat(project.resolve("java/com/acme/Shipping.java")).exists();
        assertThatThrownBy(() -> goal.run(List.of(project.resolve("template.yaml#Nope")), findings))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("there is no state machine \"Nope\"");
    }

    @Test
    void a_directory_that_is_missing_is_no_reason_where_templates_are_read() {
        Path missing = project.resolve("missing");
        Templates templates = new Templates(List.of(project.resolve("template.yaml")), null);

        SourceFolder read = new SourceFolder(missing, templates, List.of(), Map.of(), Map.of());

        assertThat(read.absence("it is for definitions")).isEmpty();
        assertThat(SourceFolder.of(project).absence("it is for definitions")).isEmpty();
        assertThat(SourceFolder.of(missing).absence("it is for definitions"))
                .isEqualTo(", since there is no " + missing + "; it is for definitions");
    }
}
