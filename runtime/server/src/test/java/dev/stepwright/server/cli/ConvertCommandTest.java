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
    void a_placeholder_that_stands_bare_does_so_in_what_is_written() throws IOException {
        Path target = folder.resolve("b.asl.json");

        assertThat(convert(
                        file("a.asl.json", "\"Parameters\":{\"n\":${N},\"of\":[${M},\"${S}\"],\"x.$\":\"$.x\"},"),
                        "-o",
                        target))
                .isZero();

        assertThat(Files.readString(target)).containsIgnoringWhitespaces("""
                "Output": {"n": ${N}, "of": [${M}, "${S}"], "x": "{% $states.input.x %}"}
                """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_state_whose_bare_placeholder_would_be_in_an_expression_stays_as_it_is() throws IOException {
        assertThat(convert(file("a.asl.json", "\"Result\":${N},\"ResultPath\":\"$.n\",")))
                .isEqualTo(1);

        assertThat(out.toString()).contains("\"Result\": ${N}");
        assertThat(err.toString())
                .contains("stays in JSONPath: ", "an expression would have the placeholder ${N} as a text");
    }

    @Test
    void what_looks_like_a_file_of_another_kind_is_no_new_folder() throws IOException {
        Path target = folder.resolve("a.txt");

        assertThat(convert(file("a.asl.json", ""), "-o", target)).isEqualTo(2);

        assertThat(err.toString())
                .contains("-o " + target
                        + " is neither an existing folder nor a file that ends with .json, .yaml or .yml");
        assertThat(target).doesNotExist();
    }

    private static final String YAML = """
            # Ships what is paid.
            StartAt: A
            States:
              A: {Type: Pass, InputPath: $.x, Comment: "no # comment", End: true}
            """;

    private static final String CONVERTED = """
            QueryLanguage: JSONata
            StartAt: A
            States:
              A:
                Type: Pass
                Output: '{% $states.input.x %}'
                Comment: 'no # comment'
                End: true
            """;

    @Test
    void what_is_yaml_is_yaml_again_and_the_loss_of_comments_is_told() throws IOException {
        Path commented = Files.writeString(folder.resolve("a.asl.yaml"), YAML);
        Path plain = Files.writeString(folder.resolve("b.yml"), YAML.replaceFirst("#.*\n", ""));

        assertThat(convert(commented, plain, file("c.asl.json", ""), "-o", folder))
                .isZero();

        assertThat(commented).content().isEqualTo(CONVERTED);
        assertThat(folder.resolve("b.asl.yml")).content().isEqualTo(CONVERTED);
        assertThat(folder.resolve("c.asl.json")).content().startsWith("{");
        assertThat(err.toString().strip()).isEqualTo(commented + ": the comments are not kept");
    }

    @Test
    void the_name_of_the_file_to_write_says_what_is_written() throws IOException {
        Path yaml = Files.writeString(folder.resolve("a.asl.yaml"), YAML);
        Path json = folder.resolve("made/a.json");
        Path again = folder.resolve("made/a.yml");

        assertThat(convert(yaml, "-o", json)).isZero();
        assertThat(convert(json, "-o", again)).isZero();

        assertThat(json).content().startsWith("{\n  \"QueryLanguage\": \"JSONata\"");
        assertThat(again).content().isEqualTo(CONVERTED);
    }

    @Test
    void a_machine_in_a_template_is_written_as_it_stands_there() throws IOException {
        String template = """
                # All of the shop.
                Resources:
                  Inline:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      Definition:
                        StartAt: A%s
                        States:
                          A: {Type: Task, Resource: !GetAtt Charge.Arn, InputPath: $.x, End: true}
                  Text:
                    Type: AWS::StepFunctions::StateMachine
                    Properties:
                      DefinitionString: '%s'
                  # The end.
                """;
        Path plain = Files.writeString(folder.resolve("plain.yaml"), template.formatted("", PASS.formatted("")));
        Path commented = Files.writeString(
                folder.resolve("template.yaml"), template.formatted(" # Charges.", PASS.formatted("")));

        assertThat(convert(plain, "-o", folder.resolve("plain"))).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(convert(commented + "#Inline")).isZero();

        assertThat(folder.resolve("plain/Text.asl.json")).content().startsWith("{");
        assertThat(folder.resolve("plain/Inline.asl.yaml")).content().isEqualTo("""
                QueryLanguage: JSONata
                StartAt: A
                States:
                  A:
                    Type: Task
                    Resource: ${Charge.Arn}
                    Arguments: '{% $states.input.x %}'
                    End: true
                """);
        assertThat(out.toString()).endsWith(Files.readString(folder.resolve("plain/Inline.asl.yaml")));
        assertThat(err.toString().strip()).isEqualTo(commented + "#Inline: the comments are not kept");
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
