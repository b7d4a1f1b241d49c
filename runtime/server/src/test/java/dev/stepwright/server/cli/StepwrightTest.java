package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.server.tls.TestTls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class StepwrightTest {
    private static final String CHARGE = """
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "charge", "Payload.$": "$"},
                "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 60}], "ResultPath": "$.receipt", "Next": "Rest"},
              "Rest": {"Type": "Wait", "Seconds": 86400, "End": true}}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        CommandLine line = Stepwright.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return line.execute(texts);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void help_names_the_commands() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("serve", "run", "validate");
        out.getBuffer().setLength(0);
        assertThat(run("help", "run")).isZero();
        assertThat(out.toString()).startsWith("Usage: stepwright run ");
    }

    @Test
    void a_shell_completes_commands_options_and_their_values() throws Exception {
        assertThat(run("completion")).isZero();
        Path script = file("completion.bash", out.toString());

        assertThat(completions(script, "stepwright va")).containsExactly("validate");
        assertThat(completions(script, "stepwright gen")).containsExactly("generate");
        assertThat(completions(script, "stepwright generate --pa")).contains("--package");
        assertThat(completions(script, "stepwright validate --for")).containsExactly("--format");
        assertThat(completions(script, "stepwright permissions --format tr")).containsExactlyInAnyOrder("trust");
    }

    /** Returns what bash proposes for the last word of a line. */
    private static List<String> completions(Path script, String line) throws Exception {
        String words = "COMP_WORDS=(" + line + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE='" + line
                + "'; COMP_POINT=${#COMP_LINE}; ";
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "compopt() { :; }; . '" + script + "'; " + words
                                + "_complete_stepwright; printf '%s\\n' \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(printed).isZero();
        return printed.lines().map(String::strip).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "serve --port many",
                "serve --port 70000",
                "serve --account 1",
                "serve --region here",
                "serve --wait-time-scale 0",
                "serve --lambda-endpoint ftp://here",
                "serve --aws-endpoint sqs=here",
                "serve --data postgresql://here/services",
                "serve --objects /nowhere/at/all",
                "run",
                "validate",
                "validate --format xml a.json",
                "validate --color sometimes a.json",
                "validate --ignore ASL-ERR-8 a.json",
                "generate src/main/asl --package com.acme",
                "generate --package com.acme -o out --ignore ASL-ERR-8",
                "scaffold src/main/asl src/test/asl",
                "check src/main/asl"
            })
    void wrong_usage_is_told_and_gives_2(String arguments) {
        assertThat(run((Object[]) arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).containsAnyOf("Try: stepwright ", "Usage: stepwright [");
        assertThat(err.toString().lines())
                .as("the help does not hide what is wrong")
                .hasSizeLessThan(30);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run a.json --virtual-tiem | stepwright run: unknown option "--virtual-tiem"; did you mean "--virtual-time"?; Try: stepwright run --help
            validate --fromat=json a  | stepwright validate: unknown option "--fromat"; did you mean "--format"?; Try: stepwright validate --help
            validate a --no-such      | stepwright validate: unknown option "--no-such"; Try: stepwright validate --help
            serve --port=abc          | stepwright serve: Invalid value for option '--port': 'abc' is not a whole number; Try: stepwright serve --help
            run a.json b.json         | stepwright run: unexpected argument "b.json"; Try: stepwright run --help
            run a.json --stub Charge  | stepwright run: Value for option '--stub' ([MACHINE/]STATE=JSON) should be in KEY=VALUE format but was Charge; Try: stepwright run --help
            run a.json --aws-endpoint here | stepwright run: an endpoint must be an http or https URL, such as http://127.0.0.1:4566, or SERVICE=URL, found "here"; Try: stepwright run --help
            version | stepwright: unknown command "version"; the commands are serve, run, replay, validate, convert, import, export, generate, scaffold, check, diagram, permissions, diff, eval, lsp, completion, help; Try: stepwright --help
            validate --format xml a   | stepwright validate: Invalid value for option '--format': expected one of [text, json, sarif, github] but was 'xml'; Try: stepwright validate --help
            serve --data jdbc:mysql://kim:secret@db/x?password=secret | stepwright serve: --data must be a folder or jdbc:postgresql://HOST/DATABASE, found jdbc:mysql://db/x; Try: stepwright serve --help
            serve --data a --retention PT0S | stepwright serve: a retention must be above 0, found PT0S; Try: stepwright serve --help
            serve --data a --retention P-1D | stepwright serve: a retention must be above 0, found PT-24H; Try: stepwright serve --help
            serve --data a --retention 30d | stepwright serve: --retention must be an ISO 8601 duration, such as P30D or PT12H, found "30d"; Try: stepwright serve --help
            serve --retention P1D | stepwright serve: --retention needs --data: without it the latest 10000 executions that have ended are kept; Try: stepwright serve --help
            serve --tls a.pem | stepwright serve: --tls and --tls-key need each other; Try: stepwright serve --help
            vlidate a.json | stepwright: unknown command "vlidate"; the commands are serve, run, replay, validate, convert, import, export, generate, scaffold, check, diagram, permissions, diff, eval, lsp, completion, help; did you mean "validate"?; Try: stepwright --help
            import a.json -o out --package com.class | stepwright import: --package: "com.class" is not a valid name for a Java package; Try: stepwright import --help
            generate asl -o out --package com.class | stepwright generate: --package: "com.class" is not a valid name for a Java package; Try: stepwright generate --help
            import a.json -o out --package com --class 1st | stepwright import: --class: "1st" is not a valid name for a Java class; Try: stepwright import --help
            run a.json --diagram a.png | stepwright run: --diagram must name a file that ends with .svg, found a.png; Try: stepwright run --help
            run a.json --report a.pdf | stepwright run: --report must name a file that ends with .html or .htm, found a.pdf; Try: stepwright run --help
            """)
    void wrong_usage_is_told_in_a_line_and_says_where_help_is(String arguments, String told) {
        run((Object[]) arguments.split(" "));

        assertThat(String.join("; ", err.toString().lines().toList())).isEqualTo(told);
    }

    @Test
    void what_the_locale_has_made_of_an_argument_is_not_taken_for_it() {
        ByteArrayOutputStream standard = new ByteArrayOutputStream();
        assertThat(Stepwright.executeAll(standard, new PrintWriter(err), "eval", "'\uFFFD'"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("an argument has characters that are not in the locale's", "LC_ALL=C.UTF-8");
        assertThat(standard.size()).isZero();
    }

    @Test
    void output_that_does_not_arrive_is_no_success() {
        assertThat(evaluate(broken("No space left on device"))).isEqualTo(1);

        assertThat(err.toString().strip())
                .isEqualTo("stepwright: the output could not be written completely: No space left on device");
    }

    @Test
    void a_reader_that_has_had_enough_is_no_failure() {
        assertThat(evaluate(broken("Broken pipe"))).isZero();

        assertThat(err.toString()).isEmpty();
    }

    private int evaluate(OutputStream standard) {
        return Stepwright.executeAll(standard, new PrintWriter(err), "eval", "1 + 1");
    }

    private static OutputStream broken(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void what_a_server_cannot_start_with_is_named() throws Exception {
        Path taken = file("a-file", "");

        assertThat(run("serve", "--mock-config", folder.resolve("mocks.json"))).isEqualTo(1);
        assertThat(run("serve", "--data", taken)).isEqualTo(1);
        assertThat(run("serve", "--users", folder.resolve("users.json"))).isEqualTo(1);
        assertThat(run("serve", "--users", file("users.yaml", "ada: {}"))).isEqualTo(1);
        assertThat(run("serve", "--roles", folder.resolve("roles.json"))).isEqualTo(1);
        assertThat(run("serve", "--tls", taken, "--tls-key", taken)).isEqualTo(1);
        assertThat(run("serve", "--tls", taken, "--tls-key", folder.resolve("key.pem")))
                .isEqualTo(1);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("serve", "--port", other.getLocalPort())).isEqualTo(1);

            assertThat(err.toString().lines())
                    .containsExactly(
                            "stepwright serve: there is no mock configuration " + folder.resolve("mocks.json"),
                            "stepwright serve: the store in " + taken + " cannot be opened: it is a file",
                            "stepwright serve: --users: there is no file " + folder.resolve("users.json"),
                            "stepwright serve: --users: " + folder.resolve("users.yaml")
                                    + ":1:1: /ada/AccessKeys is missing",
                            "stepwright serve: --roles: there is no file " + folder.resolve("roles.json"),
                            "stepwright serve: --tls: " + taken
                                    + " has no certificate; it must be PEM, with -----BEGIN CERTIFICATE-----",
                            "stepwright serve: --tls-key: there is no file " + folder.resolve("key.pem"),
                            "stepwright serve: cannot listen on 127.0.0.1:" + other.getLocalPort()
                                    + ": Address already in use");
        }
    }

    @Test
    void expressions_are_evaluated_a_line_at_a_time() {
        InputStream before = System.in;
        String lines = """
                {"expr": "$sum(items.price)", "input": {"items": [{"price": 2}, {"price": 3}]}}

                {"expr": "nothing"}
                {"expr": "1 +"}
                no json
                """;

        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        int code;
        try {
            code = run("eval");
        } finally {
            System.setIn(before);
        }

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .hasSize(4)
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("{\"result\":5}"),
                        line -> assertThat(line).isEqualTo("{\"undefined\":true}"),
                        line -> assertThat(line).contains("\"code\":\"S0207\""),
                        line -> assertThat(line).startsWith("{\"error\":"));
    }

    @Test
    void a_run_shows_each_state_and_ends_with_the_output() throws Exception {
        Path definition = file("charge.asl.json", CHARGE);
        Path stubs = file(
                "stubs.json",
                "{\"Charge\": [{\"Throw\": {\"Error\": \"Busy\", \"Cause\": \"later\"}}, {\"Return\": {\"id\": 7}}]}");

        int code = run("run", definition, "--input", "{\"amount\": 3.50}", "--stubs", stubs, "--virtual-time");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .containsSubsequence(
                        "      0 ms  Task      Charge",
                        "      0 ms  ! failed  Charge: Busy, later",
                        "      0 ms  . retry   Charge, in 60.00 s",
                        "   60.00 s            Charge -> {\"amount\":3.50,\"receipt\":{\"ExecutedVersion\":\"$LATEST\",\"Payload\":{\"id\":7},\"Status...",
                        "   60.00 s  Wait      Rest",
                        "SUCCEEDED after 1d 0:01:00, 2 states entered");
        assertThat(out.toString()).contains("  \"amount\": 3.50,");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Seconds": 10          |                | "Rest" may wait for a long time; to skip waiting, add --virtual-time
            "SecondsPath": "$.s"   |                | "Rest" may wait for a long time; to skip waiting, add --virtual-time
            "Seconds": 9           |                |
            "Seconds": 10          | --virtual-time |
            """)
    void a_wait_that_would_look_like_a_program_that_hangs_is_told_before(String wait, String option, String told)
            throws Exception {
        Path definition = file("rest.asl.json", """
                {"StartAt": "Rest?", "States": {
                  "Rest?": {"Type": "Choice", "Choices": [{"Variable": "$.s", "IsPresent": true, "Next": "Rest"}], "Default": "Done"},
                  "Rest": {"Type": "Wait", %s, "Next": "Done"},
                  "Done": {"Type": "Succeed"}}}
                """.formatted(wait));

        assertThat(option == null ? run("run", definition) : run("run", definition, option))
                .isZero();

        assertThat(err.toString().strip()).isEqualTo(told == null ? "" : told);
    }

    @Test
    void a_stub_on_the_command_line_comes_before_that_of_the_file() throws Exception {
        Path definition = file("charge.asl.json", CHARGE);
        Path stubs = file("stubs.json", "{\"Charge\": {\"Throw\": {\"Error\": \"Broken\"}}}");
        Path charged = file("charged.json", "{\"id\": 8}");

        int code = run("run", definition, "--stubs", stubs, "--stub", "Charge=@" + charged, "--virtual-time");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"id\": 8");
    }

    private static final String READ = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Map\",\"End\":true,"
            + "\"ItemReader\":{\"Resource\":\"arn:aws:states:::s3:getObject\",\"Parameters\":{\"Bucket\":\"b\",\"Key\":\"k\"},"
            + "\"ReaderConfig\":{\"InputType\":\"JSON\"}},"
            + "\"ItemProcessor\":{\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"STANDARD\"},"
            + "\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Pass\",\"End\":true}}}}}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --virtual-time    | 1 | States.ItemReaderFailed
            --iterate-objects | 0 | "Key": "a"
            """)
    void a_map_iterates_over_an_object_that_it_reads_where_that_is_asked_for(String option, int code, String told)
            throws Exception {
        Path definition = file("read.asl.json", READ);

        assertThat(run("run", definition, "--stub", "A={\"Body\":\"{\\\"a\\\":1}\"}", option))
                .isEqualTo(code);
        assertThat(out.toString()).contains(told);
    }

    @Test
    void tasks_without_a_stub_are_told_before_the_run() throws Exception {
        Path definition = file("charge.asl.json", CHARGE);

        assertThat(run("run", definition, "--virtual-time")).isEqualTo(1);

        assertThat(err.toString().strip())
                .isEqualTo("stepwright run: no stub or endpoint for the call of \"Charge\"; "
                        + "give the result of one with --stub 'Charge={}', or of all with --stubs FILE");
    }

    @Test
    void a_map_whose_reader_has_no_stub_is_told_before_the_run() throws Exception {
        Path definition = file("read.asl.json", READ);

        assertThat(run("run", definition, "--virtual-time")).isEqualTo(1);

        assertThat(err.toString()).startsWith("stepwright run: no stub or endpoint for the call of \"A\"; ");
    }

    @Test
    void an_answer_in_the_form_of_a_file_of_stubs_is_no_result() throws Exception {
        Path definition = file("charge.asl.json", CHARGE);

        assertThat(run("run", definition, "--stub", "Charge={\"Throw\": {\"Error\": \"Broken\"}}"))
                .isEqualTo(1);

        assertThat(err.toString().strip())
                .endsWith(
                        "--stub Charge takes the result itself, found an answer as --stubs has them; put it into a file,"
                                + " {\"Charge\": {\"Throw\":{\"Error\":\"Broken\"}}}, and give that with --stubs");
    }

    @Test
    void a_stub_that_its_service_never_gives_is_told_and_run_with() throws Exception {
        Path definition = file("read.asl.json", """
                {"StartAt": "Read", "States": {"Read": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::dynamodb:getItem", "OutputPath": "$.Item.count.N",
                  "Parameters": {"TableName": "t", "Key": {"id": {"S": "1"}}}}}}
                """);

        assertThat(run("run", definition, "--stub", "Read={\"Item\": {\"count\": {\"N\": 5}}}"))
                .isZero();

        assertThat(err.toString().strip())
                .isEqualTo("stepwright run: stubs: the stub for \"Read\" is not what dynamodb:getItem gives: "
                        + "$.Item.count.N must be a text, found 5; if it is meant, write \"Unchecked\": true beside its"
                        + " \"Return\" in a file for --stubs");
        assertThat(out.toString().strip()).endsWith("5");
    }

    @Test
    void a_stub_for_no_task_is_refused_with_what_there_is() throws Exception {
        Path definition = file("charge.asl.json", CHARGE);

        assertThat(run("run", definition, "--stub", "Charg={}")).isEqualTo(1);

        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "stepwright run: stubs: there is a stub for \"Charg\", but only these states can have one: [Charge]; did you mean \"Charge\"?");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void what_only_fails_when_it_runs_is_run_and_told_as_a_warning() throws Exception {
        Path definition = file("misspelt.asl.json", """
                {"StartAt": "Make", "States": {
                  "Make": {"Type": "Pass", "Result": {"total": 3}, "Next": "Use"},
                  "Use": {"Type": "Pass", "InputPath": "$.totl", "End": true}}}
                """);

        assertThat(run("run", definition)).isEqualTo(1);

        assertThat(err.toString()).contains("misspelt.asl.json:3:40: warning [ASL-FLW-001]");
        assertThat(out.toString()).contains("FAILED after ", "States.Runtime");
    }

    @Test
    void no_text_of_an_execution_moves_the_cursor_of_a_terminal() throws Exception {
        Path definition = file("machine.asl.json", """
                {"StartAt": "N\\n\\u001b[2Jo", "States": {"N\\n\\u001b[2Jo": {
                  "Type": "Fail", "Error": "\\u001b[31mRefused", "Cause": "not\\r\\n\\ttoday\\u009b2J"}}}""");

        assertThat(run("run", definition)).isEqualTo(1);

        assertThat(out.toString().lines().flatMapToInt(String::chars))
                .noneMatch(c -> Character.isISOControl(c) && c != '\t');
        assertThat(out.toString()).contains("N [2Jo", " [31mRefused", "not \n\ttoday 2J");
    }

    @Test
    void a_run_that_fails_gives_1_and_the_error() throws Exception {
        Path definition = file(
                "fail.asl.json",
                "{\"StartAt\":\"No\",\"States\":{\"No\":{\"Type\":\"Fail\",\"Error\":\"Refused\",\"Cause\":\"not today\"}}}");

        assertThat(run("run", definition)).isEqualTo(1);
        assertThat(out.toString())
                .contains("FAILED after ")
                .endsWith("Refused\nnot today\nin \"No\", entered with {}\n");
    }

    /** The files that docs/cli.md shows. */
    @Test
    void the_example_of_the_documentation_prints_what_stands_there() throws Exception {
        Path files = Path.of("src/test/resources/run");

        assertThat(run(
                        "run",
                        files.resolve("charge.asl.json"),
                        "--input",
                        "{\"amount\": 3.50}",
                        "--stubs",
                        files.resolve("stubs.json"),
                        "--virtual-time"))
                .as(out + "" + err)
                .isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines(Files.readString(files.resolve("printed.txt")));
    }

    @Test
    void a_run_is_drawn_however_it_ends() throws Exception {
        Path definition = file(
                "fail.asl.json",
                "{\"StartAt\":\"Go\",\"States\":{\"Go\":{\"Type\":\"Pass\",\"Next\":\"No\"},\"No\":{\"Type\":\"Fail\",\"Error\":\"Refused\"}}}");
        Path picture = folder.resolve("pictures/fail.svg");

        Path page = folder.resolve("pages/fail.html");
        assertThat(run("run", definition, "--diagram", picture, "--report", page))
                .isEqualTo(1);

        assertThat(picture)
                .content()
                .contains(">fail, FAILED</title>")
                .contains(
                        "class=\"state pass passed\" data-state=\"Go\"",
                        "class=\"state fail failed\" data-state=\"No\"");
        assertThat(run("run", definition, "--diagram", definition.resolve("fail.svg")))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("--diagram: " + definition.resolve("fail.svg") + " cannot be written: ")
                .doesNotContain("Exception");
    }

    @Test
    void the_outcome_of_a_run_is_told_even_if_its_page_cannot_be_written() throws Exception {
        Path definition = file(
                "pass.asl.json",
                "{\"StartAt\":\"Go\",\"States\":{\"Go\":{\"Type\":\"Pass\",\"Result\":7,\"End\":true}}}");
        Path page = Files.createDirectory(folder.resolve("page.html"));

        assertThat(run("run", definition, "--report", page)).isEqualTo(1);

        assertThat(out.toString()).contains("SUCCEEDED after").endsWith("7" + System.lineSeparator());
        assertThat(err.toString()).contains("--report: " + page + " cannot be written: it is a directory");
    }

    @Test
    void a_file_in_the_place_of_json_is_told_with_how_to_read_it() throws Exception {
        Path definition = file("charge.asl.json", CHARGE);
        Path input = file("input.json", "{}");

        assertThat(run("run", definition, "--input", input)).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("stepwright run: --input is not JSON: ")
                .contains("; to read the file, write @" + input);
    }

    @Test
    void a_run_ends_where_a_task_has_no_stub() throws Exception {
        Path definition = file(
                "activity.asl.json",
                "{\"StartAt\":\"Work\",\"States\":{\"Work\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:eu-west-1:111122223333:activity:work\",\"End\":true}}}");

        assertThat(run("run", definition)).isEqualTo(1);
        assertThat(out.toString())
                .containsSubsequence(
                        "s, 1 state entered",
                        "States.Runtime",
                        "no stub or handler for the task \"Work\", whose resource is arn:aws:states:eu-west-1:111122223333:activity:work; "
                                + "add one");
    }

    @Test
    void stubs_complete_activities_callbacks_and_jobs() throws Exception {
        Path definition = file("kinds.asl.json", """
                {"StartAt": "Activity", "States": {
                  "Activity": {"Type": "Task", "Resource": "arn:aws:states:eu-west-1:111122223333:activity:work", "Next": "Callback"},
                  "Callback": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                    "Parameters": {"QueueUrl": "q", "MessageBody": {"Token.$": "$$.Task.Token"}}, "Next": "Job"},
                  "Job": {"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync",
                    "Parameters": {"JobName": "j", "JobDefinition": "d", "JobQueue": "q"}, "End": true}}}
                """);
        Path stubs = file(
                "stubs.json",
                "{\"Activity\": {\"Return\": 1}, \"Callback\": {\"Return\": 2}, \"Job\": {\"Return\": \"done\"}}");

        assertThat(run("run", definition, "--stubs", stubs)).as(out + "" + err).isZero();
        assertThat(out.toString())
                .endsWith("3 states entered" + System.lineSeparator() + "\"done\"" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"Unknown\": {\"Return\": 1}}",
                "{\"Charge\": []}",
                "{\"Charge\": {\"Return\": 1, \"Throw\": {}}}",
                "{\"Charge\": {\"Throw\": \"text\"}}",
                "{\"Charge\": 1}",
                "{",
            })
    void stubs_that_are_wrong_are_told(String text) throws Exception {
        Path definition = file("charge.asl.json", CHARGE);
        Path stubs = file("stubs.json", text);

        assertThat(run("run", definition, "--stubs", stubs)).isEqualTo(1);
        assertThat(err.toString()).startsWith("stepwright run: ").contains("stubs.json");
    }

    @Test
    void a_run_of_what_is_no_definition_is_refused() throws Exception {
        Path definition =
                file("bad.asl.json", "{\"StartAt\":\"Missing\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}");

        assertThat(run("run", definition)).isEqualTo(1);
        assertThat(run("run", folder.resolve("missing.json"))).isEqualTo(1);
        assertThat(run("run", definition, "--input", "{")).isEqualTo(1);
        assertThat(err.toString()).contains("bad.asl.json:1:").contains("[ASL-").contains("there is no file");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "127.0.0.1, false, ''",
        "localhost, false, ''",
        "127.0.0.1, true, ''",
        "0.0.0.0, true, 'stepwright serve: warning: secrets of users come to 0.0.0.0 in the clear: there is no --tls; let only a proxy that ends TLS reach it'",
        "0.0.0.0, false, 'stepwright serve: warning: whoever can reach 0.0.0.0 may do everything here: there are no --users'",
    })
    void a_server_that_others_reach_warns_if_it_has_no_users_or_no_tls(String host, boolean hasUsers, String warning)
            throws Exception {
        Path users = users();
        Object[] arguments = hasUsers
                ? new Object[] {"serve", "--port", "0", "--host", host, "--users", users}
                : new Object[] {"serve", "--port", "0", "--host", host};

        String told = serve(arguments);

        assertThat(told.strip()).isEqualTo(warning);
    }

    private Path users() throws IOException {
        return file("users.json", """
                {"ada": {"AccessKeys": [{"AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "abcdefghijklmnopqrstuvwxyz"}],
                  "Policies": []}}""");
    }

    @Test
    void a_server_with_a_certificate_says_that_it_speaks_tls() throws Exception {
        TestTls keys = TestTls.in(folder, "ec");
        Path users = users();

        String told = serve(
                "serve",
                "--port",
                "0",
                "--host",
                "0.0.0.0",
                "--users",
                users,
                "--tls",
                keys.file("ec.pem"),
                "--tls-key",
                keys.file("ec.key"));

        assertThat(told).isEmpty();

        assertThat(out.toString()).startsWith("Stepwright serves Step Functions at https://0.0.0.0:");
    }

    @Test
    void a_server_serves_until_it_is_stopped() throws Exception {
        serve("serve", "--port", "0");

        assertThat(out.toString()).startsWith("Stepwright serves Step Functions at http://127.0.0.1:");
    }

    /** Returns what a server says on standard error until it takes calls, and stops it. */
    private String serve(Object... arguments) throws InterruptedException {
        Thread serving = new Thread(() -> run(arguments));
        serving.start();
        while (!out.toString().contains("in a browser")) {
            Thread.onSpinWait();
        }
        String told = err.toString();
        serving.interrupt();
        serving.join(10_000);
        assertThat(serving.isAlive()).isFalse();
        return told;
    }
}
