package dev.stepwright.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Test;

/** What is told of a state, where it is named, and a new name for it. */
class StateNamesTest extends InEditor {
    @Test
    void a_state_tells_what_it_starts_with() throws Exception {
        editor.open(cursorBehind("\"Default\": \"Sp"));

        assertThat(editor.hover().getContents().getRight().getValue()).isEqualTo("""
                **Split**, Parallel

                Starts with
                ```
                $: object
                $.order: object
                $.order.total: integer
                $.order.name: string
                $limit: integer
                ```""");
        assertThat(editor.hover().getRange()).isEqualTo(range(7, 17, 24));
    }

    @Test
    void a_field_tells_what_it_is_for() throws Exception {
        editor.open(cursorBehind("\"Defa"));

        assertThat(editor.hover().getContents().getRight().getValue()).contains("no rule");
    }

    @Test
    void a_target_leads_to_its_state_and_the_state_to_what_leads_to_it() throws Exception {
        editor.open(cursorBehind("\"Default\": \"Sp"));
        assertThat(editor.declaration()).containsExactly(range(9, 4, 11));

        editor.change(cursorBehind("\"Done\": {\"Type\"".substring(0, 4)));
        assertThat(editor.references()).containsExactly(range(6, 92, 98), range(15, 14, 20));
    }

    @Test
    void a_state_is_marked_wherever_it_is_named() throws Exception {
        editor.open(cursorBehind("\"Default\": \"Sp"));

        assertThat(editor.highlights()).containsExactly(range(7, 17, 24), range(9, 4, 11));
    }

    @Test
    void a_state_gets_its_new_name_wherever_it_is_named() throws Exception {
        editor.open(cursorBehind("\"Default\": \"Sp"));

        assertThat(editor.rename("Both \"ways\""))
                .containsExactly(
                        new TextEdit(range(7, 17, 24), "\"Both \\\"ways\\\"\""),
                        new TextEdit(range(9, 4, 11), "\"Both \\\"ways\\\"\""));
    }

    @Test
    void a_name_that_is_taken_or_too_long_is_refused() throws Exception {
        editor.open(cursorBehind("\"Default\": \"Sp"));

        assertThatThrownBy(() -> editor.rename("Inner"))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("there is already a state \"Inner\"");
        assertThatThrownBy(() -> editor.rename("n".repeat(81))).hasMessageContaining("1 to 80 characters");
    }

    @Test
    void states_stand_within_the_state_they_belong_to() throws Exception {
        editor.open(ORDER);

        List<DocumentSymbol> outline = editor.outline();

        assertThat(outline).extracting(DocumentSymbol::getName).containsExactly("Make", "Check", "Split", "Done");
        assertThat(outline.get(2).getChildren())
                .extracting(DocumentSymbol::getName)
                .containsExactly("Inner", "Beside");
        assertThat(outline.get(2).getDetail()).isEqualTo("Parallel");
        assertThat(outline.get(2).getRange()).isEqualTo(new Range(new Position(9, 4), new Position(16, 5)));
        assertThat(editor.folds()).containsExactly(new FoldingRange(4, 8), new FoldingRange(9, 16));
    }

    @Test
    void places_count_as_the_protocol_has_it_whatever_the_lines_and_characters_are() throws Exception {
        String text = "\uFEFF" + ORDER.replace("\n", "\r\n").replace("Split", "Spl😀it");
        editor.open(text.replace("\"Default\": \"Sp", "\"Default\": \"Sp‸"));

        assertThat(editor.declaration()).containsExactly(range(9, 4, 13));
        assertThat(editor.rename("B"))
                .containsExactly(new TextEdit(range(7, 17, 26), "\"B\""), new TextEdit(range(9, 4, 13), "\"B\""));
        editor.change(text.replace("\"Default\": \"Spl😀it\"", "\"Default\": \"😀 Spl😀it‸\""));
        assertThat(editor.fixes()).containsValue(text);
    }

    @Test
    void a_place_behind_the_end_is_none() throws Exception {
        editor.open(ORDER);
        editor.placeCursor(new Position(1000, 1000));

        assertThat(editor.hover()).isNull();
        assertThat(editor.completion()).isEmpty();
        assertThat(editor.declaration()).isEmpty();
        assertThat(editor.actions(
                        new Range(new Position(0, 0), new Position(5000, 7)), List.of(CodeActionKind.QuickFix)))
                .isEmpty();
        editor.placeCursor(new Position(3, 5000));
        assertThat(editor.hover()).isNull();
        assertThat(editor.completion()).isEmpty();
    }
}
