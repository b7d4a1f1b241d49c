package dev.stepwright.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A definition in YAML. */
class YamlTest extends InEditor {
    private static final String YAML = """
            StartAt: First
            States:
              First:
                Type: Pass
                Result:
                  total: 5
                Next: Charge it
              Charge it:
                Type: Task
                Resource: arn:aws:states:::sqs:sendMessage
                InputPath: $.total
                Retry:
                  - ErrorEquals: [States.Timeout]
                  - ErrorEquals:
                      - States.ALL
                Next: Last
              Last:
                Type: Succeed
            """;

    @Test
    void yaml_is_served_too() throws Exception {
        use("order.asl.yaml");
        assertThat(editor.open(YAML.replace("Next: Last", "Next: La‸st")))
                .extracting(Diagnostic::getSeverity)
                .doesNotContain(DiagnosticSeverity.Error);

        assertThat(editor.declaration()).containsExactly(range(16, 2, 6));
        assertThat(editor.rename("The end"))
                .containsExactly(new TextEdit(range(15, 10, 14), "The end"), new TextEdit(range(16, 2, 6), "The end"));
        assertThat(editor.rename("no")).extracting(TextEdit::getNewText).containsOnly("\"no\"");
        assertThat(editor.change(YAML.replace("Next: Last", "Next: Lost")))
                .extracting(Diagnostic::getSeverity)
                .contains(DiagnosticSeverity.Error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            Next: Last          | Next: ‸             | Charge it                      | Charge it
            Next: Last          | Next: "La‸"         | Charge it                      | Charge it
            Type: Task          | Type: ‸             | Parallel                       | Parallel
            InputPath: $.total  | InputPath: ‸        | $.total                        | $.total
            InputPath: $.total  | InputPath: '$.to‸'  | $.total                        | $.total
            InputPath: $.total  | Time‸               | TimeoutSeconds                 | TimeoutSeconds:
            - States.ALL        | - ‸                 | Lambda.TooManyRequestsException | Lambda.TooManyRequestsException
            - States.ALL        | - "St‸"             | States.Permissions             | States.Permissions
            ErrorEquals: [States.Timeout] | Inter‸    | IntervalSeconds                | IntervalSeconds:
            Resource: arn:aws:states:::sqs:sendMessage | Resource: arn‸ | arn:aws:states:::sns:publish | arn:aws:states:::sns:publish
            """)
    void yaml_is_completed_line_by_line(String before, String line, String label, String text) throws Exception {
        use("order.asl.yaml");
        assertThat(YAML).contains(before);
        editor.open(YAML.replace(before, line));

        assertThat(editor.completion())
                .filteredOn(item -> item.getLabel().equals(label))
                .singleElement()
                .satisfies(item -> assertThat(
                                item.getTextEdit().getLeft().getNewText().strip())
                        .isEqualTo(text));
    }

    @Test
    void a_name_in_quotes_takes_no_colon_into_them() throws Exception {
        use("order.asl.yaml");
        editor.open(YAML.replace("InputPath: $.total", "\"Time‸\""));

        assertThat(editor.completion())
                .extracting(item -> item.getTextEdit().getLeft().getNewText())
                .contains("TimeoutSeconds");
    }

    @Test
    void a_state_that_an_alias_brings_stands_where_its_name_does() throws Exception {
        use("order.asl.yaml");
        editor.open("""
                StartAt: A
                States:
                  A: &wait {Type: Wait, Seconds: 1, Next: B}
                  B: *wait
                """);

        assertThat(editor.outline())
                .extracting(DocumentSymbol::getRange)
                .containsExactly(range(2, 2, 44), range(3, 2, 3));
    }
}
