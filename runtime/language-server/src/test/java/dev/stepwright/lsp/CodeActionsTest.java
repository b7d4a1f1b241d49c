package dev.stepwright.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;

/** What is mended or rewritten when one asks for it. */
class CodeActionsTest extends InEditor {
    @Test
    void what_knows_its_remedy_is_mended_at_its_place() throws Exception {
        String misspelt = ORDER.replace("\"Default\": \"Split\"", "\"Default\": \"Sp‸ilt\"");
        editor.open(misspelt);

        assertThat(editor.fixes()).containsExactly(Map.entry("Change to \"Split\"", ORDER));

        editor.change(ORDER.replace("\"limit\": 3}, \"Next\": \"Check\"", "\"limit\": 3}")
                .replace("\"Make\": {", "\"M‸ake\": {"));
        assertThat(editor.fixes().keySet()).containsExactly("Add \"Next\": \"Check\"", "Add \"End\": true");
        editor.change(ORDER.replace("\"Type\": \"Choice\"", "\"Type\": \"Choice\" ‸"));
        assertThat(editor.fixes()).isEmpty();
    }

    @Test
    void what_is_surely_misspelt_is_mended_all_at_once_if_that_is_asked_for() throws Exception {
        editor.open(
                ORDER.replace("\"Default\"", "\"Defalt\"").replace("\"StartAt\": \"Make\"", "\"StartAt\": \"Mak\""));
        Range start = range(0, 0, 0);

        assertThat(editor.actions(start, null)).isEmpty();
        assertThat(editor.actions(start, List.of(CodeActionKind.SourceFixAll)))
                .singleElement()
                .satisfies(all -> assertThat(editor.after(all)).isEqualTo(ORDER));
        assertThat(editor.actions(start, List.of(CodeActionKind.Refactor))).isEmpty();
    }

    @Test
    void a_definition_in_jsonpath_is_converted_to_jsonata_as_a_whole() throws Exception {
        String converted = """
                {
                  "QueryLanguage": "JSONata",
                  "StartAt": "A",
                  "States": {
                    "A": {
                      "Type": "Pass",
                      "Output": "{% $states.input.order %}",
                      "End": true
                    }
                  }
                }
                """;
        editor.open("""
                {"StartAt": "A",
                  "States": {"A": {"Type": "Pass", "InputPath": "$.order", "End": true}}}
                """);

        assertThat(editor.actions(range(1, 0, 0), null)).singleElement().satisfies(only -> {
            assertThat(only.getTitle()).isEqualTo("Convert to JSONata");
            assertThat(only.getKind()).isEqualTo(CodeActionKind.RefactorRewrite);
            assertThat(editor.after(only)).isEqualTo(converted);
        });
        editor.change(converted);
        assertThat(rewritings()).isEmpty();
    }

    @Test
    void what_stays_in_jsonpath_and_what_to_check_is_said_before() throws Exception {
        String pass = "\"Type\": \"Pass\", \"Parameters\": {\"a.$\": \"%s\"}, ";
        String some = "{\"StartAt\": \"A\", \"States\": {\"A\": {" + pass.formatted("States.MathRandom(1, 9, 5)")
                + "\"Next\": \"B\"}, \"B\": {" + pass.formatted("$.items[*].id") + "\"End\": true}}}";
        editor.open(some);

        assertThat(rewritings())
                .extracting(CodeAction::getTitle)
                .containsExactly("Convert to JSONata, 1 state stays in JSONPath, 1 place to check");
        editor.change(some.replace("$.items[*].id", "States.MathRandom(1, 9, 5)"));
        assertThat(rewritings()).isEmpty();
    }

    @Test
    void only_a_definition_that_is_right_is_converted() throws Exception {
        editor.open(ORDER.replace("\"Default\": \"Split\"", "\"Default\": \"Spilt\""));
        assertThat(rewritings()).isEmpty();
    }

    @Test
    void a_placeholder_that_stands_bare_does_so_when_it_is_converted() throws Exception {
        editor.open("""
                {"StartAt": "A", "TimeoutSeconds": ${Limit}, "States": {
                  "A": {"Type": "Pass", "InputPath": "$.order", "Comment": "${Words}", "End": true}}}
                """);

        assertThat(rewritings())
                .singleElement()
                .satisfies(only -> assertThat(editor.after(only))
                        .contains("\"TimeoutSeconds\": ${Limit},", "\"Comment\": \"${Words}\","));
    }

    @Test
    void what_is_yaml_stays_yaml_when_it_is_converted() throws Exception {
        String pass = "StartAt: A\nStates:\n  A: {Type: Pass, InputPath: $.order, End: true}\n";
        use("order.asl.yaml");
        editor.open(pass);

        assertThat(rewritings()).singleElement().satisfies(only -> {
            assertThat(only.getTitle()).isEqualTo("Convert to JSONata");
            assertThat(editor.after(only)).isEqualTo("""
                    QueryLanguage: JSONata
                    StartAt: A
                    States:
                      A:
                        Type: Pass
                        Output: '{% $states.input.order %}'
                        End: true
                    """);
        });
        editor.change("# Passes.\n" + pass);
        assertThat(rewritings())
                .extracting(CodeAction::getTitle)
                .containsExactly("Convert to JSONata, without its comments");
    }
}
