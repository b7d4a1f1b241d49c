package dev.stepwright.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Definitions of real projects. */
class CorpusTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("stepwright.shared", "../../../shared")).resolve("corpus/real");

    private static long states(StateMachineDefinition definition) {
        return definition.scopes().stream()
                .mapToLong(scope -> scope.states().size())
                .sum();
    }

    @Test
    void every_real_definition_is_drawn_with_all_its_states() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "there is no " + FOLDER);
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.filter(file -> file.getFileName().toString().startsWith("real-"))
                    .sorted()
                    .toList();
        }

        assertThat(files).hasSizeGreaterThan(100).allSatisfy(file -> {
            StateMachineDefinition definition = AslDocument.read(file).definition();
            Svg svg = Svg.parse(Diagram.of(definition).toSvg());
            assertThat(svg.all("g").stream()
                            .filter(group -> !group.getAttribute("data-state").isEmpty()))
                    .hasSize((int) states(definition));
            assertThat(svg.all("g").stream().map(group -> group.getAttribute("class")))
                    .doesNotContain("state missing");
        });
    }
}
