package dev.stepwright.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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

        assertThat(completion(text))
                .startsWith("$states.input", "$states.input.`first name`", "$n", "$states.context")
                .contains("$sum", "$uuid")
                .doesNotContain("$states.result", "$states.context.Execution")
                .doesNotContain("$eval"); // Step Functions has none
    }

    @Test
    void what_is_no_expression_yet_becomes_one_if_it_is_nothing_else() throws Exception {
        String pass =
                "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Output\": \"%s\", \"End\": true}}}";

        assertThat(completion(pass.formatted("$‸"))).contains("$states.input", "$uuid");
        assertThat(editor.completion())
                .extracting(item -> item.getTextEdit().getLeft().getNewText())
                .contains("{% $states.input %}", "{% $uuid() %}");
        for (String text : List.of("Dear $‸", "{% 1 %} $‸", "$‸ and more")) {
            assertThat(completion(pass.formatted(text))).as(text).isEmpty();
        }
    }

    @Test
    void what_a_function_gives_is_known_from_the_schema_beside_the_definition() throws Exception {
        Files.createDirectories(folder.resolve("order.tasks"));
        Files.writeString(folder.resolve("order.tasks/Pay.output.schema.json"), """
                {"type": "object", "properties": {"receipt": {"type": "string"}}, "required": ["receipt"]}
                """);
        String text = """
                {"QueryLanguage": "JSONata", "StartAt": "Pay", "States": {"Pay": {
                  "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "pay"},
                  "Output": "{% $states.result.‸ %}", "End": true}}}
                """;
        Files.writeString(folder.resolve("order.asl.json"), text);

        assertThat(completion(text)).contains("$states.result.Payload.receipt");
    }

    @Test
    void the_context_object_and_what_came_of_the_work_are_offered_where_they_are_begun() throws Exception {
        String task = """
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", %s "End": true}}}
                """;

        assertThat(completion(task.formatted("\"Arguments\": \"{% $states.con‸ %}\",")))
                .contains("$states.input", "$states.context.Execution.Input", "$states.context.Task.Token")
                .doesNotContain("$states.result", "$sum");
        assertThat(completion(task.replace(".waitForTaskToken", "").formatted("\"Output\": \"{% $states.r‸ %}\",")))
                .contains("$states.result", "$states.result.MessageId");
        assertThat(
                        completion(
                                task.formatted(
                                        "\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"A\", \"Output\": \"{% $states.‸ %}\"}],")))
                .contains("$states.errorOutput.Cause")
                .doesNotContain("$states.result");
        assertThat(completion(cursorBehind("\"Variable\": \"$").replace("$‸", "$$.‸")))
                .contains("$$.Execution.Id", "$$.State.EnteredTime");
    }

    @Test
    void parameters_are_those_that_the_service_takes_and_that_are_not_there_yet() throws Exception {
        String task = """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::%s", "End": true,
                  "Parameters": {%s}}}}
                """;

        assertThat(completion(task.formatted("sqs:sendMessage", "\"QueueUrl.$\": \"$.q\", \"‸\"")))
                .startsWith("MessageBody")
                .contains("DelaySeconds", "MessageGroupId")
                .doesNotContain("QueueUrl");
        assertThat(editor.completion().get(0).getDetail()).isEqualTo("any JSON, required");
        assertThat(completion(task.formatted("aws-sdk:s3:putObject", "\"Bu‸\"")))
                .startsWith("Bucket", "Key");
        assertThat(completion(task.formatted("events:putEvents", "\"Entries\": [{\"Source\": \"a\", \"‸\"}]")))
                .contains("Detail", "DetailType")
                .doesNotContain("Source");
        assertThat(completion(task.formatted("sqs:sendMessage", "\"Que‸.$\": \"$.q\"")))
                .contains("QueueUrl");
        assertThat(editor.completion())
                .extracting(item -> item.getTextEdit().getLeft().getNewText())
                .contains("QueueUrl.$");
        assertThat(completion(task.formatted("nobody:knows", "\"‸\""))).isEmpty();
    }

    @Test
    void intrinsic_functions_are_offered_where_a_path_can_stand() throws Exception {
        String pass =
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Parameters\": {%s}, \"End\": true}}}";

        assertThat(completion(pass.formatted("\"a.$\": \"‸\""))).contains("States.Format", "States.UUID");
        assertThat(completion(pass.formatted("\"a.$\": \"States.Array($.b, Sta‸)\"")))
                .contains("States.Format");
        assertThat(editor.completion().get(0).getTextEdit().getLeft().getNewText())
                .isEqualTo("States.Format()");
        assertThat(completion(pass.formatted("\"a.$\": \"States.Array('it, (', Sta‸)\"")))
                .contains("States.Format");
        String longText = "it ".repeat(20_000);
        assertThat(completion(pass.formatted("\"a.$\": \"States.Array('" + longText + "', Sta‸)\"")))
                .contains("States.Format");
        for (String text : List.of("$.Sta‸", "$.a Sta‸", "States.Array('a, Sta‸", "States.Array('it\\\\'s, Sta‸')")) {
            assertThat(completion(pass.formatted("\"a.$\": \"" + text + "\"")))
                    .as(text)
                    .doesNotContain("States.Format");
        }
        assertThat(completion(pass.formatted("\"a\": \"‸\""))).isEmpty();
    }

    @Test
    void nothing_is_offered_where_there_is_no_string() throws Exception {
        assertThat(completion(ORDER.replace("\"Type\": \"Choice\"", "\"Type\": ‸")))
                .isEmpty();
    }
}
