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

class ReplayCommandTest {
    private static final Path FILES = Path.of("src/test/resources/replay");
    private static final Path HISTORY = FILES.resolve("charge-17.json");
    private static final Path CHANGED = FILES.resolve("charge.asl.json");
    private static final Path RECORDED = Path.of("src/test/resources/run/charge.asl.json");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int stepwright(Object... arguments) {
        return Stepwright.execute(
                new PrintWriter(out),
                new PrintWriter(err),
                Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
    }

    @Test
    void an_execution_goes_as_it_did_with_the_definition_that_it_ran_with() {
        assertThat(stepwright("replay", HISTORY, RECORDED)).as(err.toString()).isZero();

        assertThat(out.toString()).endsWith("\n\n" + HISTORY + ": the same\n");
    }

    /** What docs/cli.md shows. */
    @Test
    void what_a_changed_definition_does_otherwise_is_told() throws Exception {
        assertThat(stepwright("replay", HISTORY, CHANGED)).isEqualTo(1);

        assertThat(out.toString().replace(FILES + "/", ""))
                .isEqualToNormalizingNewlines(Files.readString(FILES.resolve("printed.txt")));
    }

    @Test
    void no_name_moves_the_cursor_or_begins_a_line() throws Exception {
        String hostile = Files.readString(CHANGED).replace("\"Notify\"", "\"Notify\\u001b[2J\\n: the same\"");
        Path changed = Files.writeString(folder.resolve("hostile.asl.json"), hostile);

        assertThat(stepwright("replay", HISTORY, changed)).isEqualTo(1);

        assertThat(out.toString()).contains("Notify").doesNotContain("\u001b").doesNotContain("\n: the same");
    }

    @Test
    void of_several_histories_each_has_a_line() throws Exception {
        Files.copy(HISTORY, folder.resolve("a.json"));
        Path broken = Files.writeString(folder.resolve("b.json"), "{}");

        assertThat(stepwright("replay", folder, RECORDED)).isEqualTo(1);

        assertThat(out)
                .hasToString(
                        folder.resolve("a.json") + ": the same\n\n1 the same, 0 different, 1 could not be replayed\n");
        assertThat(err.toString()).contains("stepwright replay: " + broken + ":1:1: a history must be");

        Files.delete(broken);
        assertThat(stepwright("replay", folder, RECORDED)).isZero();
        assertThat(stepwright("replay", HISTORY, folder, CHANGED)).isEqualTo(1);
        assertThat(out.toString()).endsWith("0 the same, 2 different\n");
    }

    @Test
    void the_new_course_has_a_picture_and_a_page() {
        Path picture = folder.resolve("x.svg");
        Path page = folder.resolve("x.html");

        assertThat(stepwright("replay", HISTORY, RECORDED, "--diagram", picture, "--report", page))
                .isZero();

        assertThat(picture).content().startsWith("<svg");
        assertThat(page).content().contains("charge, SUCCEEDED");
    }

    @Test
    void a_recorded_execution_is_drawn_without_being_run() {
        Path picture = folder.resolve("x.svg");
        Path page = folder.resolve("x.html");

        assertThat(stepwright("diagram", RECORDED, "--history", HISTORY, "-o", picture, "--report", page))
                .as(err.toString())
                .isZero();

        assertThat(picture).content().contains("retried once");
        assertThat(page).content().contains("Busy");
        assertThat(stepwright("diagram", RECORDED, "--history", HISTORY)).isZero();
        assertThat(out.toString()).startsWith("<svg");
    }

    @Test
    void the_history_of_another_machine_is_not_drawn() throws Exception {
        Path other = Files.writeString(
                folder.resolve("other.asl.json"), "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");

        assertThat(stepwright("diagram", other, "--history", HISTORY)).isEqualTo(1);
        assertThat(err.toString())
                .contains(HISTORY + ": no recorded state is in " + other + ", is it that of another machine?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replay H             | 2 | give a history, and the definition after it",
                "replay none.json D   | 1 | there is no file none.json",
                "replay D D           | 1 | charge.asl.json:1:1: a history must be an object with events",
                "replay D H           | 2 | the definition must come last, found a history: src/test/resources/replay/charge-17.json",
                "replay H none.json   | 1 | there is no file none.json",
                "replay - D           | 1 | there is no file -; standard input is /dev/stdin",
                "diagram -            | 1 | there is no file -; standard input is /dev/stdin",
                "replay H H D --diagram a.svg  | 2 | --diagram and --report are for a single history",
                "replay H D --stub X=1| 1 | there is a stub for \"X\"",
                "diagram D --report a.html | 2 | --report is about an execution; give its --history",
                "diagram D --history H --report a.pdf | 2 | --report must name a file that ends with .html or .htm, found a.pdf",
                "replay H D --report a.pdf | 2 | --report must name a file that ends with .html or .htm, found a.pdf",
                "replay H D --diagram a.png | 2 | --diagram must name a file that ends with .svg, found a.png",
                "diagram D --history H -o a.mmd | 2 | an execution is drawn as svg",
                "diagram D D --history H | 1 | --history is of one state machine, but there are 2"
            })
    void wrong_usage_is_told(String arguments, int code, String message) {
        Object[] given = Stream.of(arguments.split(" "))
                .map(one -> one.equals("H") ? HISTORY.toString() : one.equals("D") ? RECORDED.toString() : one)
                .toArray();

        assertThat(stepwright(given)).isEqualTo(code);
        assertThat(err.toString()).contains(message);
    }
}
