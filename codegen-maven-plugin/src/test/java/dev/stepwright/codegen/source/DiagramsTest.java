package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.validation.Suppressions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagramsTest {
    @TempDir
    Path directory;

    @Test
    void each_definition_is_drawn_in_a_file_of_its_name() throws IOException {
        Sources sources = new Sources(directory.resolve("asl")).with("shop/order.asl.json", Sources.DEFINITION);
        OutputFolder folder = new OutputFolder(directory.resolve("out"), directory.resolve("list"));

        new Diagrams(SourceFolder.of(sources.directory()), folder).run(new Findings(false, Suppressions.of(List.of())));

        assertThat(directory.resolve("out/shop/order.mmd"))
                .content()
                .startsWith("flowchart")
                .contains("Done");
    }
}
