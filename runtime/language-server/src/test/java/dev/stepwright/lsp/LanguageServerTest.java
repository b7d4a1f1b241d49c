package dev.stepwright.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageServerTest {
    private static final String ORDER = """
            {
              "StartAt": "Make",
              "States": {
                "Make": {"Type": "Pass", "Result": {"order": {"total": 5, "name": "a"}}, "Assign": {"limit": 3}, "Next": "Check"},
                "Check": {
                  "Type": "Choice",
                  "Choices": [{"Variable": "$.order.total", "NumericGreaterThanPath": "$limit", "Next": "Done"}],
                  "Default": "Split"
                },
                "Split": {
                  "Type": "Parallel",
                  "Branches": [
                    {"StartAt": "Inner", "States": {"Inner": {"Type": "Succeed"}}},
                    {"StartAt": "Beside", "States": {"Beside": {"Type": "Succeed"}}}
                  ],
                  "Next": "Done"
                },
                "Done": {"Type": "Succeed"}
              }
            }
            """;

    private Editor editor;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        editor = new Editor(folder.resolve("order.asl.json").toUri().toString());
    }

    @AfterEach
    void stop() throws Exception {
        editor.close();
    }

    private static Range range(int line, int from, int to) {
        return new Range(new Position(line, from), new Position(line, to));
    }

    /** Returns the definition with the cursor behind some words of it. */
    private static String cursorBehind(String words) {
        assertThat(ORDER).contains(words);
        return ORDER.replace(words, words + "‸");
    }

    private List<String> completion(String text) throws Exception {
        editor.open(text);
        return editor.completion().stream().map(CompletionItem::getLabel).toList();
    }

    @Test
    void findings_are_told_while_one_types() throws Exception {
        assertThat(editor.open(ORDER)).isEmpty();

        List<Diagnostic> found = editor.change(ORDER.replace("\"Default\": \"Split\"", "\"Default\": \"Spilt\""));

        assertThat(found).extracting(each -> each.getCode().getLeft()).contains("ASL-STA-007");
        assertThat(found.get(0).getSource()).isEqualTo("stepwright");
        assertThat(found.get(0).getSeverity()).isEqualTo(DiagnosticSeverity.Error);
        assertThat(found.get(0).getRange()).isEqualTo(range(7, 17, 24));
        assertThat(editor.change(ORDER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void parts_of_a_text_change_one_after_the_other(String ending) throws Exception {
        String text = "{\"StartAt\": \"😀\",\n\"States\": {\"😀\": {\"Type\": \"Succeed\"}}}".replace("\n", ending);
        editor.open(text);

        assertThat(editor.edit(
                        new TextEdit(range(0, 13, 15), "First"),
                        new TextEdit(range(0, 19, 20), ", \"Comment\": \"a\",")))
                .anySatisfy(one -> assertThat(one.getMessage()).contains("\"First\""));
        assertThat(editor.edit(new TextEdit(range(1, 12, 14), "First"))).isEmpty();
        assertThat(editor.outline()).extracting(DocumentSymbol::getName).containsExactly("First");
        assertThat(editor.edit(new TextEdit(new Range(new Position(0, 0), new Position(2, 0)), "{}")))
                .isNotEmpty();
        assertThat(editor.outline()).isEmpty();
    }

    @Test
    void a_text_that_cannot_be_read_has_one_finding() throws Exception {
        List<Diagnostic> found = editor.open(ORDER.replace("\"Default\": \"Split\"", "\"Default\": "));

        assertThat(found)
                .singleElement()
                .satisfies(only -> assertThat(only.getCode().getLeft()).isEqualTo("ASL-DOC-001"));
    }

    @Test
    void a_path_that_nothing_produces_is_told_at_its_place() throws Exception {
        List<Diagnostic> found = editor.open(ORDER.replace("$.order.total", "$.order.tot‸l"));

        assertThat(found).anySatisfy(one -> {
            assertThat(one.getMessage()).contains("$.order.totl", "did you mean \"total\"?");
            assertThat(one.getRange().getStart()).isEqualTo(new Position(6, 31));
        });
        assertThat(editor.fixes()).containsExactly(Map.entry("Change to \"$.order.total\"", ORDER));
    }

    @Test
    void schemas_and_ignore_files_beside_the_definition_count_once_one_is_saved() throws Exception {
        String text = """
                {"StartAt": "Read", "States": {"Read": {"Type": "Pass", "InputPath": "$.order", "End": true}}}
                """;
        Files.writeString(folder.resolve("order.asl.json"), text);
        assertThat(editor.open(text)).isEmpty();

        Files.writeString(folder.resolve("order.input.schema.json"), """
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": false}
                """);
        List<Diagnostic> found = editor.save();
        assertThat(found).isNotEmpty();

        String rules = String.join(
                "\": \"*\", \"",
                found.stream().map(each -> each.getCode().getLeft()).distinct().toList());
        Files.writeString(folder.resolve("order.asl.ignore.json"), "{\"" + rules + "\": \"*\"}");
        assertThat(editor.save()).isEmpty();
    }

    @Test
    void nothing_is_told_any_more_of_a_text_that_is_closed() throws Exception {
        assertThat(editor.open("{}")).isNotEmpty();

        assertThat(editor.close(folder.resolve("order.asl.json").toUri().toString()))
                .isEmpty();
        assertThat(editor.completion()).isEmpty();
        assertThat(editor.hover()).isNull();
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

    private List<CodeAction> rewritings() throws Exception {
        return editor.actions(range(0, 0, 0), List.of(CodeActionKind.RefactorRewrite));
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
    void only_a_definition_of_its_own_that_is_right_is_converted() throws Exception {
        editor.open(ORDER.replace("\"Default\": \"Split\"", "\"Default\": \"Spilt\""));
        assertThat(rewritings()).isEmpty();

        use("template.json");
        editor.open(SENDING.get("template.json"));
        assertThat(rewritings()).isEmpty();
        use("template.yaml");
        editor.open(TEMPLATE);
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
        useYaml();
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

    private void useYaml() throws Exception {
        use("order.asl.yaml");
    }

    @Test
    void yaml_is_served_too() throws Exception {
        useYaml();
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
        useYaml();
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
        useYaml();
        editor.open(YAML.replace("InputPath: $.total", "\"Time‸\""));

        assertThat(editor.completion())
                .extracting(item -> item.getTextEdit().getLeft().getNewText())
                .contains("TimeoutSeconds");
    }

    private static final String TEMPLATE = """
            AWSTemplateFormatVersion: '2010-09-09'
            Parameters:
              Queue: {Type: String}
            Resources:
              Order:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  RoleArn: arn:aws:iam::123456789012:role/a
                  DefinitionString: !Sub |
                    {
                      "StartAt": "Send",
                      "States": {
                        "Send": {
                          "Type": "Task",
                          "Resource": "arn:aws:states:::sqs:sendMessage",
                          "Parameters": {"QueueUrl": "${Queue}", "MessageBody.$": "$"},
                          "Next": "Done"
                        },
                        "Done": {"Type": "Succeed"}
                      }
                    }
              Bill:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Definition:
                    StartAt: First
                    States:
                      First:
                        Type: Wait
                        Seconds: 1
                        Next: Done
                      Done:
                        Type: Succeed
            """;

    private void use(String file) throws Exception {
        editor.close();
        editor = new Editor(folder.resolve(file).toUri().toString());
    }

    @Test
    void definitions_in_templates_are_served_where_they_stand() throws Exception {
        use("template.yaml");
        assertThat(editor.open(TEMPLATE)).noneMatch(found -> found.getSeverity() == DiagnosticSeverity.Error);

        assertThat(editor.outline()).extracting(DocumentSymbol::getName).containsExactly("Order", "Bill");
        assertThat(editor.outline().get(0).getChildren())
                .extracting(DocumentSymbol::getName)
                .containsExactly("Send", "Done");
        editor.change(TEMPLATE.replace("\"Next\": \"Done\"", "\"Next\": \"Do‸ne\""));
        assertThat(editor.declaration()).containsExactly(range(18, 12, 18));
        assertThat(editor.rename("End")).hasSize(2);
        editor.change(TEMPLATE.replace("Next: Done", "Next: Do‸ne"));
        assertThat(editor.declaration()).containsExactly(range(31, 10, 14));
        assertThat(editor.hover().getContents().getRight().getValue()).startsWith("**Done**, Succeed");
        editor.change(TEMPLATE.replace("arn:aws:iam", "arn:‸aws:iam"));
        assertThat(editor.hover()).isNull();
    }

    /** A definition as text, with a place for what the queue is. */
    private static final String SENDING_TEXT = """
            {
              "StartAt": "Make",
              "States": {
                "Make": {"Type": "Pass", "Result": {"total": 5}, "Assign": {"limit": 3}, "Next": "Send"},
                "Send": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::sqs:sendMessage",
                  "InputPath": "$.total",
                  "Parameters": {"QueueUrl": %s},
                  "Retry": [{"ErrorEquals": ["States.ALL"]}],
                  "Next": "Done"
                },
                "Done": {"Type": "Succeed"}
              }
            }
            """;

    private static final String SENDING_YAML = """
            StartAt: Make
            States:
              Make:
                Type: Pass
                Result: {total: 5}
                Assign: {limit: 3}
                Next: Send
              Send:
                Type: Task
                Resource: arn:aws:states:::sqs:sendMessage
                InputPath: $.total
                Arguments:
                  QueueUrl: !Ref Queue
                Retry:
                  - ErrorEquals:
                      - States.ALL
                Next: Done
              Done:
                Type: Succeed
            """;

    /** The same machine as users have it in each kind of file. */
    private static final Map<String, String> SENDING = Map.of(
            "template.yaml", """
                    Resources:
                      Queue:
                        Type: AWS::SQS::Queue
                      Order:
                        Type: AWS::Serverless::StateMachine
                        Properties:
                          Definition:
                    """ + SENDING_YAML.indent(8),
            "serverless.yml", """
                    service: shop
                    stepFunctions:
                      stateMachines:
                        order:
                          definition:
                    """ + SENDING_YAML.indent(8),
            "template.json",
                    "{\"Resources\": {\"Order\": {\"Type\": \"AWS::StepFunctions::StateMachine\", \"Properties\": {\"Definition\":\n"
                            + SENDING_TEXT.formatted("{\"Ref\": \"Queue\"}") + "}}}}",
            "main.tf", """
                    resource "aws_sfn_state_machine" "order" {
                      name     = "order"
                      role_arn = "arn:aws:iam::123456789012:role/a"
                      definition = jsonencode({
                        StartAt = "Make"
                        States = {
                          Make = { Type = "Pass", Result = { total = 5 }, Assign = { limit = 3 }, Next = "Send" }
                          Send = {
                            Type      = "Task"
                            Resource  = "arn:aws:states:::sqs:sendMessage"
                            InputPath = "$.total"
                            Parameters = { QueueUrl = aws_sqs_queue.a.url }
                            Retry     = [{ ErrorEquals = ["States.ALL"] }]
                            Next      = "Done"
                          }
                          "Done" : { "Type" : "Succeed" }
                        }
                      })
                    }
                    """,
            "heredoc.tf",
                    "resource \"aws_sfn_state_machine\" \"order\" {\n  definition = <<-EOF\n"
                            + SENDING_TEXT
                                    .formatted("\"${aws_sqs_queue.a.url}\"")
                                    .indent(4) + "  EOF\n}\n",
            "text.yaml", """
                    Resources:
                      Order:
                        Type: AWS::StepFunctions::StateMachine
                        Properties:
                          DefinitionString: !Sub |
                    """ + SENDING_TEXT.formatted("\"${Queue}\"").indent(8));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            template.yaml  | Next: Done                        | Next: ‸         | Done            | Done
            template.yaml  | Resource: arn:aws:states:::sqs:sendMessage | Resource: arn‸ | arn:aws:states:::sns:publish | arn:aws:states:::sns:publish
            template.yaml  | Type: Task                        | Type: "‸"       | Parallel        | Parallel
            template.yaml  | InputPath: $.total                | InputPath: $‸   | $.total         | $.total
            template.yaml  | InputPath: $.total                | InputPath: $‸   | $limit          | $limit
            template.yaml  | InputPath: $.total                | Time‸           | TimeoutSeconds  | TimeoutSeconds:
            template.yaml  | - States.ALL                      | - ‸             | States.Timeout  | States.Timeout
            template.yaml  | Result: {total: 5}                | Result: {"‸"}   |                 |
            template.yaml  | Type: AWS::SQS::Queue             | Type: ‸         |                 |
            serverless.yml | Next: Done                        | Next: Do‸       | Done            | Done
            serverless.yml | Type: Task                        | Type: ‸         | Parallel        | Parallel
            serverless.yml | InputPath: $.total                | InputPath: '$‸' | $.total         | $.total
            serverless.yml | InputPath: $.total                | ‸               | TimeoutSeconds  | TimeoutSeconds:
            serverless.yml | - States.ALL                      | - "St‸"         | States.Timeout  | States.Timeout
            template.json  | "Next": "Done"                    | "Next": "‸"     | Done            | Done
            template.json  | "Type": "Task"                    | "Type": "‸"     | Parallel        | Parallel
            template.json  | "InputPath": "$.total"            | "InputPath": "$‸" | $.total       | $.total
            template.json  | "InputPath": "$.total",           | "Ti‸"           | TimeoutSeconds  | TimeoutSeconds
            template.json  | "Next": "Done"                    | "Next": "D‸     | Done            | Done
            main.tf        | Next      = "Done"                | Next      = "‸" | Done            | Done
            main.tf        | Type      = "Task"                | Type      = "‸" | Parallel        | Parallel
            main.tf        | InputPath = "$.total"             | InputPath = "$‸" | $.total        | $.total
            main.tf        | InputPath = "$.total"             | Time‸           | TimeoutSeconds  | TimeoutSeconds =
            main.tf        | InputPath = "$.total"             | ‸               | TimeoutSeconds  | TimeoutSeconds =
            main.tf        | InputPath = "$.total"             | "Time‸"         | TimeoutSeconds  | TimeoutSeconds
            main.tf        | ["States.ALL"]                    | ["S‸"]          | States.Timeout  | States.Timeout
            main.tf        | name     = "order"                | name     = "‸"  |                 |
            heredoc.tf     | "Next": "Done"                    | "Next": "‸"     | Done            | Done
            heredoc.tf     | "InputPath": "$.total"            | "InputPath": "$‸" | $.total       | $.total
            heredoc.tf     | "InputPath": "$.total",           | "Ti‸"           | TimeoutSeconds  | TimeoutSeconds
            text.yaml      | "Next": "Done"                    | "Next": "‸"     | Done            | Done
            text.yaml      | "InputPath": "$.total"            | "InputPath": "$‸" | $.total       | $.total
            text.yaml      | "InputPath": "$.total",           | "Ti‸"           | TimeoutSeconds  | TimeoutSeconds
            text.yaml      | ["States.ALL"]                    | ["S‸"]          | States.Timeout  | States.Timeout
            """)
    void definitions_in_templates_are_completed_where_they_stand(
            String file, String before, String line, @Nullable String label, @Nullable String text) throws Exception {
        String template = SENDING.get(file);
        assertThat(template).contains(before);
        use(file);

        editor.open(template.replace(before, line));

        assertThat(editor.completion())
                .filteredOn(item -> label == null || item.getLabel().equals(label))
                .extracting(item -> item.getTextEdit().getLeft().getNewText().strip())
                .isEqualTo(text == null ? List.of() : List.of(text));
    }

    @Test
    void definitions_in_templates_are_mended_where_they_stand() throws Exception {
        use("template.yaml");

        editor.open(TEMPLATE.replace("\"Next\": \"Done\"", "\"Next\": \"D‸ome\""));
        assertThat(editor.fixes()).containsExactly(Map.entry("Change to \"Done\"", TEMPLATE));

        editor.change(TEMPLATE.replace("Seconds: 1", "Second‸: 1"));
        assertThat(editor.fixes()).containsExactly(Map.entry("Rename to Seconds", TEMPLATE));

        assertThat(editor.change(TEMPLATE.replace("${Queue}", "${Qeue}")))
                .anyMatch(found -> found.getMessage().contains("did you mean \"Queue\""));
        assertThat(editor.change(TEMPLATE.replace("Resources:", "Resources: [")))
                .singleElement()
                .satisfies(only -> assertThat(only.getCode().getLeft()).isEqualTo("ASL-DOC-001"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            package.json  | {"name": "a", "version": 1}
            broken.json   | {"name": "a",
            values.yaml   | StartAt: noon
            template.yaml | Resources: {A: {Type: "AWS::SQS::Queue"}}
            main.tf       | resource "aws_sqs_queue" "a" {}
            """)
    void of_other_files_nothing_is_told(String file, String text) throws Exception {
        use(file);

        assertThat(editor.open(text)).isEmpty();
        assertThat(editor.outline()).isEmpty();
        assertThat(editor.hover()).isNull();
        assertThat(editor.completion()).isEmpty();
    }

    @Test
    void a_definition_by_another_name_is_one_too() throws Exception {
        use("machine.json");

        assertThat(editor.open(ORDER)).isEmpty();
        assertThat(editor.outline()).hasSize(4);
    }

    @Test
    void source_of_terraform_is_served_too() throws Exception {
        use("main.tf");

        List<Diagnostic> found = editor.open("""
                resource "aws_sfn_state_machine" "order" {
                  name       = "order"
                  role_arn   = "arn:aws:iam::123456789012:role/a"
                  definition = <<EOF
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "Bee"}, "Been": {"Type": "Succeed"}}}
                EOF
                }
                """);

        assertThat(found).extracting(one -> one.getCode().getLeft()).contains("ASL-STA-007");
        assertThat(found.get(0).getRange().getStart().getLine()).isEqualTo(4);
    }

    @Test
    void states_of_an_object_in_terraform_are_found_and_renamed() throws Exception {
        use("main.tf");
        String source = SENDING.get("main.tf");
        editor.open(source.replace("\"Done\"\n", "\"Do‸ne\"\n"));

        assertThat(editor.hover().getContents().getRight().getValue()).startsWith("**Done**, Succeed");
        assertThat(editor.declaration()).containsExactly(range(15, 6, 12));
        assertThat(editor.rename("End")).hasSize(2);
        editor.change(source.replace("StartAt = \"Make\"", "StartAt = \"M‸ake\""));
        assertThat(editor.rename("a b"))
                .hasSize(2)
                .extracting(TextEdit::getNewText)
                .containsOnly("\"a b\"");
    }

    @Test
    void what_belongs_to_a_definition_is_read_again_when_a_file_has_changed() throws Exception {
        String text =
                "{\"StartAt\": \"Read\", \"States\": {\"Read\": {\"Type\": \"Pass\", \"InputPath\": \"$.order\", \"End\": true}}}";
        Files.writeString(folder.resolve("order.asl.json"), text);
        assertThat(editor.open(text)).isEmpty();

        Files.writeString(
                folder.resolve("order.input.schema.json"),
                "{\"type\": \"object\", \"properties\": {}, \"additionalProperties\": false}");

        assertThat(editor.fileChanged()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "untitled:Untitled-1",
                "file:///no such/order.asl.json",
                "file://host/share/order.asl.json",
                "vscode-remote://ssh/order.asl.json"
            })
    void a_text_without_a_file_here_is_checked_too(String uri) throws Exception {
        editor.close();
        editor = new Editor(uri);

        assertThat(editor.open("{}")).isNotEmpty();
    }

    @Test
    void a_change_of_a_text_that_is_not_open_is_none() throws Exception {
        editor.type(ORDER);

        assertThat(editor.outline()).isEmpty();
        editor.open(ORDER);
        editor.close(folder.resolve("order.asl.json").toUri().toString());
        editor.type(ORDER);
        assertThat(editor.outline()).isEmpty();
    }

    @Test
    void a_state_is_renamed_within_a_string_as_the_string_is_written() throws Exception {
        String text = """
                {"Resources": {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString":
                "{\\"StartAt\\": \\"First‸\\", \\"States\\": {\\"First\\": {\\"Type\\": \\"Succeed\\"}}}"}}}}
                """;
        use("template.json");
        editor.open(text);

        assertThat(editor.rename("Only"))
                .extracting(TextEdit::getNewText)
                .containsExactly("\\\"Only\\\"", "\\\"Only\\\"");
    }

    @Test
    void a_state_that_an_alias_brings_stands_where_its_name_does() throws Exception {
        useYaml();
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

    @Test
    void the_editor_is_asked_to_tell_of_files_that_change() throws Exception {
        assertThat(editor.watched()).contains("**/*.schema.json", "**/*.asl.ignore.json");
    }

    @Test
    void of_a_text_that_is_typed_over_nothing_is_told() throws Exception {
        editor.open(ORDER);
        List<String> typed = IntStream.range(0, 1000)
                .mapToObj(i -> ORDER.replace("\"name\": \"a\"", "\"name\": " + (i < 999 ? "" : i)))
                .toList();

        assertThat(editor.changeQuickly(typed)).isEmpty();
        assertThat(editor.outline()).hasSize(4);
    }

    @Test
    void what_one_asks_while_typing_does_not_wait_for_findings() throws Exception {
        editor.close();
        editor = new Editor(folder.resolve("order.asl.json").toUri().toString(), Duration.ofHours(1));
        editor.open(ORDER);

        editor.type(cursorBehind("\"Default\": \"Sp"));

        assertThat(editor.completion()).hasSize(4);
        assertThat(editor.isTold()).isFalse();
    }

    @Test
    void an_answer_does_not_wait_for_findings() {
        OpenTexts texts = new OpenTexts(Runnable::run, check -> {}, Duration.ZERO, OpenText::findings);
        texts.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem("order.asl.json", "asl", 1, ORDER)));

        assertThat(texts.documentSymbol(new DocumentSymbolParams(new TextDocumentIdentifier("order.asl.json"))))
                .isCompletedWithValueMatching(states -> states.size() == 4);
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

    @Test
    void whatever_is_typed_there_is_an_answer() throws Exception {
        editor.open(ORDER);
        for (int length = 0; length <= ORDER.length(); length += 7) {
            editor.change(ORDER.substring(0, length) + "‸");
            assertThat(editor.completion()).isNotNull();
            assertThat(editor.outline()).isNotNull();
            assertThat(editor.declaration()).isNotNull();
            assertThat(rewritings()).isNotNull();
        }
        for (String text : List.of(
                "null", "[]", "\"‸\"", "{\"States\": [\"‸\"]}", "{\"States\": {\"A\": \"‸\"}}", "‸]}", "{\"‸")) {
            editor.change(text);
            assertThat(editor.completion()).isNotNull();
            assertThat(editor.references()).isEmpty();
        }
    }

    @Test
    void the_process_ends_as_the_editor_says() throws Exception {
        assertThat(editor.promised().getServerInfo().getName()).isEqualTo("Stepwright");
        assertThat(editor.shutDown()).isZero();
    }

    @Test
    void the_process_ends_with_its_editor() throws Exception {
        assertThat(editor.die()).isEqualTo(1);
    }
}
