package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.AslDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsTest {
    /** Two hints that Lambda is not retried, a warning that a wait is none, and an error. */
    private static final String DEFINITION = """
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Next": "All"},
              "All": {"Type": "Map", "Next": "Rest", "ItemProcessor": {"StartAt": "Ship", "States": {
                "Ship": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true}}}},
              "Rest": {"Type": "Wait", "Seconds": 0, "Next": "Nowhere"},
              "End": {"Type": "Succeed"}}}
            """;

    @TempDir
    private Path folder;

    private Suppressions.Remaining remaining(Suppressions suppressions) throws IOException {
        AslDocument document = AslDocument.parse("order.asl.json", DEFINITION);
        return suppressions.apply(folder.resolve("order.asl.json"), document, Validator.validate(document));
    }

    private Suppressions.Remaining remainingBeside(String ignoreFile) throws IOException {
        Files.writeString(folder.resolve("order.asl.ignore.json"), ignoreFile);
        return remaining(Suppressions.of(List.of()));
    }

    private static List<String> told(Suppressions.Remaining remaining) {
        return remaining.findings().stream()
                .map(finding -> finding.rule() + " " + finding.pointer())
                .toList();
    }

    @Test
    void without_suppressions_everything_is_told() throws IOException {
        Suppressions.Remaining remaining = remaining(Suppressions.of(List.of()));

        assertThat(told(remaining))
                .containsExactly(
                        "ASL-ERR-008 /States/Charge/Resource",
                        "ASL-ERR-008 /States/All/ItemProcessor/States/Ship/Resource",
                        "ASL-WAI-004 /States/Rest/Seconds",
                        "ASL-STA-007 /States/Rest/Next");
        assertThat(remaining.suppressed()).isZero();
        assertThat(remaining.ofIgnoreFile()).isEmpty();
    }

    @Test
    void a_rule_of_the_build_is_told_nowhere_errors_too() throws IOException {
        Suppressions.Remaining remaining = remaining(Suppressions.of(List.of("ASL-ERR-008", "ASL-STA-007")));

        assertThat(told(remaining)).containsExactly("ASL-WAI-004 /States/Rest/Seconds");
        assertThat(remaining.suppressed()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0} leaves {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    {"ASL-ERR-008": "*"}                                                   | 2
                    {"ASL-ERR-008": ["Charge"]}                                            | 3
                    {"ASL-ERR-008": ["All"]}                                               | 3
                    {"ASL-ERR-008": ["Ship", "Charge"], "ASL-STA-007": ["/States/Rest"]}   | 1
                    {"ASL-WAI-004": ["/States/Rest/Seconds"]}                              | 3
                    {}                                                                     | 4
                    """)
    void an_ignore_file_names_states_pointers_or_everything(String ignoreFile, int left) throws IOException {
        Suppressions.Remaining remaining = remainingBeside(ignoreFile);

        assertThat(remaining.findings()).hasSize(left);
        assertThat(remaining.suppressed()).isEqualTo(4 - left);
        assertThat(remaining.ofIgnoreFile()).isEmpty();
        assertThat(remaining.ignoreText()).isEqualTo(ignoreFile);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {"ASL-XXX-001": "*"}              | 1:2: warning [ASL-IGN-002] there is no rule "ASL-XXX-001"; docs/rules.md lists all
                    {"ASL-ERR-080": "*"}              | 1:2: warning [ASL-IGN-002] there is no rule "ASL-ERR-080"; did you mean "ASL-ERR-008"?; docs/rules.md lists all
                    {"ASL-DOC-001": "*"}              | 1:2: warning [ASL-IGN-002] ASL-DOC-001 cannot be ignored; fix what it finds
                    {"ASL-IGN-004": "*"}              | 1:2: warning [ASL-IGN-002] ASL-IGN-004 cannot be ignored; fix what it finds
                    {"ASL-ERR-008": ["Chrage"]}       | 1:18: warning [ASL-IGN-003] there is no state "Chrage"; did you mean "Charge"?
                    {"ASL-ERR-008": ["Rest"]}         | 1:18: warning [ASL-IGN-004] ASL-ERR-008 at "Rest" suppresses nothing; remove it
                    {"ASL-ERR-008": ["/States/Char"]} | 1:18: warning [ASL-IGN-004] ASL-ERR-008 at "/States/Char" suppresses nothing; remove it
                    {"ASL-CHO-001": "*"}              | 1:17: warning [ASL-IGN-004] ASL-CHO-001 at "*" suppresses nothing; remove it
                    {"ASL-ERR-008": true}             | 1:17: error [ASL-IGN-001] the places of a rule must be "*" or an array of states and JSON pointers, found true
                    {"ASL-ERR-008": [7]}              | 1:18: error [ASL-IGN-001] a place must be the name of a state or a JSON pointer such as "/States/Charge/Retry", found 7
                    []                                | 1:1: error [ASL-IGN-001] an ignore file must be an object of rules, such as {"ASL-ERR-008": ["Charge"]}, found []
                    """)
    void what_an_ignore_file_cannot_mean_is_told_with_its_place(String ignoreFile, String finding) throws IOException {
        Suppressions.Remaining remaining = remainingBeside(ignoreFile);

        assertThat(remaining.ofIgnoreFile())
                .extracting(diagnostic -> diagnostic.format("x"))
                .containsExactly("x:" + finding);
        assertThat(remaining.findings()).hasSize(4);
    }

    @Test
    void an_ignore_file_that_is_no_json_is_an_error() throws IOException {
        assertThat(remainingBeside("{\"ASL-ERR-008\": ").ofIgnoreFile())
                .extracting(Diagnostic::rule)
                .containsExactly("ASL-IGN-001");
    }

    @Test
    void an_entry_is_of_use_though_the_build_ignores_the_rule_too() throws IOException {
        Files.writeString(folder.resolve("order.asl.ignore.json"), "{\"ASL-ERR-008\": [\"Charge\"]}");

        Suppressions.Remaining remaining = remaining(Suppressions.of(List.of("ASL-ERR-008")));

        assertThat(remaining.ofIgnoreFile()).isEmpty();
        assertThat(remaining.suppressed()).isEqualTo(2);
    }

    @Test
    void a_build_cannot_ignore_what_is_no_rule() {
        assertThatThrownBy(() -> Suppressions.of(List.of("ASL-ERR-8")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no rule \"ASL-ERR-8\"");
        assertThatThrownBy(() -> Suppressions.of(List.of("ASL-DOC-002"))).hasMessageContaining("cannot be ignored");
    }

    @ParameterizedTest
    @CsvSource({
        "a/order.asl.json, a/order.asl.ignore.json",
        "order.json, order.ignore.json",
        "order, order.ignore.json",
        "order.asl.yaml, order.asl.ignore.json"
    })
    void the_ignore_file_stands_beside_the_definition(Path definition, Path expected) {
        assertThat(Suppressions.ignoreFile(definition)).isEqualTo(expected);
    }
}
