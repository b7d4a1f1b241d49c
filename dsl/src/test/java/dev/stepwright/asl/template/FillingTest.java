package dev.stepwright.asl.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;

class FillingTest {
    private static final String TEMPLATE = """
            AWSTemplateFormatVersion: '2010-09-09'
            Parameters:
              Stage: {Type: String, Default: dev}
              Wait: {Type: Number, Default: 30}
              Open: {Type: String}
              Image: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /images/latest}
              Secret: {Type: String, NoEcho: 'true', Default: changeme}
              Bucket: {Type: String, Default: ''}
            Mappings:
              Tables: {dev: {name: orders-dev}, prod: {name: orders}}
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
              IsSmall: !Not [!Condition IsProd]
              IsAny: !Or [!Equals [!Ref Open, x], !Condition IsSmall]
              IsCircle: !And [!Condition IsCircle, !Condition IsAny]
              IsNone: [x]
              HasBucket: !Not [!Equals [!Ref Bucket, '']]
            Resources:
              Charge: {Type: 'AWS::Lambda::Function'}
              Order:
                Type: AWS::StepFunctions::StateMachine
                Properties:
                  %s
            """;

    @TempDir
    private Path folder;

    private PlacedDefinition order(Map<String, String> parameters, String... properties) throws IOException {
        String text = TEMPLATE.formatted(String.join("\n      ", properties));
        Definitions read = Definitions.read(Files.writeString(folder.resolve("template.yaml"), text), parameters);
        assertThat(read.broken()).isEmpty();
        assertThat(read.problems()).isEmpty();
        return read.machines().get(0);
    }

    private static String filled(PlacedDefinition definition) {
        return JsonText.compact(definition.filled().root());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x | {\"a\":\"x\",\"n\":\"x\"}",
                "!Sub 'q-${Stage}' | {\"a\":\"q-dev\",\"n\":\"q-dev\"}",
                "!Sub ['${N}-${AWS::Region}', {N: !FindInMap [Tables, !Ref Stage, name]}] | {\"a\":\"orders-dev-${AWS::Region}\",\"n\":\"orders-dev-${AWS::Region}\"}",
                "!If [IsProd, big, small] | {\"a\":\"small\",\"n\":\"small\"}",
                "!If [IsAny, any, none] | {\"a\":\"any\",\"n\":\"any\"}",
                "!If [IsCircle, a, b] | {\"a\":\"${X}\",\"n\":\"${X}\"}",
                "!If [IsProd, a] | {\"a\":\"${X}\",\"n\":\"${X}\"}",
                "!If [IsNone, a, b] | {\"a\":\"${X}\",\"n\":\"${X}\"}",
                "!If [HasBucket, !Ref Bucket, none] | {\"a\":\"none\",\"n\":\"none\"}",
                "!Ref Bucket | {\"a\":\"${X}\",\"n\":\"${X}\"}",
                "!GetAtt Charge.Arn | {\"a\":\"${X}\",\"n\":\"${X}\"}",
                "!Ref Open | {\"a\":\"${X}\",\"n\":\"${X}\"}",
                "!Ref Image | {\"a\":\"${X}\",\"n\":\"${X}\"}",
                "!Ref Secret | {\"a\":\"${X}\",\"n\":\"${X}\"}",
                "'a\"b' | {\"a\":\"${X}\",\"n\":\"${X}\"}",
                "!Ref Wait | {\"a\":\"30\",\"n\":30}",
                "7 | {\"a\":\"7\",\"n\":7}",
                "true | {\"a\":\"true\",\"n\":true}",
            })
    void a_constant_substitution_is_filled_in_as_cloudformation_does(String substitution, String expected)
            throws IOException {
        String bare = expected.matches(".*\"n\":(\\d+|true).*") ? "${!X}" : "\"${!X}\"";

        PlacedDefinition order = order(
                Map.of(),
                "DefinitionSubstitutions: {X: " + substitution + "}",
                "DefinitionString: !Sub '{\"a\":\"${!X}\",\"n\":" + bare + "}'");

        assertThat(filled(order)).isEqualTo(expected);
        assertThat(JsonText.compact(order.document().root())).isEqualTo("{\"a\":\"${X}\",\"n\":\"${X}\"}");
        assertThat(order.problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "CHANGE_ME, ${Later}",
        "changeme, ${Later}",
        "replace-me, ${Later}",
        "Replace this, ${Later}",
        "TODO, ${Later}",
        "TBD, ${Later}",
        "xxx, ${Later}",
        "XXXXXXXX, ${Later}",
        "todo, todo",
        "change-me-queue, change-me-queue",
        "xx, xx"
    })
    void a_default_that_only_holds_a_place_is_not_known(String value, String filled) throws IOException {
        String text = TEMPLATE.formatted("Definition: {a: !Ref Later}")
                .replace("Parameters:\n", "Parameters:\n  Later: {Type: String, Default: " + value + "}\n");

        Definitions read = Definitions.read(Files.writeString(folder.resolve("template.yaml"), text));

        assertThat(filled(read.machines().get(0))).isEqualTo("{\"a\":\"" + filled + "\"}");
    }

