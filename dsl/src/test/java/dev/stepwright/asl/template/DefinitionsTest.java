package dev.stepwright.asl.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;

class DefinitionsTest {
    @TempDir
    private Path folder;

    private Definitions read(String name, String text) throws IOException {
        return Definitions.read(Files.writeString(folder.resolve(name), text));
    }

    private static PlacedDefinition only(Definitions definitions) {
        assertThat(definitions.broken()).isEmpty();
        assertThat(definitions.problems()).isEmpty();
        assertThat(definitions.machines()).hasSize(1);
        return definitions.machines().get(0);
    }

    private static String place(PlacedDefinition definition, String pointer) {
        return definition.document().position(JsonPointer.compile(pointer)).toString();
    }

    private static String character(PlacedDefinition definition, String pointer, int offset) {
        return definition
                .document()
                .characterPosition(JsonPointer.compile(pointer), offset)
                .toString();
    }

    private static final String SUB = """
            AWSTemplateFormatVersion: '2010-09-09'
            Resources:
              Charge: {Type: 'AWS::Lambda::Function'}
              Order:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  StateMachineType: EXPRESS
                  StateMachineName: order-flow
                  DefinitionString: !Sub |
                    {
                      "StartAt": "Pay",
                      "States": {
                        "Pay": {"Type": "Task", "Resource": "arn:${AWS::Partition}:lambda:${AWS::Region}:1:function:${Charge}", "Next": "Wait"},
                        "Wait": {"Type": "Wait", "Seconds": ${!Seconds}, "End": true}
                      }
                    }
                  DefinitionSubstitutions: {Seconds: 10}
            """;

