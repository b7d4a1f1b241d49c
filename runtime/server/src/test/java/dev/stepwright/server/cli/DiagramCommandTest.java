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
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(diagram(FILES.resolve("charge.asl.json"), "--format", "mermaid"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines(Files.readString(FILES.resolve("charge.mmd")));
    }

    @Test
    void with_a_folder_each_definition_has_a_file() throws Exception {
        Path definition = FILES.resolve("charge.asl.json");
        Path drawings = folder.resolve("drawings");

        assertThat(diagram(definition, "-o", drawings, "--format", "mermaid"))
                .as(err.toString())
                .isZero();

        assertThat(drawings.resolve("charge.mmd")).hasSameTextualContentAs(FILES.resolve("charge.mmd"));
        assertThat(out.toString()).contains(definition + " -> " + drawings.resolve("charge.mmd"));
    }

    @Test
    void of_a_folder_all_definitions_are_drawn() throws Exception {
        Path drawings = folder.resolve("drawings");

        assertThat(diagram(FILES, "-o", drawings)).as(err.toString()).isZero();

        assertThat(drawings.resolve("charge.svg")).content().startsWith("<svg");
    }

    @Test
    void two_drawings_never_go_into_one_file() {
        Path definition = FILES.resolve("charge.asl.json");

        assertThat(diagram(definition, definition)).isEqualTo(2);
        assertThat(err.toString()).contains("2 drawings need a folder; give one with -o");
        assertThat(diagram(definition, definition, "-o", folder)).isEqualTo(1);
        assertThat(err.toString()).contains("its drawing would overwrite " + folder.resolve("charge.svg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"StartAt\": ", "[]", ""})
    void what_is_no_definition_is_told(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("a.asl.json"), text);

        assertThat(diagram(file)).isEqualTo(1);
        assertThat(err.toString()).startsWith("stepwright diagram: " + file).containsOnlyOnce(file.toString());
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
        assertThat(out.toString()).startsWith("<svg");
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        assertThat(diagram(folder.resolve("none.asl.json"))).isEqualTo(1);
        assertThat(err.toString()).contains("there is no file");
    }

    @Test
    void a_drawing_is_a_picture_if_nothing_else_is_said() throws Exception {
        assertThat(diagram(FILES.resolve("charge.asl.json"), "-o", folder))
                .as(err.toString())
                .isZero();

        assertThat(Files.readString(folder.resolve("charge.svg")))
                .startsWith("<svg")
                .contains(">charge</title>", "data-state=\"Notify\"");
    }

    @ParameterizedTest
    @CsvSource({"picture.svg, <svg", "flow.mmd, flowchart"})
    void the_name_of_a_file_says_the_format(String name, String beginning) throws Exception {
        Path file = folder.resolve("new/" + name);

        assertThat(diagram(FILES.resolve("charge.asl.json"), "-o", file))
                .as(err.toString())
                .isZero();

        assertThat(Files.readString(file)).startsWith(beginning);
    }

    @Test
    void a_file_takes_one_drawing_in_its_own_format() {
        Path definition = FILES.resolve("charge.asl.json");

        assertThat(diagram(definition, definition, "-o", folder.resolve("a.svg")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("2 drawings need a folder");
        assertThat(diagram(definition, "-o", folder.resolve("a.svg"), "--format", "mermaid"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("a.svg contradicts --format MERMAID; leave out one of them");
        assertThat(diagram(definition, "-o", folder.resolve("a.png"))).isEqualTo(2);
        assertThat(err.toString())
                .contains("a.png is neither an existing folder nor a file that ends with .svg or .mmd");
        assertThat(folder.resolve("a.png")).doesNotExist();
    }

    @Test
    void a_drawing_that_cannot_be_written_is_told() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(diagram(FILES.resolve("charge.asl.json"), "-o", file)).isEqualTo(1);
        assertThat(err.toString()).contains("stepwright diagram: " + file.resolve("charge.svg") + " cannot be written");
    }
}
