package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagramCommandTest {
    private static final Path FILES = Path.of("src/test/resources/run");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int diagram(Object... arguments) {
        String[] texts = Stream.concat(Stream.of("diagram"), Stream.of(arguments))
                .map(String::valueOf)
                .toArray(String[]::new);
        return Stepwright.execute(new PrintWriter(out), new PrintWriter(err), texts);
    }

    /** The drawing that docs/cli.md shows. */
    @Test
    void one_drawing_is_printed() throws Exception {
        assertThat(diagram(FILES.resolve("charge.asl.json"))).as(err.toString()).isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines(Files.readString(FILES.resolve("charge.mmd")));
    }

    @Test
    void with_a_folder_each_definition_has_a_file() throws Exception {
        Path definition = FILES.resolve("charge.asl.json");
        Path drawings = folder.resolve("drawings");

        assertThat(diagram(definition, "-o", drawings)).as(err.toString()).isZero();

        assertThat(drawings.resolve("charge.mmd")).hasSameTextualContentAs(FILES.resolve("charge.mmd"));
        assertThat(out.toString()).contains(definition + " -> " + drawings.resolve("charge.mmd"));
    }

    @Test
    void two_drawings_never_go_into_one_file() {
        Path definition = FILES.resolve("charge.asl.json");

        assertThat(diagram(definition, definition)).isEqualTo(2);
        assertThat(err.toString()).contains("2 drawings need a folder; name it with -o");
        assertThat(diagram(definition, definition, "-o", folder)).isEqualTo(1);
        assertThat(err.toString()).contains("its drawing would be " + folder.resolve("charge.mmd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"StartAt\": ", "[]", ""})
    void what_is_no_definition_is_told(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("a.asl.json"), text);

        assertThat(diagram(file)).isEqualTo(1);
        assertThat(err.toString()).startsWith("stepwright diagram: " + file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"States\": 5}",
                "{\"States\": {\"A\": 5}}",
                "{\"StartAt\": \"A\", \"States\": {\"A\": {}}}"
            })
    void a_definition_with_faults_is_drawn_as_far_as_it_goes(String text) throws Exception {
        assertThat(diagram(Files.writeString(folder.resolve("a.asl.json"), text)))
                .isZero();
        assertThat(out.toString()).startsWith("flowchart");
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        assertThat(diagram(folder.resolve("none.asl.json"))).isEqualTo(1);
        assertThat(err.toString()).contains("there is no file");
    }
}
