package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EvalCommandTest {
    private static final Path PAGE = Path.of("../../docs/cli.md");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int eval(String... arguments) {
        CommandLine line = Stepwright.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> words = new ArrayList<>(List.of("eval"));
        words.addAll(List.of(arguments));
        return line.execute(words.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $states.input.n * 2               | 14
            {% $states.input.n %}             | 7
            $count($states.input.list)        | 2
            $partition([1, 2, 3], 2) ~> $count | 2
            $.n                               | 7
            $                                 | {"n":7,"list":[1,2]}
            $['list'][1]                      | 2
            $$.State.Name                     | "Expression"
            States.MathAdd($.n, 1)            | 8
            States.ArrayContains($.list, 2)   | true
            """)
    void the_language_of_an_expression_is_seen_by_its_beginning(String expression, String value) {
        assertThat(eval(expression, "--input", "{\"n\": 7, \"list\": [1, 2]}"))
                .as("%s", err)
                .isZero();

        assertThat(out.toString().replaceAll("\\s", "")).isEqualTo(value);
    }

    @Test
    void a_path_of_a_variable_needs_the_language() {
        assertThat(eval("$order['lines'][0]", "--language", "jsonpath", "--var", "order={\"lines\": [[1]]}"))
                .as("%s", err)
                .isZero();

        assertThat(out.toString().replaceAll("\\s", "")).isEqualTo("[1]");
    }

    @Test
    void variables_are_literal_and_may_hold_what_looks_like_an_expression() {
        assertThat(eval("$a & $b", "--var", "a=\"{% 1 %}\"", "--var", "$b=2")).isZero();

        assertThat(out.toString().strip()).isEqualTo("\"{% 1 %}2\"");
    }

    @Test
    void the_result_of_a_task_is_there_in_both_languages() {
        assertThat(eval("$states.result.id & $states.input", "--result", "{\"id\": 5}", "--input", "6"))
                .isZero();
        assertThat(eval("$.id", "--result", "{\"id\": null}")).isZero();

        assertThat(out.toString().lines()).containsExactly("\"56\"", "null");
    }

    @Test
    void an_input_may_be_a_file(@TempDir Path folder) throws IOException {
        Path input = Files.writeString(folder.resolve("order.json"), "{\"total\": 12.50}");

        assertThat(eval("$.total", "--input", "@" + input)).isZero();

        assertThat(out.toString().strip()).isEqualTo("12.50");
    }

    @Test
    void what_is_not_allowed_is_shown_with_its_place() {
        assertThat(eval("$states.input.a + )")).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        "stepwright eval: [ASL-JNT-001] invalid JSONata \"{% $states.input.a + ) %}\": "
                                + "The symbol \")\" cannot be used as a unary operator",
                        "    \"{% $states.input.a + ) %}\"", "                          ^");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void what_fails_is_told_in_the_words_of_an_execution() {
        assertThat(eval("$states.input.gone")).isEqualTo(1);
        assertThat(eval("$.gone")).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        "stepwright eval: States.QueryEvaluationError",
                        "The JSONata expression '$states.input.gone' specified for the field 'Output' returned nothing (undefined).",
                        "stepwright eval: States.Runtime",
                        "The JSONPath '$.gone' specified for the field 'value.$' could not be found in the input '{}'");
    }

    @Test
    void a_path_that_no_engine_takes_is_told_and_not_thrown() {
        assertThat(eval("$.a[?(@.x")).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("stepwright eval: ")
                .contains("invalid path \"$.a[?(@.x\" in value.$: expected \")\"")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --input  | {        | --input is not JSON: line 1, column 2
            --input  | @gone    | --input: there is no file gone
            --result | no       | --result is not JSON: line 1, column 1
            --var    | x=no     | --var x is not JSON: line 1, column 1
            --var    | a b=1    | a variable name must have up to 80 letters
            """)
    void arguments_that_cannot_be_read_are_named(String option, String value, String message) {
        assertThat(eval("1", option, value)).isEqualTo(1);

        assertThat(err.toString()).startsWith("stepwright eval: ").contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void an_option_without_an_expression_is_wrong_usage() {
        int code = Stepwright.execute(new PrintWriter(out), new PrintWriter(err), "eval", "--input", "{\"total\": 3}");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("stepwright eval: --input goes with an expression; give it");
    }

    /** Runs each {@code $ stepwright eval} of the page and compares what it prints. */
    @Test
    void the_examples_of_the_documentation_print_what_stands_there() throws IOException {
        Matcher example = Pattern.compile("(?m)^ {4}\\$ stepwright eval (.+)\\n((?: {4}(?!\\$).*\\n)+)")
                .matcher(Files.readString(PAGE));
        int count = 0;
        while (example.find()) {
            out.getBuffer().setLength(0);
            err.getBuffer().setLength(0);
            eval(words(example.group(1)));
            assertThat(err + out.toString())
                    .as(example.group(1))
                    .isEqualToNormalizingNewlines(example.group(2).replaceAll("(?m)^ {4}", ""));
            count++;
        }
        assertThat(count).isGreaterThanOrEqualTo(4);
    }

    /** Splits a command as a shell does that knows single quotes only. */
    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(command);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        return words.toArray(String[]::new);
    }
}
