package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private static final String GOOD = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}";

    @TempDir
    private Path project;

    private final Findings findings = new Findings(false, Suppressions.of(List.of()));

    private Path file(String name, String text) throws IOException {
        return Files.writeString(project.resolve(name), text);
    }

    private String run(boolean overwrite, Path... files) throws Exception {
        return new Import("com.acme", project.resolve("java"), overwrite).run(List.of(files), findings);
    }

    @Test
    void a_definition_becomes_a_class_among_the_sources() throws Exception {
        assertThat(run(false, file("order-flow.asl.json", GOOD))).startsWith("1 definition imported to ");

        assertThat(project.resolve("java/com/acme/OrderFlow.java"))
                .content()
                .contains("@AslDefinition(\"order-flow\")")
                .contains(".then(pass(\"A\"))");
    }

    @Test
    void a_class_that_was_changed_by_hand_is_never_overwritten_unasked() throws Exception {
        Path definition = file("order.asl.json", GOOD);
        run(false, definition);

        assertThatThrownBy(() -> run(false, definition))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("Order.java exists already")
                .hasMessageContaining("asl.overwrite");
        assertThat(run(true, definition)).startsWith("1 definition imported");
    }

    @Test
    void nothing_is_written_if_one_definition_has_an_error() throws Exception {
        run(
                false,
                file("good.asl.json", GOOD),
                file("bad.asl.json", GOOD.replace("\"End\":true", "\"Next\":\"B\"")),
                file("no.json", "{"));

        assertThat(findings.stopTheBuild()).isTrue();
        assertThat(project.resolve("java")).doesNotExist();
    }

    @Test
    void two_files_never_make_one_class() throws Exception {
        Path one = file("order.asl.json", GOOD);
        Path other = file("order.json", GOOD);

        assertThatThrownBy(() -> run(false, one, other))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("both become");
    }
}
