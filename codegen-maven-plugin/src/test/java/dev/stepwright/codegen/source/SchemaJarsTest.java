package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas in the jars of dependencies. */
class SchemaJarsTest {
    @TempDir
    Path directory;

    private Sources sources;

    @BeforeEach
    void start() {
        sources = new Sources(directory.resolve("src"), List.of(directory.resolve("shared.jar")))
                .with("order.asl.json", Sources.DEFINITION);
    }

    private void jar(String... namesAndTexts) throws IOException {
        try (OutputStream file = Files.newOutputStream(directory.resolve("shared.jar"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void schemas_in_jars_are_referred_to_by_path_and_by_id() throws Exception {
        jar(
                "acme/item.schema.json",
                "{\"type\": \"object\", \"required\": [\"code\"], \"properties\": {\"code\": {\"$ref\": \"types/code.schema.json\"}}}",
                "acme/types/code.schema.json",
                "{\"$id\": \"https://acme.example/code\", \"enum\": [\"a\", \"b\"]}",
                "acme/unused.schema.json",
                "{\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"string\"}}}");

        Class<?> order = sources.with("order.input.schema.json", """
                        {"type": "object", "required": ["a", "b", "c", "d"], "properties": {
                          "a": {"$ref": "classpath:/acme/item.schema.json"},
                          "b": {"$ref": "classpath:acme/item.schema.json"},
                          "c": {"$ref": "https://acme.example/code"},
                          "d": {"$ref": "jar:file:/any/where/shared.jar!/acme/item.schema.json#/properties/code"}
                        }}
                        """).compiled().type("com.acme.OrderInput");

        assertThat(order.getMethod("a").getReturnType()).hasToString("class com.acme.acme.Item");
        assertThat(order.getMethod("b").getReturnType())
                .isEqualTo(order.getMethod("a").getReturnType());
        assertThat(order.getMethod("c").getReturnType()).hasToString("class com.acme.acme.types.Code");
        assertThat(order.getMethod("d").getReturnType())
                .isEqualTo(order.getMethod("c").getReturnType());
        assertThat(sources.files()).noneMatch(file -> file.path().contains("Unused"));
    }

    @Test
    void what_a_schema_in_a_jar_says_counts_in_the_flow_of_data() throws Exception {
        jar("acme/item.schema.json", """
                {"$id": "https://acme.example/item", "type": "object", "required": ["code"],
                 "properties": {"code": {"$ref": "#code"}, "count": {"type": "integer"}},
                 "$defs": {"Code": {"$anchor": "code", "type": "string"}}}
                """);
        sources.with("order.input.schema.json", """
                        {"type": "object", "required": ["a", "b"], "properties": {
                          "a": {"$ref": "classpath:/acme/item.schema.json"}, "b": {"$ref": "https://acme.example/item"}}}
                        """).with("order.asl.json", """
                        {"StartAt": "Pack", "States": {"Pack": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:pack",
                          "Parameters": {"code.$": "$.a.code", "count.$": "$.b.count"}, "End": true}}}
                        """);

        assertThat(sources.text("com/acme/OrderTasks.java"))
                .contains("record PackInput(", "String code,", "long count)");

        sources.with("order.asl.json", """
                {"StartAt": "Pack", "States": {"Pack": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:pack",
                  "Parameters": {"code.$": "$.a.cod"}, "End": true}}}
                """);

        assertThat(sources.findings())
                .singleElement()
                .asString()
                .contains("order.asl.json:[2,", "error ASL-FLW-001", "$.a.cod");
    }

    @Test
    void a_misspelt_reference_is_told_what_it_probably_means() throws Exception {
        jar(
                "acme/item.schema.json",
                "{\"type\": \"string\"}",
                "acme/order.schema.json",
                "{\"type\": \"object\", \"properties\": {\"item\": {\"$ref\": \"itme.schema.json\"}}}");

        List<String> findings = sources.with("types/code.schema.json", "{\"$defs\": {\"A/B\": {\"type\": \"string\"}}}")
                .with("order.input.schema.json", """
                        {"type": "object", "properties": {
                          "a": {"$ref": "classpath:/acme/itme.schema.json"},
                          "b": {"$ref": "types/cod.schema.json#/$defs/A~1B"},
                          "c": {"$ref": "types/code.schema.json#/$defs/A~1C"},
                          "d": {"$ref": "classpath:/other/thing.schema.json"},
                          "e": {"$ref": "classpath:/acme/order.schema.json"}
                        }}
                        """)
                .findings();

        assertThat(findings.stream().map(finding -> finding.replaceAll("(?s)^.*; did you mean", "did you mean")))
                .satisfiesExactlyInAnyOrder(
                        finding -> assertThat(finding).isEqualTo("did you mean \"classpath:/acme/item.schema.json\"?"),
                        finding -> assertThat(finding).isEqualTo("did you mean \"classpath:/acme/item.schema.json\"?"),
                        finding -> assertThat(finding).isEqualTo("did you mean \"types/code.schema.json\"?"),
                        finding -> assertThat(finding).isEqualTo("did you mean \"#/$defs/A~1B\"?"),
                        finding -> assertThat(finding).contains("is not a schema file"));
    }

    @Test
    void what_is_wrong_in_a_jar_is_told_with_its_place_there() throws Exception {
        jar("acme/item.schema.json", "{\n  \"type\": \"strng\"}", "acme/broken.schema.json", "{");

        assertThat(sources.findings())
                .hasSize(2)
                .anyMatch(finding -> finding.contains("shared.jar!/acme/item.schema.json:[2,11] error ASL-SCH-002"))
                .anyMatch(finding -> finding.contains("shared.jar!/acme/broken.schema.json:[1,2] error ASL-SCH-001"));
    }
}