    @Test
    void a_parameter_that_is_given_goes_before_its_default_and_decides_conditions() throws IOException {
        PlacedDefinition order = order(
                Map.of(
                        "Stage",
                        "prod",
                        "AWS::Region",
                        "eu-west-1",
                        "Charge.Arn",
                        "arn:aws:lambda:eu-west-1:1:function:c"),
                "Definition:",
                "  a: !Ref Stage",
                "  b: !If [IsProd, {c: !Sub '${AWS::Region}-${Open}'}, {d: 1}]",
                "  e: !If [IsProd, !Ref 'AWS::NoValue', 1]",
                "  f: !If [IsProd, 60, 5]",
                "  g: !GetAtt Charge.Arn");

        assertThat(filled(order))
                .isEqualTo("{\"a\":\"prod\",\"b\":{\"c\":\"eu-west-1-${Open}\"},\"f\":60,"
                        + "\"g\":\"arn:aws:lambda:eu-west-1:1:function:c\"}");
    }

    @Test
    void a_substitution_goes_before_a_parameter_of_its_name() throws IOException {
        PlacedDefinition order = order(
                Map.of("Stage", "prod", "Open", "x", "Other", "given"),
                "DefinitionSubstitutions: {Stage: !Sub 'stage-${Stage}', Open: !GetAtt Charge.Arn, Other: constant}",
                "DefinitionString: !Sub '{\"a\":\"${!Stage}\",\"b\":\"${!Open}\",\"c\":\"${!Other}\"}'");

        assertThat(filled(order)).isEqualTo("{\"a\":\"stage-prod\",\"b\":\"${Open}\",\"c\":\"given\"}");
    }

    @Test
    void an_element_that_is_nothing_is_left_out_and_the_others_have_their_places() throws IOException {
        PlacedDefinition order = order(
                Map.of(),
                "Definition:",
                "  a: [!If [IsProd, 1, !Ref AWS::NoValue], {b: 2}]",
                "  c: !If [IsProd, {d: 1}, {d: 1, e: 'x'}]");

        assertThat(filled(order)).isEqualTo("{\"a\":[{\"b\":2}],\"c\":{\"d\":1,\"e\":\"x\"}}");
        assertThat(order.filled().position(JsonPointer.compile("/a/0/b"))).hasToString("24:53");
        assertThat(order.filled().keyPosition(JsonPointer.compile("/c"))).hasToString("25:9");
        assertThat(order.filled().characterPosition(JsonPointer.compile("/c/e"), 0))
                .hasToString("25:44");
    }

    @Test
    void a_text_that_has_json_with_a_placeholder_is_no_name() throws IOException {
        PlacedDefinition order =
                order(Map.of(), "DefinitionSubstitutions: {X: word}", "Definition: {a: '{\"${X}\": 1}', b: '${X}'}");

        assertThat(filled(order)).isEqualTo("{\"a\":\"{\\\"word\\\": 1}\",\"b\":\"word\"}");
    }

