package dev.stepwright.runtime.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans the case files, each a definition and all its problems; a new case needs no Java. */
class PlannerTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("definitions")
    void a_definition_has_the_problems_beside_it(Path definition) throws IOException {
        Planner.Result result = Planner.plan(AslDocument.read(definition).definition());

        String expected = Files.readString(Path.of(definition.toString().replace(".asl.json", ".expected")));
        assertThat(result.problems().stream().map(Problem::toString).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(expected);
        assertThat(result.plan()).isNull();
    }

    static List<Path> definitions() throws IOException, URISyntaxException {
        Path folder = Path.of(PlannerTest.class.getResource("/cases/planning").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".asl.json"))
                    .sorted()
                    .toList();
        }
    }
}
