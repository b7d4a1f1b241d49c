package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    private void jar(String name, String... namesAndTexts) throws IOException {
        try (OutputStream file = Files.newOutputStream(directory.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
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
    void schemas_in_jars_are_referred_to_by_path_and_by_id() throws Exception {
        jar(
                "shared.jar",
                "acme/item.schema.json",
                "{\"type\": \"object\", \"required\": [\"code\"], \"properties\": {\"code\": {\"$ref\": \"types/code.schema.json\"}}}",
                "acme/types/code.schema.json",
                "{\"$id\": \"https://acme.example/code\", \"enum\": [\"a\", \"b\"]}",
                "acme/unused.schema.json",
                "{\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"string\"}}}");

        Class<?> order = sources.with("asl-codegen.json", "{\"schemaJars\": [\"../shared.jar\"]}")
                .with("order.input.schema.json", """
                        {"type": "object", "required": ["a", "b", "c", "d"], "properties": {
                          "a": {"$ref": "classpath:/acme/item.schema.json"},
                          "b": {"$ref": "classpath:acme/item.schema.json"},
                          "c": {"$ref": "https://acme.example/code"},
                          "d": {"$ref": "jar:file:/any/where/shared.jar!/acme/item.schema.json#/properties/code"}
                        }}
                        """)
                .compiled()
                .type("com.acme.OrderInput");

        assertThat(order.getMethod("a").getReturnType()).hasToString("class com.acme.acme.Item");
        assertThat(order.getMethod("b").getReturnType())
                .isEqualTo(order.getMethod("a").getReturnType());
        assertThat(order.getMethod("c").getReturnType()).hasToString("class com.acme.acme.types.Code");
        assertThat(order.getMethod("d").getReturnType())
                .isEqualTo(order.getMethod("c").getReturnType());
        assertThat(sources.files()).noneMatch(file -> file.path().contains("Unused"));
    }

    @Test
    void what_is_wrong_in_a_jar_is_told_with_its_place_there() throws Exception {
        jar("shared.jar", "acme/item.schema.json", "{\n  \"type\": \"strng\"}", "acme/broken.schema.json", "{");

        assertThat(sources.with("asl-codegen.json", "{\"schemaJars\": [\"../shared.jar\"]}")
                        .findings())
                .hasSize(2)
                .anyMatch(finding -> finding.contains("shared.jar!/acme/item.schema.json:[2,11] error ASL-SCH-002"))
                .anyMatch(finding -> finding.contains("shared.jar!/acme/broken.schema.json:[1,2] error ASL-SCH-001"));
    }

    @Test
    void what_is_no_setting_is_an_error_at_its_place() {
        assertThat(sources.with("asl-codegen.json", """
                        {"nullness": "maybe",
                         "nulness": "jspecify",
                         "schemaJars": ["../none.jar"]}
                        """).findings())
                .hasSize(3)
                .anyMatch(
                        finding -> finding.equals(
                                "asl-codegen.json:[1,14] error ASL-GEN-005 nullness is \"optional\" or \"jspecify\", but was \"maybe\""))
                .anyMatch(
                        finding -> finding.equals(
                                "asl-codegen.json:[2,2] error ASL-GEN-005 \"nulness\" is no setting; there are [nullness, schemaJars]"))
                .anyMatch(finding -> finding.startsWith("asl-codegen.json:[3,17] error ASL-GEN-005 there is no file "));
    }
}