    @Test
    void a_text_in_an_object_has_its_place_and_what_would_be_no_text_stays() throws IOException {
        PlacedDefinition order = order(
                Map.of(),
                "DefinitionSubstitutions: {Table: orders, Seconds: 10}",
                "Definition:",
                "  a: 'x-${Table}-y'",
                "  b: '${Seconds}'",
                "  c: !Ref Wait");

        assertThat(filled(order)).isEqualTo("{\"a\":\"x-orders-y\",\"b\":\"${Seconds}\",\"c\":\"${Wait}\"}");
        JsonPointer a = JsonPointer.compile("/a");
        assertThat(order.filled().position(a)).hasToString("25:12");
        assertThat(order.filled().characterPosition(a, 5))
                .as("within what is filled in")
                .hasToString("25:15");
        assertThat(order.filled().characterPosition(a, 9)).as("behind it").hasToString("25:24");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "order.asl.json | {\"a\":\"${X}\",\\n \"n\":${N}, \"z\":1} | 2:6 | 2:12",
                "order.asl.yaml | a: ${X}\\nn: ${N}\\nz: 1 | 2:4 | 3:1",
            })
    void a_file_is_filled_with_its_places(String name, String text, String number, String last) throws IOException {
        Files.writeString(folder.resolve(name), text.replace("\\n", "\n"));

        PlacedDefinition order =
                order(Map.of(), "DefinitionSubstitutions: {X: x, N: 10}", "DefinitionS3Location: " + name);

        assertThat(filled(order)).isEqualTo("{\"a\":\"x\",\"n\":10,\"z\":1}");
        assertThat(order.filled().position(JsonPointer.compile("/n"))).hasToString(number);
        assertThat(order.filled().keyPosition(JsonPointer.compile("/z"))).hasToString(last);
        assertThat(order.filled().name()).isEqualTo(order.document().name());
    }

    @Test
    void a_value_that_no_json_can_have_there_is_told_once_and_leaves_the_definition_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("order.asl.json"), "{\"a\":\"${X}\",\n \"n\":${N},\"m\":${N}}");

        PlacedDefinition order =
                Definitions.read(file, Map.of("X", "x", "N", "word")).machines().get(0);

        assertThat(order.filled()).isSameAs(order.document());
        assertThat(order.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo(TemplateRule.FILLED_NO_JSON);
            assertThat(problem.position()).hasToString("2:6");
            assertThat(problem.message())
                    .startsWith("with the values of its placeholders, the definition is not JSON: ")
                    .contains("word");
        });
    }

    @Test
    void a_substitution_that_no_json_can_have_there_is_told_where_the_definition_is() throws IOException {
        String machine = TEMPLATE.formatted(
                "DefinitionSubstitutions: {X: word}\n      DefinitionString: '{\"a\":\"${X}\",\"n\":${X}}'");

        Definitions read = Definitions.read(Files.writeString(folder.resolve("template.yaml"), machine));

        assertThat(read.machines().get(0).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo(TemplateRule.FILLED_NO_JSON);
            assertThat(problem.position()).hasToString("24:42");
        });
    }

    @Test
    void a_member_that_is_called_by_a_placeholder_keeps_all_as_they_are() throws IOException {
        PlacedDefinition order = order(
                Map.of(),
                "DefinitionSubstitutions: {X: word}",
                "Definition: {StartAt: '${X}', States: {'${X}': {Type: Succeed}}}");

        assertThat(order.filled()).isSameAs(order.document());
    }

    @Test
    void placeholders_of_a_file_of_its_own_are_filled_with_what_is_given() throws IOException {
        Path file =
                Files.writeString(folder.resolve("order.asl.json"), "{\"a\":\"${X}\",\"n\":${N},\"o\":\"${Open}\"}");

        Definitions read = Definitions.read(file, Map.of("X", "x", "N", "1.50"));

        assertThat(filled(read.machines().get(0))).isEqualTo("{\"a\":\"x\",\"n\":1.50,\"o\":\"${Open}\"}");
    }
}
