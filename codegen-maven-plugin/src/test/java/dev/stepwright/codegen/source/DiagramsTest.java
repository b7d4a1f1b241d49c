package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.diagram.DiagramFormat;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagramsTest {
    @TempDir
    Path directory;

    private void draw(DiagramFormat format) throws IOException {
        Sources sources = new Sources(directory.resolve("asl")).with("shop/order.asl.json", Sources.DEFINITION);
        OutputFolder folder = new OutputFolder(directory.resolve("out"), directory.resolve("list"));
        new Diagrams(SourceFolder.of(sources.directory()), folder, format)
                .run(new Findings(false, Suppressions.of(List.of())));
    }

    @Test
    void each_definition_is_drawn_in_a_file_of_its_name() throws IOException {
        draw(DiagramFormat.SVG);

        assertThat(directory.resolve("out/shop/order.svg"))
                .content()
                .startsWith("<svg")
                .contains("data-state=\"Done\"");
    }

    @Test
    void a_drawing_of_another_format_takes_its_place() throws IOException {
        draw(DiagramFormat.SVG);

        draw(DiagramFormat.MERMAID);

        assertThat(directory.resolve("out/shop/order.mmd"))
                .content()
                .startsWith("flowchart")
                .contains("Done");
        assertThat(directory.resolve("out/shop/order.svg")).doesNotExist();
    }
}
