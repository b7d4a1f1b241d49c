package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.codegen.generate.code.GeneratedFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTest {
    private static final String JSON = """
            {
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task",
                  "Resource": "${Charge}",
                  "End": true
                }
              }
            }
            """;
    private static final String YAML = """
            # What a card pays.
            StartAt: Charge
            States:
              Charge: {Type: Task, Resource: "${Charge}", End: true}
            """;
    private static final String SCHEMA = """
            {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}, "additionalProperties": false}
            """;

    @TempDir
    Path directory;

    private Sources sources(String name) {
        return new Sources(directory.resolve(name));
    }

    @Test
    void a_definition_in_yaml_makes_the_same_classes_as_one_in_json() {
        List<GeneratedFile> ofJson = sources("json")
                .with("shop/order.asl.json", JSON.strip())
                .with("shop/order.input.schema.json", SCHEMA)
                .with("shop/order.tasks/Charge.output.schema.json", SCHEMA)
                .files();
        List<GeneratedFile> ofYaml = sources("yaml")
                .with("shop/order.asl.yaml", YAML)
                .with("shop/order.input.schema.json", SCHEMA)
                .with("shop/order.tasks/Charge.output.schema.json", SCHEMA)
                .files();

        assertThat(ofYaml)
                .extracting(GeneratedFile::path)
                .isEqualTo(ofJson.stream().map(GeneratedFile::path).toList());
        assertThat(ofYaml)
                .extracting(file -> file.text().replace("order.asl.yaml", "order.asl.json"))
                .isEqualTo(ofJson.stream().map(GeneratedFile::text).toList());
        GeneratedFile definition = ofYaml.stream()
                .filter(file -> file.path().equals("asl/shop/order.asl.json"))
                .findFirst()
                .orElseThrow();
        assertThat(AslDocument.parse("order", definition.text()).definition())
                .isEqualTo(AslDocument.parse("order", JSON).definition());
    }

    @Test
    void findings_stand_at_the_lines_of_the_yaml() {
        assertThat(sources("faults")
                        .with("a.asl.yml", YAML.replace("StartAt: Charge", "StartAt: Chrage"))
                        .with("b.asl.yaml", "StartAt: [")
                        .findings())
                .hasSize(2)
                .anyMatch(finding -> finding.startsWith("a.asl.yml:[2,10] error ASL-TOP-003"))
                .anyMatch(finding -> finding.startsWith("b.asl.yaml:[1,11] error ASL-DOC-001 invalid YAML: "));
    }

    @Test
    void one_machine_in_two_forms_is_an_error() {
        assertThat(sources("twice")
                        .with("order.asl.json", JSON)
                        .with("order.asl.yaml", YAML)
                        .findings())
                .anyMatch(finding -> finding.contains("error ASL-GEN-002")
                        && finding.contains("the definition order.asl.yaml")
                        && finding.contains("the definition order.asl.json"));
    }
}
