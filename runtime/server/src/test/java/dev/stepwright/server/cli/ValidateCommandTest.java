package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.validation.Validator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateCommandTest {
    private static final String GOOD = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"End\":true}}}";
    private static final String BAD = """
            {
              "StartAt": "A",
              "States": {
                "A": {"Type": "Pass", "Next": "Bb"},
                "B": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "C", "States": {"C": {"Type": "Wait", "Seconds": 0, "End": true}}}]}
              }
            }
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int validate(Object... arguments) {
        List<String> texts = new ArrayList<>(List.of("validate"));
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        return Stepwright.execute(new PrintWriter(out), new PrintWriter(err), texts.toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private JsonNode sarif() {
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    void a_finding_is_printed_with_its_line_and_a_caret_and_the_last_line_counts() throws Exception {
        Path good = file("good.asl.json", GOOD);
        Path bad = file("bad.asl.json", BAD);

        assertThat(validate(good, bad)).isEqualTo(1);

        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).startsWith(bad + ":4:35: error [ASL-STA-007] Next names \"Bb\"");
        assertThat(lines.get(1)).isEqualTo("        \"A\": {\"Type\": \"Pass\", \"Next\": \"Bb\"},");
        assertThat(lines.get(2)).isEqualTo(" ".repeat(4 + 34) + "^");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("1 error (AWS refuses it), 1 warning, 1 hint in 2 files");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "Next": "Bb"   | $.total | 1 error (AWS refuses it)
                    "Next": "B"    | $.totl  | 1 error (AWS refuses none)
                    "Next": "Bb"   | $.totl  | 2 errors (AWS refuses 1)
                    "Next": "Bb"   | total   | 2 errors (AWS refuses all)
                    """)
    void the_last_line_says_how_many_errors_are_in_the_way_of_a_deployment(String next, String path, String counted)
            throws Exception {
        Path file = file("order.asl.json", """
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Result": {"total": 1}, %s},
                  "B": {"Type": "Pass", "InputPath": "%s", "End": true}}}""".formatted(next, path));

        assertThat(validate(file)).isEqualTo(1);

        assertThat(out.toString().lines().toList()).last().isEqualTo(counted + " in 1 file");
    }

    @Test
    void what_is_surely_misspelt_is_written_as_it_is_meant_if_that_is_asked_for() throws Exception {
        String text =
                "\uFEFF{\"StartAt\": \"First\",\r\n \"States\": {\"First\": {\"Type\": \"Pas\", \"Nxt\": \"Secnd\"}, \"Second\": {\"Type\": \"Pass\"}}}\r\n";
        Path file = file("order.asl.json", text);
        Path template = file("template.yaml", """
                Resources:
                  Order:
                    Type: AWS::StepFunctions::StateMachine
                    Properties: # keep
                      DefinitionString: |
                        {"StartAt": "Charge", "States": {"Charge": {"Type": "Succed"}}}
                """);

        assertThat(validate("--fix", file, template)).isEqualTo(1);

        assertThat(Files.readString(file))
                .isEqualTo(
                        text.replace("Pas\"", "Pass\"").replace("Nxt", "Next").replace("Secnd", "Second"));
        assertThat(Files.readString(template)).contains("# keep", "{\"Type\": \"Succeed\"}}}\n");
        assertThat(err.toString().lines())
                .contains("stepwright validate: " + file + ":2:31: fixed [ASL-STA-003] change to \"Pass\"");
        assertThat(out.toString().lines().toList()).last().isEqualTo("1 error (AWS refuses it) in 2 files");
    }

    @Test
    void what_is_ignored_or_only_probably_meant_stays() throws Exception {
        String text = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pas\"}, \"B\": {\"Type\": \"Pass\"}}}";
        Path file = file("order.asl.json", text);

        validate("--fix", "--ignore", "ASL-STA-003", file);

        assertThat(Files.readString(file)).isEqualTo(text);
        assertThat(validate("--fix", "--watch", file)).isEqualTo(2);
    }

    @Test
    void a_definition_in_yaml_has_findings_at_its_own_lines() throws Exception {
        Path definition = file("order.asl.yaml", """
                StartAt: Charge
                States:
                  Charge:
                    Type: Pass
                    Next: Shpi
                  Ship: {Type: Pass, End: true}
                """);
        Path broken = file("broken.yml", "StartAt: [");

        assertThat(validate(definition, broken)).isEqualTo(1);

        assertThat(out.toString())
                .contains(
                        "order.asl.yaml:5:11: error [ASL-STA-007] Next names \"Shpi\"",
                        "    Next: Shpi\n              ^\n",
                        "broken.yml:1:11: error [ASL-DOC-001] invalid YAML: ");
    }

    @Test
    void a_definition_without_findings_gives_0_and_says_so() throws Exception {
        assertThat(validate(file("good.asl.json", GOOD))).isZero();
        assertThat(out.toString().lines()).containsExactly("no findings in 1 file");
    }

    @Test
    void an_express_machine_has_rules_of_its_own() throws Exception {
        Path definition = file(
                "activity.asl.json",
                "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":"
                        + "\"arn:aws:states:us-east-1:123456789012:activity:a\",\"TimeoutSeconds\":9,\"End\":true}}}");

        assertThat(validate(definition)).isZero();
        assertThat(validate("--type", "express", definition)).isEqualTo(1);
        assertThat(out.toString()).contains("error [ASL-TSK-003]");
        assertThat(validate("--type", "fast", definition)).isEqualTo(2);
    }

    @Test
    void colours_are_for_terminals_or_for_those_who_ask() throws Exception {
        Path bad = file("bad.asl.json", BAD);

        validate(bad);
        validate("--color", "never", bad);
        assertThat(out.toString()).doesNotContain("\u001B");
        validate("--color", "always", bad);
        assertThat(out.toString()).contains("\u001B[31merror [ASL-STA-007]\u001B[0m", "\u001B[31m^\u001B[0m");
    }

    @Test
    void a_text_that_is_no_json_is_shown_without_its_control_characters() throws Exception {
        Path broken = file("broken.asl.json", "{\"StartAt\": \u001B[31m}");

        assertThat(validate(broken)).isEqualTo(1);
        assertThat(out.toString())
                .contains("[ASL-DOC-001]", "{\"StartAt\": \uFFFD[31m}")
                .doesNotContain("\u001B");
    }

    @Test
    void json_has_one_object_for_each_file() throws Exception {
        Path good = file("good.asl.json", GOOD);
        Path broken = file("broken.asl.json", "{\"StartAt\": ");

        assertThat(validate("--format", "json", good, broken)).isEqualTo(1);

        List<String> lines = out.toString().lines().toList();
        JsonNode first = JsonMapper.shared().readTree(lines.get(0));
        JsonNode second = JsonMapper.shared().readTree(lines.get(1));
        assertThat(lines).hasSize(2);
        assertThat(first.path("file").stringValue()).isEqualTo(good.toString());
        assertThat(first.path("valid").booleanValue()).isTrue();
        assertThat(second.path("valid").booleanValue()).isFalse();
        assertThat(second.path("diagnostics").get(0).propertyNames())
                .containsExactly("rule", "severity", "refused", "line", "column", "pointer", "message");
        assertThat(second.at("/diagnostics/0/severity").stringValue()).isEqualTo("error");
        assertThat(second.at("/diagnostics/0/line").intValue()).isEqualTo(1);
    }

    private static final String MISSPELT = """
            {"StartAt": "Make", "States": {
              "Make": {"Type": "Pass", "Result": {"total": 3}, "ResultPath": "$.order", "Next": "Use"},
              "Use": {"Type": "Pass", "InputPath": "$.order.totl", "End": true}}}
            """;

    @Test
    void what_only_fails_when_it_runs_is_an_error_that_aws_accepts() throws Exception {
        Path misspelt = file("misspelt.asl.json", MISSPELT);

        assertThat(validate("--format", "json", misspelt)).isEqualTo(1);

        JsonNode told = JsonMapper.shared().readTree(out.toString());
        assertThat(told.path("valid").booleanValue()).isFalse();
        assertThat(told.path("accepted").booleanValue()).isTrue();
        assertThat(told.at("/diagnostics/0/rule").stringValue()).isEqualTo("ASL-FLW-001");
        assertThat(told.at("/diagnostics/0/line").intValue()).isEqualTo(3);
        assertThat(told.at("/diagnostics/0/refused").booleanValue()).isFalse();
    }

    @Test
    void the_schemas_beside_a_definition_say_what_there_is() throws Exception {
        Path order = file("order.asl.json", """
                {"StartAt": "Charge", "States": {
                  "Charge": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters":
                    {"TopicArn": "t", "Message.$": "$.order.totl"}, "ResultPath": "$.sent", "End": true}}}
                """);
        assertThat(validate(order)).isZero();
        file("common.schema.json", """
                {"$defs": {"Order": {"type": "object", "properties": {"total": {"type": "number"}}}}}
                """);
        file("order.input.schema.json", """
                {"type": "object", "properties": {"order": {"$ref": "common.schema.json#/$defs/Order"}}}
                """);

        assertThat(validate(order)).isEqualTo(1);

        assertThat(out.toString()).contains("reads $.order.totl").contains("did you mean \"total\"?");
    }

    @Test
    void a_machine_that_is_started_with_what_it_cannot_use_is_told_with_both_places() throws Exception {
        Path shipping = file("shipping.asl.json", """
                {"StartAt": "Price", "States": {
                  "Price": {"Type": "Pass", "InputPath": "$.total", "End": true}}}
                """);
        Path order = file("order.asl.json", """
                {"StartAt": "Ship", "States": {
                  "Ship": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "Parameters":
                    {"StateMachineArn": "${ShippingArn}", "Input": {"id.$": "$.id"}}, "End": true}}}
                """);

        assertThat(validate(order, shipping)).isZero();
        assertThat(validate("--machine", "ShippingArn=shipping", order, shipping))
                .isEqualTo(1);
        assertThat(validate("--machine", "ShippingArn=shiping", order, shipping))
                .isEqualTo(2);

        assertThat(out.toString())
                .contains(order + ":3:52: error [ASL-FLW-007] the Input of state \"Ship\" makes \"shipping\" fail at "
                        + shipping + ":2:42: state \"Price\" reads $.total");
        assertThat(err.toString())
                .contains(
                        "--machine: \"ShippingArn\" stands for the state machine \"shiping\", but no definition has this"
                                + " name; the definitions are \"order\" and \"shipping\", named after their files; did you mean \"shipping\"?");
    }

    @Test
    void a_schema_that_is_no_json_is_told_as_a_file_of_its_own() throws Exception {
        Path good = file("good.asl.json", GOOD);
        Files.createDirectory(folder.resolve("good.tasks"));
        Path schema = file("good.output.schema.json", "{");

        assertThat(validate(good)).isEqualTo(1);

        assertThat(out.toString()).contains(schema + ":1:2: error [ASL-DOC-001] invalid JSON");
    }

    /** The properties that SARIF 2.1.0 requires, by section of the standard. */
    @Test
    void sarif_has_what_the_standard_requires() throws Exception {
        assertThat(validate("--format", "sarif", file("bad.asl.json", BAD), file("broken.asl.json", "{")))
                .isEqualTo(1);

        JsonNode log = sarif();
        assertThat(log.path("version").stringValue()).as("3.13.2").isEqualTo("2.1.0");
        assertThat(log.path("runs").isArray()).as("3.13.4").isTrue();
        JsonNode run = log.at("/runs/0");
        JsonNode driver = run.at("/tool/driver");
        assertThat(driver.path("name").stringValue()).as("3.18.2, 3.19.8").isEqualTo("Stepwright");
        assertThat(run.path("columnKind").stringValue()).as("3.14.17").isIn("utf16CodeUnits", "unicodeCodePoints");
        assertThat(driver.path("rules")).as("3.19.23").isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.path("id").stringValue()).as("3.49.3").matches("ASL-[A-Z]{3}-\\d{3}");
            for (String message : List.of("shortDescription", "fullDescription", "help")) {
                assertThat(rule.path(message).path("text").stringValue())
                        .as("3.12.3 " + message)
                        .isNotBlank();
            }
            assertThat(rule.at("/defaultConfiguration/level").stringValue())
                    .as("3.50.3")
                    .isIn("none", "note", "warning", "error");
        });
        assertThat(run.path("results")).as("3.14.23").hasSize(4).allSatisfy(result -> {
            assertThat(result.at("/message/text").stringValue()).as("3.27.11").isNotBlank();
            assertThat(result.path("level").stringValue()).as("3.27.10").isIn("none", "note", "warning", "error");
            JsonNode named = driver.path("rules").get(result.path("ruleIndex").intValue());
            assertThat(named.path("id")).as("3.27.6").isEqualTo(result.path("ruleId"));
            JsonNode physical = result.at("/locations/0/physicalLocation");
            assertThat(physical.at("/artifactLocation/uri").stringValue())
                    .as("3.4.3")
                    .endsWith(".asl.json");
            assertThat(physical.at("/region/startLine").intValue()).as("3.30.5").isPositive();
            assertThat(physical.at("/region/startColumn").intValue())
                    .as("3.30.6")
                    .isPositive();
        });
    }

    @Test
    void sarif_names_rule_level_place_and_pointer_of_each_finding_in_order() throws Exception {
        validate("--format", "sarif", file("bad.asl.json", BAD));

        List<String> results = new ArrayList<>();
        for (JsonNode result : sarif().at("/runs/0/results")) {
            JsonNode location = result.at("/locations/0");
            JsonNode region = location.at("/physicalLocation/region");
            results.add("%s %s %s:%s %s"
                    .formatted(
                            result.path("ruleId").stringValue(),
                            result.path("level").stringValue(),
                            region.path("startLine"),
                            region.path("startColumn"),
                            location.at("/logicalLocations/0/fullyQualifiedName")
                                    .stringValue()));
        }
        assertThat(results)
                .containsExactly(
                        "ASL-STA-007 error 4:35 /States/A/Next",
                        "ASL-PAR-002 note 5:56 /States/B/Branches",
                        "ASL-WAI-004 warning 6:68 /States/B/Branches/0/States/C/Seconds");
    }

    @Test
    void sarif_names_files_from_the_working_directory_by_uris() throws Exception {
        Path nested = Files.createDirectories(folder.resolve("a b"));
        Path file = Files.writeString(nested.resolve("c:d#é.asl.json"), BAD);
        StringWriter text = new StringWriter();

        new FindingsSarif(folder)
                .print(
                        List.of(new CheckedFile(file.toString(), BAD, Validator.validate(file.toString(), BAD), 0)),
                        new PrintWriter(text, true));

        assertThat(text.toString())
                .contains("\"uri\": \"a%20b/c%3Ad%23%C3%A9.asl.json\"")
                .doesNotContain(folder.toString());
    }

    @Test
    void github_is_told_file_line_and_rule_of_each_finding_and_their_number() throws Exception {
        Path file = file("a, b.asl.json", BAD.replace("Bb", "50% of:\\nB"));
        StringWriter text = new StringWriter();

        new FindingsGithub(folder)
                .print(
                        List.of(new CheckedFile(
                                file.toString(), BAD, Validator.validate(file.toString(), Files.readString(file)), 0)),
                        new PrintWriter(text, true));

        assertThat(text.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "::error file=a%2C b.asl.json,line=4,col=35,title=ASL-STA-007::Next names \"50%25 of:"),
                        line -> assertThat(line).startsWith("::notice file=a%2C b.asl.json,line=5,"),
                        line -> assertThat(line).startsWith("::warning file=a%2C b.asl.json,line=6,"),
                        line -> assertThat(line).isEqualTo("1 error (AWS refuses it), 1 warning, 1 hint in 1 file"));
    }

    @Test
    void the_same_files_give_the_same_sarif() throws Exception {
        Path bad = file("bad.asl.json", BAD);

        validate("--format", "sarif", bad);
        String first = out.toString();
        out.getBuffer().setLength(0);
        validate("--format", "sarif", bad);

        assertThat(out.toString()).isEqualTo(first).doesNotContain("\"uri\": \"/");
    }

    @Test
    void suppressed_findings_are_counted_and_not_told() throws Exception {
        Path bad = file("bad.asl.json", BAD);
        file("bad.asl.ignore.json", "{\"ASL-WAI-004\": [\"C\"]}");

        assertThat(validate("--ignore", "ASL-PAR-002,ASL-STA-007", bad)).isZero();
        assertThat(out.toString().lines()).containsExactly("no findings in 1 file; 3 findings suppressed");

        out.getBuffer().setLength(0);
        assertThat(validate("--ignore", "ASL-PAR-002", "--format", "json", bad)).isEqualTo(1);
        JsonNode file = JsonMapper.shared().readTree(out.toString());
        assertThat(file.path("suppressed").intValue()).isEqualTo(2);
        assertThat(file.path("diagnostics")).hasSize(1);
    }

    @Test
    void what_is_wrong_with_an_ignore_file_is_told_in_it() throws Exception {
        Path bad = file("good.asl.json", GOOD);
        Path ignoreFile = file("good.asl.ignore.json", "{\"ASL-WAI-004\":\n  [\"A\"]}");

        assertThat(validate(bad)).isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).startsWith(ignoreFile + ":2:4: warning [ASL-IGN-004] ");
        assertThat(lines.get(1)).isEqualTo("      [\"A\"]}");
        assertThat(lines.get(3)).isEqualTo("1 warning in 2 files");
    }

    @Test
    void of_a_folder_all_that_is_called_as_definitions_are_is_checked() throws Exception {
        Files.createDirectories(folder.resolve("flows/.old"));
        file("flows/b.asl.json", BAD);
        file("a.asl.yaml", "StartAt: A\nStates: {A: {Type: Pass, End: true}}\n");
        file("a.input.schema.json", "{}");
        file("flows/.old/c.asl.json", BAD);

        assertThat(validate(folder)).isEqualTo(1);

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("b.asl.json:4:35: error", "1 error (AWS refuses it), 1 warning, 1 hint in 2 files");
    }

    @Test
    void a_folder_without_definitions_is_told() {
        assertThat(validate(folder)).isEqualTo(1);

        assertThat(err.toString().strip())
                .isEqualTo("stepwright validate: the folder " + folder
                        + " has no file that ends with .asl.json, .asl.yaml, .asl.yml, .asl, and no template with a state machine; "
                        + "if your definitions have other names, give the files themselves");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void what_is_given_beside_a_folder_without_definitions_is_checked() throws Exception {
        Path bad = file("bad.asl.json", BAD);
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThat(validate(empty, bad)).isEqualTo(1);

        assertThat(err.toString()).startsWith("stepwright validate: the folder " + empty + " has no file that ends");
        assertThat(out.toString()).contains("1 error (AWS refuses it), 1 warning, 1 hint in 1 file");
    }

    @Test
    void a_missing_file_gives_1() {
        assertThat(validate(folder.resolve("missing.json"))).isEqualTo(1);
        assertThat(err.toString()).contains("there is no file");
        assertThat(out.toString()).isEmpty();
    }
}
