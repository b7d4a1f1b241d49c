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
    void what_is_no_setting_is_an_error_at_its_place() {
        assertThat(sources.with("asl-codegen.json", """
                        {"nullness": "maybe",
                         "nulness": "jspecify"}
                        """).findings())
                .hasSize(2)
                .anyMatch(
                        finding -> finding.equals(
                                "asl-codegen.json:[1,14] error ASL-GEN-005 nullness is \"optional\" or \"jspecify\", but was \"maybe\""))
                .anyMatch(finding -> finding.equals(
                        "asl-codegen.json:[2,2] error ASL-GEN-005 \"nulness\" is no setting; there are [nullness]"));
    }
}
