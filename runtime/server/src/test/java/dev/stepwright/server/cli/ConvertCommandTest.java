package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {
    private static final String PASS = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",%s\"End\":true}}}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int convert(Object... arguments) {
        List<String> words = new ArrayList<>(List.of("convert"));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return Stepwright.execute(new PrintWriter(out), new PrintWriter(err, true), words.toArray(String[]::new));
    }

    private Path file(String name, String fields) throws IOException {
        return Files.writeString(folder.resolve(name), PASS.formatted(fields));
    }

    @Test
    void one_definition_is_printed() throws IOException {
        assertThat(convert(file("a.asl.json", "\"InputPath\":\"$.x\","))).isZero();

        assertThat(out.toString()).isEqualTo("""
                {
                  "QueryLanguage": "JSONata",
                  "StartAt": "A",
                  "States": {
                    "A": {
                      "Type": "Pass",
                      "Output": "{% $states.input.x %}",
                      "End": true
                    }
                  }
                }
                """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_file_may_be_replaced() throws IOException {
        Path file = file("a.asl.json", "\"OutputPath\":null,");

        assertThat(convert(file, "-o", file)).isZero();

        assertThat(out.toString().strip()).isEqualTo(file + " -> " + file);
        assertThat(file).content().contains("\"QueryLanguage\": \"JSONata\"", "\"Output\": {}");
    }

    @Test
    void what_stays_and_what_to_check_are_told_with_their_places() throws IOException {
        Path kept = file("a.asl.json", "\"ResultPath\":\"$.a[0]\",");
        Path doubtful = file("b.asl.json", "\"InputPath\":\"$.a[*]\",");
        Path target = folder.resolve("made");

        assertThat(convert(kept, doubtful, "-o", target)).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        kept
                                + ":1:26: stays in JSONPath: state \"A\": JSONata cannot replace one element of an array, as the ResultPath $.a[0] does",
                        doubtful
                                + ":1:26: check: state \"A\": $.a[*] is now [$states.input.a]: if it finds a value that is itself an array,"
                                + " it joins the elements to the others; what * stands behind must be an array");
        assertThat(target.resolve("a.asl.json")).content().contains("\"ResultPath\": \"$.a[0]\"");
        assertThat(target.resolve("b.asl.json")).content().contains("\"QueryLanguage\": \"JSONata\"");
    }

    @Test
    void several_definitions_need_a_folder() throws IOException {
        Path a = file("a.asl.json", "");
        Path b = file("b.asl.json", "");

        assertThat(convert(a, b)).isEqualTo(2);

        assertThat(err.toString()).contains("2 definitions need a folder; give one with -o");
    }

    @Test
    void a_file_that_cannot_be_read_is_told_and_the_others_are_converted() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.asl.json"), "[1]");
        Path good = file("good.asl.json", "");
        Path missing = folder.resolve("missing.asl.json");

        assertThat(convert(broken, good, missing, "-o", folder.resolve("made"))).isEqualTo(1);

        assertThat(folder.resolve("made/good.asl.json")).exists();
        assertThat(err.toString())
                .contains("there is no file " + missing)
                .contains(
                        "stepwright convert: " + broken + " is not a definition: it must be a JSON object, found [1]");
    }
}