    @Test
    void a_text_of_sub_has_placeholders_and_its_places_in_the_block() throws IOException {
        PlacedDefinition order = only(read("template.yaml", SUB));

        assertThat(order.logicalId()).contains("Order");
        assertThat(order.name()).isEqualTo("order-flow");
        assertThat(order.isExpress()).isTrue();
        assertThat(order.home()).isEqualTo(folder.resolve("order-flow.asl.json"));
        assertThat(order.problems()).isEmpty();
        assertThat(JsonText.compact(order.document().root()))
                .isEqualTo("{\"StartAt\":\"Pay\",\"States\":{\"Pay\":{\"Type\":\"Task\",\"Resource\":"
                        + "\"arn:aws:lambda:${AWS::Region}:1:function:${Charge}\",\"Next\":\"Wait\"},"
                        + "\"Wait\":{\"Type\":\"Wait\",\"Seconds\":\"${Seconds}\",\"End\":true}}}");
        assertThat(place(order, "/States/Wait/Type")).isEqualTo("14:30");
        assertThat(place(order, "/States/Wait/Seconds")).isEqualTo("14:49");
        assertThat(place(order, "/States/Pay/Next")).isEqualTo("13:125");
        assertThat(character(order, "/States/Pay/Resource", 0)).isEqualTo("13:50");
        assertThat(character(order, "/States/Pay/Resource", 4))
                .as("of the partition")
                .isEqualTo("13:54");
        assertThat(character(order, "/States/Pay/Resource", 8)).as("behind it").isEqualTo("13:72");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-flow.input.schema.json",
                "order-flow.output.schema.json",
                "order-flow.tasks/Pay.input.schema.json",
                "order-flow.asl.ignore.json"
            })
    void what_belongs_to_a_machine_may_stand_where_a_build_looks_for_it(String sidecar) throws IOException {
        Path home = folder.resolve("src/main/asl/order-flow.asl.json");
        Path file = home.resolveSibling(sidecar);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{}");

        assertThat(only(read("template.yaml", SUB)).home()).isEqualTo(home);
    }

    @Test
    void a_join_as_the_cdk_writes_it_has_the_places_of_its_pieces() throws IOException {
        String template = """
                {"Resources": {"OrderA1": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": {"Fn::Join": ["", [
                "{\\"StartAt\\":\\"Pay\\",\\"States\\":{\\"Pay\\":{\\"Type\\":\\"Task\\",\\"Resource\\":\\"arn:",
                  {"Ref": "AWS::Partition"},
                ":states:::lambda:invoke\\",\\"Parameters\\":{\\"FunctionName\\":\\"",
                  {"Fn::GetAtt": ["Fn", "Arn"]},
                "\\",\\"n\\":1},\\"Next\\":\\"Gone\\"}}}"
                ]]}}}, "Fn": {"Type": "AWS::Lambda::Function"}}}
                """;

        PlacedDefinition order = only(read("Shop.template.json", template));

        JsonPointer state = JsonPointer.compile("/States/Pay");
        assertThat(order.name()).isEqualTo("OrderA1");
        assertThat(order.document().root().at(state).path("Resource").stringValue())
                .isEqualTo("arn:aws:states:::lambda:invoke");
        assertThat(order.document()
                        .root()
                        .at(state)
                        .path("Parameters")
                        .path("FunctionName")
                        .stringValue())
                .isEqualTo("${Fn.Arn}");
        assertThat(place(order, "/StartAt")).isEqualTo("2:15");
        assertThat(character(order, "/States/Pay/Resource", 4)).isEqualTo("3:3");
        assertThat(character(order, "/States/Pay/Parameters/FunctionName", 3)).isEqualTo("5:3");
        assertThat(place(order, "/States/Pay/Next")).isEqualTo("6:23");
        assertThat(order.document().asl()).startsWith("{\n  \"StartAt\": \"Pay\"");
    }

    @Test
    void an_object_has_texts_for_functions() throws IOException {
        String template = """
                Transform: AWS::Serverless-2016-10-31
                Resources:
                  Order:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      Definition:
                        StartAt: Pay
                        States:
                          Pay:
                            Type: Task
                            Resource: !GetAtt Charge.Arn
                            TimeoutSeconds: !If [IsProd, 60, 5]
                            Parameters:
                              Queue: !Join [':', [sqs, !Ref Queue, !ImportValue shared]]
                              Table: !Sub ['${Name}-${AWS::Region}', {Name: !Ref Table}]
                              Old: {'Fn::FindInMap': [Names, a, b]}
                            Next: Nowhere
                  Charge: {Type: AWS::Serverless::Function}
                  Queue: {Type: AWS::SQS::Queue}
                  Table: {Type: AWS::Serverless::SimpleTable}
                """;

        PlacedDefinition order = only(read("template.yml", template));

        assertThat(JsonText.compact(order.document().root().at("/States/Pay")))
                .isEqualTo("{\"Type\":\"Task\",\"Resource\":\"${Charge.Arn}\",\"TimeoutSeconds\":60,\"Parameters\":"
                        + "{\"Queue\":\"sqs:${Queue}:${ImportValue.shared}\",\"Table\":\"${Table}-${AWS::Region}\","
                        + "\"Old\":\"${FindInMap.Names}\"},\"Next\":\"Nowhere\"}");
        assertThat(order.problems()).isEmpty();
        assertThat(place(order, "/States/Pay/Resource")).isEqualTo("11:23");
        assertThat(place(order, "/States/Pay/Next")).isEqualTo("17:19");
        assertThat(character(order, "/States/Pay/Parameters/Queue", 5))
                .as("of the queue")
                .isEqualTo("14:40");
        assertThat(character(order, "/States/Pay/Parameters/Table", 9))
                .as("of the region")
                .isEqualTo("15:37");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "DefinitionUri: flows/order.asl.json",
                "DefinitionS3Location: flows/order.asl.json",
                "Definition: {Fn::Transform: {Name: 'AWS::Include', Parameters: {Location: ./flows/order.asl.json}}}",
                "DefinitionS3Location: {Bucket: !Sub 'assets-${AWS::Region}', Key: 12ab.json}",
            })
    void a_file_that_the_template_names_is_read(String property) throws IOException {
        Files.createDirectories(folder.resolve("flows"));
        Files.writeString(folder.resolve("flows/order.asl.json"), "{\n \"StartAt\": \"${Table}\"}");
        Files.writeString(folder.resolve("asset.12ab.json"), "{\n \"StartAt\": \"${Table}\"}");

        PlacedDefinition order = only(read("template.yaml", machine("DefinitionSubstitutions: {Table: x}", property)));

        assertThat(order.document().name())
                .endsWith(".json")
                .isEqualTo(order.home().toString());
        assertThat(place(order, "/StartAt")).isEqualTo("2:13");
        assertThat(order.problems()).isEmpty();
    }

    private static String machine(String... properties) {
        return "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Order:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      "
                + String.join("\n      ", properties) + "\n";
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Name: x | ASL-CFN-001 4:5 the state machine Order has no definition: its Properties need Definition or DefinitionUri, found Name",
                "DefinitionUri: s3://b/order.json | ASL-CFN-002 6:22 the definition of Order is outside this template and is not checked; check its file",
                "DefinitionString: !If [a, '{}', '{}'] | ASL-CFN-002 6:25 the definition of Order is outside this template and is not checked; check its file",
                "DefinitionS3Location: {Bucket: b, Key: order.json} | ASL-CFN-002 6:29 the definition of Order is outside this template and is not checked; check its file",
            })
    void a_definition_that_cannot_be_read_is_told(String property, String problem) throws IOException {
        Definitions definitions = read("template.yaml", machine(property));

        assertThat(definitions.machines()).isEmpty();
        assertThat(definitions.problems())
                .extracting(each -> each.rule().id() + " " + each.position() + " " + each.message())
                .containsExactly(problem);
    }

    @Test
    void a_missing_file_is_told_at_its_path() throws IOException {
        Definitions definitions = read("template.yaml", machine("DefinitionUri: flows/order.asl.json"));

        assertThat(definitions.problems())
                .extracting(each -> each.rule().id() + " " + each.position() + " " + each.message())
                .containsExactly("ASL-CFN-001 6:22 the definition of Order is missing: there is no file "
                        + folder.resolve("flows/order.asl.json") + "; the path is relative to the template");
    }

    @Test
    void a_directory_in_place_of_a_file_is_told_at_its_path() throws IOException {
        Files.createDirectories(folder.resolve("flows"));
        Definitions definitions = read("template.yaml", machine("DefinitionUri: flows"));

        assertThat(definitions.problems())
                .extracting(each -> each.rule().id() + " " + each.position() + " " + each.message())
                .containsExactly("ASL-CFN-001 6:22 the definition of Order is missing: " + folder.resolve("flows")
                        + " is a directory; the path is relative to the template");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": \"${Table}\"} | ",
                "{\"a\": \"x-${Tabel}\"} | ASL-CFN-004 7:35, ASL-CFN-005 6:33",
                "{\"a\": \"${Tabel} ${Tabel}\", \"b\": \"${Table}\"} | ",
                "{\"a\": \"{% $x & '${Tabel}' %}\", \"Comment\": \"${Tabel}\", \"b\": \"${Table}\"} | ",
                "{\"a\": \"${Tabel}${Tabel}${Table}\"} | ASL-CFN-004 7:33",
                "{\"a\": \"${}${ x }${Table}\"} | ",
                "{\"a\": \"${aws:username}\", \"b\": \"${order.id}\", \"c\": \"${Order.Name}\", \"d\": \"${Table}\"} | ASL-CFN-004 7:77",
            })
    void substitutions_and_placeholders_are_held_against_one_another(String definition, String problems)
            throws IOException {
        PlacedDefinition order = only(read(
                "template.yaml",
                machine(
                        "DefinitionSubstitutions: {Table: x}",
                        "DefinitionString: '" + definition.replace("'", "''") + "'")));

        assertThat(order.problems())
                .extracting(each -> each.rule().id() + " " + each.position())
                .containsExactlyInAnyOrder(problems == null ? new String[0] : problems.split(", "));
    }

    @Test
    void a_substitution_that_only_another_choice_uses_is_used() throws IOException {
        PlacedDefinition order = only(read(
                "old.template",
                machine(
                        "DefinitionSubstitutions: {Table: x}",
                        "Definition: {a: !If [IsProd, {b: 1}, {b: '${Table}'}]}")));

        assertThat(order.problems()).isEmpty();
        assertThat(JsonText.compact(order.document().root())).isEqualTo("{\"a\":{\"b\":1}}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "${Tabel} | add Tabel to DefinitionSubstitutions, which has Table",
                "${AWS::Region} | write ${AWSRegion}, and add AWSRegion: !Ref AWS::Region to DefinitionSubstitutions",
                "${Charge.Arn} | write ${ChargeArn}, and add ChargeArn: !GetAtt Charge.Arn to DefinitionSubstitutions",
            })
    void what_to_do_about_a_placeholder_is_told(String placeholder, String remedy) throws IOException {
        String definition = "Definition: {a: '" + placeholder + "', b: '${Table}'}";

        assertThat(only(read("a.yaml", machine("DefinitionSubstitutions: {Table: x}", definition)))
                        .problems())
                .extracting(TemplateProblem::message)
                .containsExactly("the placeholder \"" + placeholder + "\" has no value; " + remedy);
    }

    @Test
    void a_reference_to_nothing_is_told_unless_a_macro_may_make_it() throws IOException {
        String template = machine("DefinitionString: !Sub '{\"a\": \"${Gone.Arn}${Order}${AWS::Region}${!Own}\"}'");

        assertThat(only(read("a.yaml", template)).problems())
                .extracting(each -> each.rule().id() + " " + each.position())
                .containsExactly("ASL-CFN-003 6:38", "ASL-CFN-004 6:71");
        assertThat(only(read("b.yaml", "Transform: [Macro]\n" + template)).problems())
                .extracting(each -> each.rule().id())
                .containsExactly("ASL-CFN-004");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Tabel, Table", "stage, Stage", "Oder, Order"})
    void a_misspelt_name_is_told_with_the_one_that_is_like_it(String written, String meant) throws IOException {
        String template = "Parameters: {Stage: {Type: String}}\n"
                + machine("Definition: {a: !Ref " + written + "}")
                + "  Table: {Type: 'AWS::DynamoDB::Table'}\n";

        assertThat(only(read("a.yaml", template)).problems())
                .extracting(TemplateProblem::message)
                .singleElement()
                .asString()
                .startsWith("the template has no parameter or resource \"" + written + "\"; did you mean \"" + meant
                        + "\"?");
    }

    @Test
    void a_reference_to_nothing_is_told_in_sam_too_unless_sam_makes_it() throws IOException {
        String names =
                "{a: !Ref Order, b: !GetAtt OrderRole.Arn, c: !Ref ServerlessRestApi, d: !GetAtt Chrage.Arn, e: !Ref Chrage}";
        String template = "Transform: [AWS::Serverless-2016-10-31]\n" + machine("Definition: " + names);

        assertThat(only(read("a.yaml", template)).problems())
                .extracting(each -> each.rule().id() + " " + each.position() + " " + each.message())
                .containsExactly(
                        "ASL-CFN-003 7:91 the template has no parameter or resource \"Chrage\"; write a name that it has"
                                + " (in Fn::Sub, write ${!Chrage.Arn} for literal text)",
                        "ASL-CFN-003 7:114 the template has no parameter or resource \"Chrage\"; write a name that it has"
                                + " (in Fn::Sub, write ${!Chrage} for literal text)");
    }

    @Test
    void a_file_that_the_template_names_may_have_placeholders_without_quotes() throws IOException {
        Files.writeString(
                folder.resolve("order.json"), "\uFEFF{\n \"Seconds\": ${Seconds}, \"a\": \"\\\"${A}\", \"b\": 1}");

        PlacedDefinition order = only(
                read("a.yaml", machine("DefinitionUri: order.json", "DefinitionSubstitutions: {Seconds: 5, A: x}")));

        assertThat(order.problems()).isEmpty();
        assertThat(JsonText.compact(order.document().root()))
                .isEqualTo("{\"Seconds\":\"${Seconds}\",\"a\":\"\\\"${A}\",\"b\":1}");
        assertThat(place(order, "/Seconds")).isEqualTo("2:13");
        assertThat(place(order, "/b")).isEqualTo("2:45");
    }

    @Test
    void what_else_is_broken_in_a_file_with_such_placeholders_is_told_at_its_place() throws IOException {
        Files.writeString(folder.resolve("order.json"), "{\"Seconds\": ${Seconds}, \"a\": }");

        assertThat(read("a.yaml", machine("DefinitionUri: order.json")).broken())
                .extracting(
                        each -> each.file().getFileName() + ":" + each.problem().position())
                .containsExactly("order.json:1:30");
    }

    @Test
    void a_condition_that_chooses_nothing_is_taken_for_its_other_choice() throws IOException {
        String definition =
                "{a: !If [P, !Ref AWS::NoValue, [1]], b: !Ref AWS::NoValue, c: !If [P, !If [Q, {d: 1}, 2], 3], e: [!Ref AWS::NoValue, 1]}";

        assertThat(JsonText.compact(only(read("a.yaml", machine("Definition: " + definition)))
                        .document()
                        .root()))
                .isEqualTo("{\"a\":[1],\"c\":{\"d\":1},\"e\":[1]}");
    }

    @Test
    void a_name_cannot_lead_out_of_a_folder() throws IOException {
        PlacedDefinition order = only(read("a.yaml", machine("Name: ../../x y", "Definition: {}")));

        assertThat(order.name()).isEqualTo("..-..-x-y");
        assertThat(order.home()).isEqualTo(folder.resolve("..-..-x-y.asl.json"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Definition: {a: {Fn::Sub: 5}, b: {Fn::Sub: [1, 2]}, c: {Ref: [x]}} | {\"a\":\"${Sub}\",\"b\":\"${Sub}\",\"c\":\"${}\"}",
                "Definition: {a: {Fn::Join: 5}, b: {Fn::Join: [1, [2, true, ~]]}} | {\"a\":\"${Join}\",\"b\":\"21true1\"}",
                "Definition: {a: {Fn::GetAtt: 5}, b: {Fn::GetAtt: {x: 1}}, c: !Select ['\"}', a]} | {\"a\":\"${5}\",\"b\":\"${}\",\"c\":\"${Select.}\"}",
                "Definition: {a: x}, DefinitionSubstitutions: !If [a, b, c] | {\"a\":\"x\"}",
                "Definition: {a: x}, DefinitionSubstitutions: [1] | {\"a\":\"x\"}",
            })
    void calls_that_make_no_sense_do_no_harm(String properties, String definition) throws IOException {
        Definitions read = read(
                "template.yaml",
                "Transform: Any\nResources: {Order: {Type: 'AWS::Serverless::StateMachine', Properties: {" + properties
                        + "}}}");

        assertThat(JsonText.compact(only(read).document().root())).isEqualTo(definition);
    }

    @Test
    void a_machine_of_the_cdk_is_known_by_its_construct_which_has_no_hash() throws IOException {
        String resource = """
                "%s": {"Type": "AWS::StepFunctions::StateMachine", "Metadata": {"aws:cdk:path": "%s"},
                  "Properties": {%s"DefinitionString": "{\\"StartAt\\":\\"A\\"}"}}""";

        Definitions definitions = read(
                "Shop.template.json",
                "{\"Resources\": {"
                        + String.join(
                                ",",
                                resource.formatted("Order702A5B72", "Shop/Order/Resource", ""),
                                resource.formatted("MyImport98530AF4", "Shop/My Import/Resource", ""),
                                resource.formatted("Plain", "Shop/Raw", ""),
                                resource.formatted(
                                        "NamedDAB30558", "Shop/Named/Resource", "\"StateMachineName\": \"n\", "),
                                resource.formatted("EastFlow1B5BD52B", "Shop/East/Flow/Resource", ""),
                                resource.formatted("WestFlow98530AF4", "Shop/West/Flow/Resource", ""),
                                resource.formatted("Bill0C5A1B22", "Shop/Bill/Resource", ""),
                                resource.formatted(
                                        "Other4D2E8F10", "Shop/Other/Resource", "\"StateMachineName\": \"Bill\", "),
                                resource.formatted("PayOut1A2B3C4D", "Shop/Pay Out/Resource", ""),
                                resource.formatted("PayOut5E6F7A8B", "Shop/Pay-Out/Resource", ""))
                        + "}}");

        assertThat(definitions.machines())
                .extracting(PlacedDefinition::name)
                .containsExactly(
                        "Order",
                        "My-Import",
                        "Raw",
                        "n",
                        "EastFlow1B5BD52B",
                        "WestFlow98530AF4",
                        "Bill0C5A1B22",
                        "Bill",
                        "PayOut1A2B3C4D",
                        "PayOut5E6F7A8B");
        assertThat(definitions.only("Order").machines())
                .extracting(PlacedDefinition::logicalId)
                .containsExactly(Optional.of("Order702A5B72"));
        assertThat(definitions.only("My Import").machines()).hasSize(1);
        assertThat(definitions.only("Order702A5B72").machines()).hasSize(1);
        assertThat(definitions.only("n").machines()).hasSize(1);
        assertThatThrownBy(() -> definitions.only("Flow")).hasMessageStartingWith("there is no state machine \"Flow\"");
    }

    @Test
    void a_machine_is_known_by_what_refers_to_it() throws IOException {
        String template = machine(
                        "Definition: {StartAt: '${Next}'}",
                        "DefinitionSubstitutions:",
                        "  Next: !GetAtt Ship.Arn",
                        "  Other: arn:aws:states:eu-west-1:1:stateMachine:far")
                + "  Ship:\n    Type: AWS::StepFunctions::StateMachine\n    Properties: {StateMachineName: shipping, Definition: {}}\n";

        Definitions definitions = read("template.yaml", template);

        assertThat(definitions.only("Order").machines().get(0).machines())
                .containsEntry("Next", "shipping")
                .containsEntry("Ship", "shipping")
                .containsEntry("Ship.Arn", "shipping")
                .containsEntry("Order.Arn", "Order")
                .containsEntry("Other", "arn:aws:states:eu-west-1:1:stateMachine:far");
        assertThatThrownBy(() -> definitions.only("Shp"))
                .hasMessage("there is no state machine \"Shp\" that can be read; the state machines are Order, Ship");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DefinitionString: '{\"StartAt\": }' | 6:38 expected a value, found \"}\"",
                "DefinitionString: '' | 6:26 the document is empty; add a JSON value",
                "DefinitionString: !Sub '{\"a\": 1, \"a\": 2}' | 6:40 the key \"a\" is already in this object at line 1",
                "Definition: !Nope x | 6:19 the tag !Nope is unknown; the tags of CloudFormation are for templates, so write ${Name} in a definition",
                "Definition: {<<: x} | 6:20 the value of a merge key (<<) must be an object or a list of objects",
                "Definition: [ | 7:1 expected the node content, but found '<stream end>' while parsing a flow node",
            })
    void what_is_broken_is_told_at_its_place(String property, String problem) throws IOException {
        Definitions definitions = read("template.yaml", machine(property));

        assertThat(definitions.machines()).isEmpty();
        assertThat(definitions.broken())
                .extracting(
                        each -> each.problem().position() + " " + each.problem().problem())
                .containsExactly(problem);
    }

    @Test
    void aliases_of_aliases_do_not_fill_the_memory() throws IOException {
        StringBuilder bomb =
                new StringBuilder("a0: &a0 '").append("x".repeat(10_000)).append("'\n");
        for (int i = 1; i <= 5; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" !Join ['', [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]]\n");
        }

        Definitions definitions = read("template.yaml", bomb + machine("DefinitionString: !Join ['', [*a5]]"));

        assertThat(definitions.broken())
                .extracting(each -> each.problem().problem())
                .containsExactly("the text that is put together here has more than 8388608 characters");
    }

    @Test
    void a_template_without_machines_is_refused() {
        assertThatThrownBy(() -> read("a.yaml", "Resources: {Q: {Type: 'AWS::SQS::Queue'}}"))
                .hasMessage(
                        "this template has no state machine: none of its 1 resources is AWS::Serverless::StateMachine or"
                                + " AWS::StepFunctions::StateMachine");
    }

    @Test
    void a_plan_of_terraform_has_definitions_as_texts() throws IOException {
        String plan = """
                {"terraform_version": "1.9.0", "planned_values": {"root_module": {"child_modules": [{"resources": [
                  {"type": "aws_sqs_queue"},
                  {"type": "aws_sfn_state_machine", "address": "module.shop.aws_sfn_state_machine.order", "values": {"name": "order", "type": "EXPRESS",
                    "definition": "{\\"StartAt\\":\\"A\\"}"}}]}],
                  "resources": [{"type": "aws_sfn_state_machine", "address": "aws_sfn_state_machine.late", "values": {}}]}}}
                """;

        Definitions definitions = read("plan.json", plan);

        PlacedDefinition order = definitions.machines().get(0);
        assertThat(order.label(Path.of("plan.json"))).isEqualTo("plan.json#module.shop.aws_sfn_state_machine.order");
        assertThat(order.name()).isEqualTo("order");
        assertThat(order.isExpress()).isTrue();
        assertThat(place(order, "/StartAt")).isEqualTo("4:33");
        assertThat(definitions.problems())
                .extracting(each -> each.rule().id() + " " + each.position())
                .containsExactly("ASL-CFN-002 5:17");
    }

    @Test
    void machines_of_a_plan_without_names_are_called_by_their_addresses_and_those_that_are_only_looked_up_are_none()
            throws IOException {
        String machine =
                "{\"type\": \"aws_sfn_state_machine\", \"mode\": \"%s\", \"address\": \"%s\", \"values\": {\"definition\": \"{}\"}}";
        String plan = "{\"terraform_version\": \"1.9.0\", \"planned_values\": {\"root_module\": {\"resources\": ["
                + String.join(
                        ", ",
                        machine.formatted("managed", "module.a.aws_sfn_state_machine.this[0]"),
                        machine.formatted("managed", "aws_sfn_state_machine.order[\\\"eu.west\\\"]"),
                        machine.formatted("data", "data.aws_sfn_state_machine.foreign"))
                + "]}}}";

        assertThat(read("plan.json", plan).machines())
                .extracting(PlacedDefinition::name)
                .containsExactly("a-this-0", "order-eu-west");
    }

    @Test
    void files_with_machines_in_them_are_found_by_what_they_hold() throws IOException {
        assertThat(Definitions.areIn(Files.writeString(folder.resolve("a.yaml"), SUB)))
                .isTrue();
        assertThat(Definitions.areIn(Files.writeString(folder.resolve("b.yaml"), SUB + "\n  - broken")))
                .isTrue();
        assertThat(Definitions.areIn(
                        Files.writeString(folder.resolve("c.yaml"), "say: AWS::Serverless::StateMachine\n")))
                .isFalse();
        assertThat(Definitions.areIn(Files.writeString(
                        folder.resolve("tree.json"), "{\"tree\": {\"type\": \"AWS::StepFunctions::StateMachine\"}}")))
                .isFalse();
        assertThat(Definitions.areIn(Files.writeString(folder.resolve("d.asl.yaml"), SUB)))
                .isFalse();
    }

    @Test
    void any_other_file_is_a_definition() throws IOException {
        PlacedDefinition order = only(read("order.yaml", "StartAt: A\nStates: {}\n"));

        assertThat(order.logicalId()).isEmpty();
        assertThat(order.name()).isEqualTo("order");
        assertThat(read("tagged.yaml", "StartAt: !Ref A\n").broken())
                .extracting(each -> each.problem().problem())
                .containsExactly(
                        "the tag !Ref is unknown; the tags of CloudFormation are for templates, so write ${Name} in a definition");
    }
}
