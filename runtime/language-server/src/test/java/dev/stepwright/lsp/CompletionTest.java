package dev.stepwright.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Test;

/** What is offered while one types, and where it is put. */
class CompletionTest extends InEditor {
    private List<String> completion(String text) throws Exception {
        editor.open(text);
        return editor.completion().stream().map(CompletionItem::getLabel).toList();
    }

    @Test
    void a_transition_can_go_to_the_states_of_its_scope() throws Exception {
        assertThat(completion(cursorBehind("\"Default\": \""))).containsExactly("Make", "Check", "Split", "Done");
    }

    @Test
    void a_branch_starts_with_a_state_of_its_own() throws Exception {
        assertThat(completion(cursorBehind("\"StartAt\": \"Inn"))).containsExactly("Inner");
    }

    @Test
    void a_name_that_is_chosen_takes_the_place_of_what_is_there() throws Exception {
        editor.open(cursorBehind("\"Default\": \"Sp"));

        assertThat(editor.completion().get(3).getTextEdit().getLeft())
                .isEqualTo(new TextEdit(range(7, 18, 23), "Done"));
    }

    @Test
    void the_rest_of_the_line_need_not_be_there_yet() throws Exception {
        String unfinished = ORDER.replace(
                "\"Done\": {\"Type\": \"Succeed\"}",
                "\"More\": {\"Type\": \"Pass\", \"Next\": \"‸\" \"Comment\": \"a\"}, \"Done\": {\"Type\": \"Succeed\"}");

        assertThat(completion(unfinished)).contains("Split", "Done");
    }

    @Test
    void words_are_those_of_the_field() throws Exception {
        assertThat(completion("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"‸\"}}}"))
                .contains("Task", "Choice");
    }

    @Test
    void errors_and_services_are_suggested() throws Exception {
        String task = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\", %s}}}";

        assertThat(completion(task.formatted("\"Retry\": [{\"ErrorEquals\": [\"States.Timeout\", \"‸\"]}]")))
                .contains("States.ALL", "Lambda.TooManyRequestsException");
        editor.change(task.formatted("\"Resource\": \"arn:aws:states:::sq‸\""));
        assertThat(editor.completion())
                .extracting(CompletionItem::getLabel)
                .contains("arn:aws:states:::sqs:sendMessage.waitForTaskToken", "arn:aws:states:::ecs:runTask.sync");
    }

    @Test
    void fields_are_those_that_the_state_can_have_and_has_not() throws Exception {
        String text = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"‸\"}}}";

        assertThat(completion(text)).contains("Result", "Next").doesNotContain("Type", "Retry");
        assertThat(editor.completion())
                .allSatisfy(
                        item -> assertThat(item.getDocumentation().getLeft()).isNotBlank());
    }

    @Test
    void paths_are_those_of_the_states_input_and_its_variables() throws Exception {
        editor.open(cursorBehind("\"Variable\": \"$.or"));

        List<CompletionItem> items = editor.completion();

        assertThat(items)
                .extracting(CompletionItem::getLabel)
                .containsExactly("$", "$.order", "$.order.total", "$.order.name", "$limit");
        assertThat(items).extracting(CompletionItem::getDetail).contains("integer", "string");
        assertThat(items.get(2).getTextEdit().getLeft()).isEqualTo(new TextEdit(range(6, 32, 36), "$.order.total"));
    }

    @Test
    void an_expression_has_paths_wherever_one_begins() throws Exception {
        String text = """
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Output": {"first name": "a"}, "Assign": {"n": 1}, "Next": "B"},
                  "B": {"Type": "Pass", "Output": "{% 'Dear ' & $‸ %}", "End": true}}}
                """;

        assertThat(completion(text)).containsExactly("$states.input", "$states.input.`first name`", "$n");
    }

    @Test
    void nothing_is_offered_where_there_is_no_string() throws Exception {
        assertThat(completion(ORDER.replace("\"Type\": \"Choice\"", "\"Type\": ‸")))
                .isEmpty();
    }
}
