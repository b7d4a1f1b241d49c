package dev.stepwright.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.TextEdit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definitions within templates and other files. */
class TemplatesTest extends InEditor {
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
    void a_definition_in_a_template_is_not_converted() throws Exception {
        use("template.json");
        editor.open(SENDING.get("template.json"));
        assertThat(rewritings()).isEmpty();
        use("template.yaml");
        editor.open(TEMPLATE);
        assertThat(rewritings()).isEmpty();
    }
}
