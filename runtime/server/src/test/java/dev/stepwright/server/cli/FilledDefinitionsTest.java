package dev.stepwright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands know what placeholders stand for, and run starts the machines that a machine starts. */
class FilledDefinitionsTest {
    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              Stage: {Type: String, Default: dev}
            Resources:
              Order:
                Type: AWS::Serverless::StateMachine
                Properties:
                  DefinitionUri: order.asl.json
                  DefinitionSubstitutions:
                    Shipping: !GetAtt Ship.Arn
                    Topic: !Sub 'arn:aws:sns:eu-west-1:1:orders-${Stage}'
                    Seconds: 10
              Ship:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Name: shipping
                  Definition:
                    StartAt: Pack
                    States:
                      Pack: {Type: Task, Resource: 'arn:aws:lambda:eu-west-1:1:function:pack', End: true}
            """;

    private static final String ORDER = """
            {"StartAt": "Rest", "States": {
              "Rest": {"Type": "Wait", "Seconds": ${Seconds}, "Next": "Ship"},
              "Ship": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
                "Parameters": {"StateMachineArn": "${Shipping}", "Input.$": "$"}, "OutputPath": "$.Output", "Next": "Tell"},
              "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                "Parameters": {"TopicArn": "${Topic}", "Message.$": "$.box"}, "ResultPath": null, "End": true}}}
            """;

    @TempDir
    private Path folder;

    private Path template = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        file("order.asl.json", ORDER);
        template = file("template.yaml", TEMPLATE);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int stepwright(Object... arguments) {
        return Stepwright.execute(
                new PrintWriter(out),
                new PrintWriter(err),
                Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private int run(Object... arguments) {
        return stepwright(Stream.concat(Stream.of("run", "--virtual-time"), Stream.of(arguments))
                .toArray());
    }

    @Test
    void a_run_starts_the_machines_of_its_template_with_their_own_stubs() throws IOException {
        Path stubs = file("packing.json", "{\"Pack\": {\"Return\": {\"box\": \"b-1\"}}}");

        int code = run(template + "#Order", "--stub", "Tell={}", "--stubs", "shipping=" + stubs);

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("Task      shipping/Pack", "SUCCEEDED after 10.00 s", "\"box\": \"b-1\"");
    }

    @Test
    void what_nobody_does_in_a_machine_that_is_started_is_told_with_its_option() {
        assertThat(run(template + "#Order", "--stub", "Tell={}")).isEqualTo(1);

        assertThat(err.toString().strip())
                .isEqualTo(
                        "stepwright run: no stub or endpoint for the call of \"Pack\" in shipping; give the result of one with"
                                + " --stub 'shipping/Pack={}', or of all with --stubs shipping=FILE");
    }

    @Test
    void a_machine_of_the_same_folder_is_named_by_its_placeholder() throws IOException {
        file(
                "shipping.asl.json",
                "{\"StartAt\":\"Box\",\"States\":{\"Box\":{\"Type\":\"Pass\",\"Result\":{\"box\":\"b-2\"},\"End\":true}}}");

        int code = run(
                folder.resolve("order.asl.json"),
                "--parameter",
                "Seconds=20",
                "--machine",
                "Shipping=shipping",
                "--stub",
                "Tell={}");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("Pass      shipping/Box", "SUCCEEDED after 20.00 s", "\"box\": \"b-2\"");
    }

    @Test
    void two_machines_may_mean_different_ones_by_one_placeholder() throws IOException {
        String machine = """
                  %s:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      DefinitionSubstitutions: {Next: !Ref %s}
                      Definition:
                        StartAt: Go%s
                        States: {Go%s: {Type: Task, Resource: 'arn:aws:states:::states:startExecution', Parameters: {StateMachineArn: '${Next}'}, End: true}}
                """;
        Path chain = file(
                "chain.yaml",
                "Resources:\n" + machine.formatted("A", "B", "A", "A") + machine.formatted("B", "C", "B", "B") + """
                  C:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      Definition: {StartAt: End, States: {End: {Type: Succeed}}}
                """);

        int code = run(chain + "#A");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("Task      B/GoB", "Succeed   C/End");
    }

    @Test
    void a_machine_starts_itself_by_a_placeholder() throws IOException {
        Path loop = file("loop.asl.json", """
                {"QueryLanguage": "JSONata", "StartAt": "Is last", "States": {
                  "Is last": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.n > 0 %}", "Next": "Again"}], "Default": "Done"},
                  "Again": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
                    "Arguments": {"StateMachineArn": "${Self}", "Input": {"n": "{% $states.input.n - 1 %}"}},
                    "Output": "{% $states.result.Output %}", "End": true},
                  "Done": {"Type": "Pass", "Output": {"last": "{% $states.input.n %}"}, "End": true}}}
                """);

        int code = run(loop, "--machine", "Self=loop", "--input", "{\"n\": 2}");

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"last\": 0");
    }

    @Test
    void a_value_that_does_not_go_where_it_is_put_is_told() throws IOException {
        Path order = folder.resolve("order.asl.json");

        run(order, "--parameter", "Seconds=soon", "--stub", "Tell={}", "--stub", "Ship={}");

        assertThat(err.toString()).contains(order + ":", "[ASL-CFN-006]", "soon");
    }

    @Test
    void a_file_that_cannot_be_read_is_told_whatever_parameters_are_given() throws IOException {
        Path broken = file("broken.asl.json", "{\"StartAt\": }");

        for (String command : List.of("diagram", "permissions", "validate")) {
            out.getBuffer().setLength(0);
            err.getBuffer().setLength(0);
            assertThat(stepwright(command, broken, "--parameter", "X=1"))
                    .as(command)
                    .isEqualTo(1);
            assertThat(out + "" + err).contains("broken.asl.json:1:13").doesNotContain("--parameter");
        }
    }

    @Test
    void a_machine_that_nobody_knows_is_told_once_with_what_to_say() throws IOException {
        int code = run(folder.resolve("order.asl.json"), "--parameter", "Seconds=20", "--stub", "Tell={}");

        assertThat(code).isEqualTo(1);
        String problem = "the task of \"Ship\" starts the state machine \"${Shipping}\", which is unknown here;"
                + " name it with --machine Shipping=NAME, where NAME is one of order, or give its result with --stub 'Ship={}'";
        assertThat(err.toString().strip()).isEqualTo("stepwright run: " + problem);
        assertThat(out.toString()).contains("States.Runtime", problem).doesNotContain("nesting");
    }

    @Test
    void a_name_of_a_machine_that_is_not_there_is_refused() {
        assertThat(run(template + "#Order", "--machine", "Shipping=shiping")).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("stepwright run: --machine: \"Shipping\" stands for the state machine \"shiping\"")
                .contains("did you mean \"shipping\"?");
    }

    @Test
    void a_value_for_no_placeholder_is_refused() {
        assertThat(stepwright("validate", template, "--parameter", "Stage=prod"))
                .isZero();
        assertThat(stepwright("validate", template, "--parameter", "Stagee=prod"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("--parameter: none of the definitions has a placeholder or parameter \"Stagee\"");
    }

    @Test
    void a_finding_within_a_filled_value_stands_at_its_placeholder() throws IOException {
        file("template.yaml", TEMPLATE.replace("Seconds: 10", "Seconds: -1"));

        assertThat(stepwright("validate", template)).isEqualTo(1);

        assertThat(out.toString()).contains(folder.resolve("order.asl.json") + ":2:39: error [ASL-");
    }

    @Test
    void a_machine_with_an_error_still_says_which_one_it_starts() throws IOException {
        file("order.asl.json", ORDER.replace("\"TopicArn\"", "\"TopicAnr\""));

        assertThat(stepwright("validate", template)).isEqualTo(1);

        assertThat(out.toString()).contains("ASL-TSK-011").doesNotContain("ASL-FLW-008");
    }

    @Test
    void permissions_have_the_values() {
        assertThat(stepwright("permissions", template + "#Order", "--parameter", "Stage=prod"))
                .isZero();

        assertThat(out.toString()).contains("arn:aws:sns:eu-west-1:1:orders-prod");
    }

    @Test
    void what_is_imported_keeps_the_placeholders() throws IOException {
        assertThat(stepwright("import", template + "#Order", "--package", "p", "-o", folder))
                .isZero();

        assertThat(Files.readString(folder.resolve("p/Order.java")))
                .contains("${Topic}")
                .doesNotContain("orders-dev");
    }
}
