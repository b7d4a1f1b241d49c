package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.source.Sources;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How generated source reads where names are long, values odd, and nobody wrote a schema. */
class ReadableSourceTest {
    private static final String LONG = "theNumberOfDaysThatACustomerMayKeepWhatWasShipped";

    @TempDir
    Path directory;

    private Sources sources;

    @BeforeEach
    void write() {
        sources = new Sources(directory).with("order.asl.json", """
                        {"StartAt": "List", "States": {"List": {
                          "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV2",
                          "Parameters": {"Bucket.$": "$.bucket.name", "Prefix": "a/"}, "End": true}}}
                        """).with("terms.schema.json", """
                        {"type": "object", "required": ["%1$s", "%1$s2"], "properties": {
                          "%1$s": {"type": "string", "maxLength": 10},
                          "%1$s2": {"type": "array", "items": {"type": "string"}},
                          "%1$s3": {"type": "array", "items": {"type": "string"}, "description": "%2$s"},
                          "sign": {"enum": ["<=", "ä", "日本", "x\\"y"]},
                          "note": {"type": ["string", "null"], "default": null},
                          "gift": {"type": "boolean", "default": false}}}
                        """.formatted(
                        LONG, "A list of texts. ".repeat(12)));
    }

    @Test
    void no_line_is_longer_than_people_write_them() {
        assertThat(sources.files().stream()
                        .filter(file -> file.path().endsWith(".java"))
                        .map(GeneratedFile::text)
                        .flatMap(String::lines))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void what_the_name_of_an_inferred_type_says_is_not_said_again() {
        sources.with("order.asl.json", """
                {"StartAt": "Pack", "States": {"Pack": {
                  "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:pack", "End": true, "Parameters": {
                    "Where": {"a": 1}, "sent-by": {"a": 2}, "lines": [{"a": 3}],
                    "box": {"in": {"box": {"a": 4}}}}}}}
                """);

        assertThat(sources.text("com/acme/OrderTasks.java"))
                .contains(
                        "/** The member \"sent-by\". */",
                        "/** The member \"box\". */\n                @JsonIgnoreProperties(ignoreUnknown = true)\n                public record InBox(")
                .doesNotContain(
                        "The member \"Where\"", "of \"lines\"", "@param where", "/**\n     */", "The object at");
    }

    @Test
    void an_alternative_is_called_after_what_tells_it_apart_in_what_it_joins_too() {
        sources.with("tree.schema.json", """
                        {"oneOf": [
                          {"allOf": [{"$ref": "#/$defs/Base"},
                            {"type": "object", "properties": {"op": {"const": "add"}}}]},
                          {"allOf": [{"$ref": "#/$defs/Base"},
                            {"type": "object", "properties": {"op": {"const": "literal"}}}]}],
                         "$defs": {"Base": {"type": "object", "required": ["op"], "properties": {"op": {"type": "string"}}}}}
                        """);

        assertThat(sources.text("com/acme/Tree.java")).contains("record Add(", "record Literal(");
    }

    @Test
    void the_elements_of_a_list_that_is_joined_are_called_after_the_list_too() {
        sources.with("shelf.schema.json", """
                        {"type": "object", "properties": {"lines": {"$ref": "#/$defs/Lines"}, "prices": {"$ref": "#/$defs/Prices"}},
                         "$defs": {
                           "Lines": {"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}}},
                             "allOf": [{"items": {"type": "object", "required": ["a"]}}]},
                           "Prices": {"type": "object", "additionalProperties": {"type": "object", "properties": {"a": {"type": "string"}}},
                             "allOf": [{"additionalProperties": {"type": "object", "required": ["a"]}}]}}}
                        """);

        assertThat(sources.text("com/acme/Shelf.java"))
                .contains("List<LinesItem>", "Map<String, PricesValue>", "record LinesItem(", "record PricesValue(");
    }

    @Test
    void a_machine_without_tasks_has_no_handlers() {
        sources.with("shelf.asl.json", Sources.DEFINITION);

        assertThat(sources.text("com/acme/ShelfTasks.java")).contains("return TaskHandlers.none();");
    }

    @Test
    void an_element_has_the_singular_of_its_list_unless_something_else_there_has_it() {
        sources.with("shelf.schema.json", """
                        {"type": "object", "properties": {
                           "boxes": {"type": "array", "items": {"type": "object", "properties": {"size": {"type": "string"}}}},
                           "lines": {"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}}}},
                           "line": {"type": "object", "properties": {"b": {"type": "string"}}},
                           "maps": {"type": "array", "items": {"type": "object", "properties": {"c": {"type": "string"}}}},
                           "shelfs": {"type": "array", "items": {"type": "object", "properties": {"d": {"type": "string"}}}}}}
                        """);

        assertThat(sources.text("com/acme/Shelf.java"))
                .contains("record Box(", "record LinesItem(", "record Line(", "record MapsItem(", "record ShelfsItem(");
    }

    @Test
    void what_another_state_takes_or_gives_changes_no_name() {
        sources.with("order.asl.json", """
                {"StartAt": "Pack", "States": {
                  "Pack": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:pack", "Next": "Ship",
                    "Parameters": {"lines": [{"a": 3}]}},
                  "Ship": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:ship", "End": true,
                    "Parameters": {"line": {"a": 3}}}}}
                """);

        assertThat(sources.text("com/acme/OrderTasks.java"))
                .contains("List<Line>")
                .doesNotContain("LinesItem");
    }

    @Test
    void no_type_hides_a_class_that_the_source_needs() {
        sources.with("event.schema.json", """
                        {"type": "object", "properties": {
                           "object": {"type": "object", "properties": {"key": {"type": "string"}}},
                           "map": {"type": "object", "properties": {"list": {"type": "object", "properties": {"a": {"type": "string"}}}}}}}
                        """);

        assertThat(sources.text("com/acme/Event.java"))
                .contains("record EventObject(", "record EventMap(", "record EventMapList(")
                .doesNotContain("java.util.Map<");
        assertThat(sources.compiled()).isNotNull();
    }

    @Test
    void parts_of_definitions_that_are_joined_are_told_apart_by_these() {
        sources.with("shelf.asl.json", Sources.DEFINITION).with("shelf.input.schema.json", """
                        {"type": "object", "properties": {"box": {"$ref": "#/$defs/Box"}, "bag": {"$ref": "#/$defs/Bag"}},
                         "$defs": {
                           "Box": {"type": "array", "allOf": [{"$ref": "#/$defs/Boxes"}], "items": {"required": ["size"]}},
                           "Bag": {"type": "array", "allOf": [{"$ref": "#/$defs/Bags"}], "items": {"required": ["size"]}},
                           "Boxes": {"items": {"type": "object", "properties": {
                             "size": {"enum": ["S", "L"]}, "colour": {"enum": ["red"]}}}},
                           "Bags": {"items": {"type": "object", "properties": {"size": {"enum": ["S", "M", "L"]}}}}}}
                        """);

        assertThat(sources.text("com/acme/ShelfInput.java"))
                .contains("BoxesSize size", "BagsSize size", "Optional<Colour> colour");
    }

    @Test
    void an_element_is_told_if_its_array_has_no_name() {
        sources.with("pair.asl.json", """
                {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": {"tags": [{"a": 1}]}, "End": true}}},
                  {"StartAt": "B", "States": {"B": {"Type": "Pass", "Result": {"tags": [{"a": 2}]}, "End": true}}}]}}}
                """);

        assertThat(sources.text("com/acme/PairOutput.java"))
                .contains("/** An element of the array. */")
                .doesNotContain("of \"tags\"");
    }

    @Test
    void types_stand_in_the_order_of_the_states_and_errors_after_them() {
        sources.with("shop.asl.json", """
                {"StartAt": "Pack", "States": {
                  "Pack": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:pack",
                    "Parameters": {"z": {"a": 1}, "a": {"z": 1}}, "Retry": [{"ErrorEquals": ["Full"]}], "Next": "Bill"},
                  "Bill": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:bill",
                    "Parameters": {"sum": 1}, "End": true}}}
                """);

        assertThat(sources.text("com/acme/ShopTasks.java"))
                .containsSubsequence("record PackInput(", "record Z(", "record A(", "record BillInput(", "class Full ");
    }

    @Test
    void a_function_does_not_throw_what_the_service_around_it_does() {
        sources.with("shop.asl.json", """
                {"StartAt": "Pack", "States": {"Pack": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "pack", "Payload": {"a": 1}},
                  "Retry": [{"ErrorEquals": ["Lambda.ServiceException", "Lambda.SdkClientException", "Full"]}], "End": true}}}
                """);

        assertThat(sources.text("com/acme/ShopTasks.java"))
                .contains("TaskContext context) throws Full;")
                .doesNotContain("LambdaServiceException");
    }

    @Test
    void an_inferred_record_has_a_builder_only_where_its_constructor_is_hard_to_call() {
        sources.with("order.asl.json", """
                {"StartAt": "Pack", "States": {"Pack": {
                  "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:pack", "Parameters": {
                    "few": {"a": "1", "b": "2", "c": "3"}, "many": {"a": "1", "b": "2", "c": "3", "d": "4"}}, "End": true}}}
                """);

        String tasks = sources.text("com/acme/OrderTasks.java");
        String few = tasks.substring(tasks.indexOf("record Few("), tasks.indexOf("record Many("));
        assertThat(few).doesNotContain("Builder").doesNotContain("withA");
        assertThat(tasks).contains("Builds {@link Many}").doesNotContain("withA");
    }

    @Test
    void constants_stand_in_one_block_whatever_their_letters() {
        assertThat(sources.text("com/acme/Terms.java")).contains("""
                        LESS_THAN_SIGN_EQUALS_SIGN("<="),
                        Ä("ä"),
                        日本("日本"),
                        X_Y("x\\"y");
                """);
    }

    @Test
    void what_an_absent_member_means_is_told_if_it_means_a_value() {
        assertThat(sources.text("com/acme/Terms.java"))
                .contains("@param gift absent means {@code false}")
                .contains("@param note empty if absent, holds an empty one if null in JSON");
    }

    @Test
    void names_of_other_letters_are_laid_out_like_all() {
        sources.with("prüfung.input.schema.json", """
                        {"type": "object", "required": ["größe", "maß"], "properties": {
                          "größe": {"type": "object", "properties": {"länge": {"type": "integer"}}}, "maß": {"type": "string"}}}
                        """).with("prüfung.asl.json", Sources.DEFINITION);

        assertThat(sources.text("com/acme/PrüfungInput.java"))
                .contains("public record PrüfungInput(Größe größe, String maß) {");
        assertThat(sources.text("com/acme/PrüfungWorkflow.java"))
                .contains("Starts executions of the state machine {@code prüfung}, in this process");
    }

    @Test
    void what_a_method_throws_is_told_as_people_would() {
        sources.with("shop.asl.json", """
                        {"StartAt": "Charge", "States": {"Charge": {
                          "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge",
                          "Retry": [{"ErrorEquals": ["Once"], "MaxAttempts": 1}, {"ErrorEquals": ["Never"], "MaxAttempts": 0},
                                    {"ErrorEquals": ["Twice", "ConcurrentRunsOfOneCardTerminal"], "MaxAttempts": 2}],
                          "End": true}}}
                        """);

        assertThat(sources.text("com/acme/ShopTasks.java"))
                .contains("@throws Once {@code Once}, tried again once")
                .contains("@throws Never {@code Never}, not tried again")
                .contains("@throws Twice {@code Twice}, tried again up to 2 times")
                .contains("TaskContext context) throws Once, Never, Twice, ConcurrentRunsOfOneCardTerminal;");
    }

    @Test
    void a_builder_says_of_values_what_its_record_does_with_them() {
        sources.with("plain.schema.json", """
                        {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}}
                        """)
                .with("listed.schema.json", """
                        {"type": "object", "required": ["a"], "properties": {
                          "a": {"type": "array", "items": {"type": "string"}}, "b": {"type": "integer"}}}
                        """)
                .with("limited.schema.json", """
                        {"type": "object", "required": ["a"], "properties": {"a": {"type": "string", "maxLength": 3}}}
                        """)
                .with("many.schema.json", """
                        {"type": "object", "required": [%1$s], "properties": {%2$s}}
                        """.formatted(
                        IntStream.range(0, 13).mapToObj(i -> "\"m" + i + "\"").collect(Collectors.joining(", ")),
                        IntStream.range(0, 13)
                                .mapToObj(i -> "\"m" + i + "\": {\"type\": \"string\"}")
                                .collect(Collectors.joining(", "))));
        String refused = "@throws IllegalArgumentException if a value is refused";
        String missing = "@throws NullPointerException if a required value is missing";

        assertThat(sources.text("com/acme/Plain.java"))
                .contains("/** Builds {@link Plain}; no value is required. */", "/** Returns the record. */")
                .doesNotContain(refused, missing);
        assertThat(sources.text("com/acme/Listed.java"))
                .contains("/** Builds {@link Listed}: has all required values, takes the optional ones. */", refused);
        assertThat(sources.text("com/acme/Limited.java"))
                .contains("/** Builds {@link Limited}: has all values. */", refused)
                .doesNotContain(missing);
        assertThat(sources.text("com/acme/Many.java")).contains(missing).doesNotContain(refused);
    }

    @Test
    void what_a_method_throws_stands_on_its_line_where_there_is_room() {
        sources.with("order.asl.json", """
                {"StartAt": "Pack", "States": {
                  "Pack": {"Type": "Parallel", "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Done"}], "Branches": [{
                    "StartAt": "Pack the goods of the order", "States": {"Pack the goods of the order": {
                      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:pack", "End": true,
                      "Parameters": {"a": 1}}}}]},
                  "Done": {"Type": "Succeed"}}}
                """);

        assertThat(sources.text("com/acme/OrderTasks.java"))
                .contains(
                        "packTheGoodsOfTheOrder(PackTheGoodsOfTheOrderInput input, TaskContext context) throws TaskFailure;");
    }

    @Test
    void a_starter_says_what_a_name_that_is_given_means() {
        assertThat(sources.text("com/acme/OrderWorkflow.java")).contains("""
                     * Starts an execution under a given name. If one of that name and input is running, that one is returned.
                     *
                     * @param executionName 1 to 80 characters
                     * @see WorkflowClient#start(String, Object)
                """);
    }
}
