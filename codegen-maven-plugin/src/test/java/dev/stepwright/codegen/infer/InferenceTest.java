package dev.stepwright.codegen.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.codegen.generate.Compiled;
import dev.stepwright.codegen.generate.code.GeneratedFile;
import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.source.Sources;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The types that a definition without schemas tells. */
class InferenceTest {
    private static final String REVIEW = """
            {
              "StartAt": "Score",
              "States": {
                "Score": {
                  "Type": "Task",
                  "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:score",
                  "Parameters": {"id.$": "$.order.id", "limits": {"low": 1, "high": 0.5}, "tags": ["a", "b"]},
                  "ResultPath": "$.score",
                  "Next": "Risky?"
                },
                "Risky?": {
                  "Type": "Choice",
                  "Choices": [
                    {"Variable": "$.score.points", "NumericGreaterThan": 10, "Next": "Tell"},
                    {"And": [{"Variable": "$.order.gift", "IsPresent": true},
                             {"Variable": "$.order.gift", "BooleanEquals": true}], "Next": "Done"}
                  ],
                  "Default": "Done"
                },
                "Tell": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {
                    "FunctionName": "tell",
                    "Payload": {"customer.$": "$.order.customer.name", "order_id.$": "$.order.id"}
                  },
                  "ResultSelector": {"ticket.$": "$.Payload.ticket.number"},
                  "End": true
                },
                "Done": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:done",
                  "Parameters": {}, "End": true}
              }
            }
            """;

    private static final String ADDITIONAL = "java.util.Map<java.lang.String, JsonNode> additional";

    @TempDir
    Path directory;

    private Sources sources;

    @BeforeEach
    void a_definition_without_schemas() {
        sources = new Sources(directory).with("review.asl.json", REVIEW);
    }

    @Test
    void a_task_takes_the_members_that_the_definition_makes_for_it() {
        Class<?> input = sources.compiled().type("com.acme.ReviewTasks$ScoreInput");

        assertThat(components(input))
                .containsExactly(
                        "JsonNode id",
                        "com.acme.ReviewTasks$ScoreInput$Limits limits",
                        "java.util.List<java.lang.String> tags");
        assertThat(components(input.getDeclaredClasses(), "Limits"))
                .containsExactly("long low", "java.math.BigDecimal high");
    }

    @Test
    void a_result_has_at_least_the_members_that_are_read() {
        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.ReviewTasks$ScoreOutput")))
                .contains("java.math.BigDecimal points");
        assertThat(components(classes.type("com.acme.ReviewTasks$TellOutput$Ticket")))
                .containsExactly("JsonNode number");
    }

    @Test
    void a_function_sees_the_payload_that_it_is_called_with() {
        Class<?> input = sources.compiled().type("com.acme.ReviewTasks$TellInput");

        assertThat(components(input)).containsExactly("JsonNode customer", "JsonNode orderId");
    }

    @Test
    void a_function_of_any_partition_sees_its_payload() {
        sources.with("review.asl.json", REVIEW.replace("arn:aws:states", "arn:${AWS::Partition}:states"));

        assertThat(components(sources.compiled().type("com.acme.ReviewTasks$TellInput")))
                .containsExactly("JsonNode customer", "JsonNode orderId");
    }

    @Test
    void what_only_some_ways_read_is_optional_in_the_input() {
        Class<?> order = sources.compiled().type("com.acme.ReviewInput$Order");

        assertThat(components(order))
                .contains("JsonNode id", "java.util.Optional<java.lang.Boolean> gift")
                .anyMatch(component -> component.startsWith("java.util.Optional") && component.endsWith(" customer"));
    }

    @Test
    void an_array_is_required_of_which_one_element_is_always_read() {
        sources.with("roots.asl.json", """
                {"StartAt": "List", "States": {
                  "List": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:list",
                    "ResultSelector": {"id.$": "$.roots[0].id", "names.$": "$.others[*].name"}, "End": true}}}""");

        assertThat(components(sources.compiled().type("com.acme.RootsTasks$ListOutput")))
                .containsExactly(
                        "java.util.List<com.acme.RootsTasks$ListOutput$Root> roots",
                        "java.util.Optional<java.util.List<com.acme.RootsTasks$ListOutput$Other>> others");
    }

    /** The function gets what it gave last time and must be able to give all that it wants to get next time. */
    @Test
    void a_result_that_comes_along_in_what_a_later_task_gets_keeps_its_other_members() {
        sources.with("count.asl.json", """
                {"StartAt": "Begin", "States": {
                  "Begin": {"Type": "Pass", "Result": {"index": 0, "step": 1}, "ResultPath": "$.iterator", "Next": "Count"},
                  "Count": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:count",
                    "ResultPath": "$.iterator", "Next": "More?"},
                  "More?": {"Type": "Choice", "Choices": [
                    {"Variable": "$.iterator.continue", "BooleanEquals": true, "Next": "Count"}], "Default": "Done"},
                  "Done": {"Type": "Succeed"}}}""");
        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.CountTasks$CountOutput")))
                .containsExactly("boolean continue_", ADDITIONAL);
        assertThat(components(classes.type("com.acme.CountTasks$CountInput$Iterator")))
                .containsExactly(
                        "java.util.Optional<java.lang.Long> index",
                        "java.util.Optional<java.lang.Long> step",
                        "java.util.Optional<java.lang.Boolean> continue_",
                        ADDITIONAL);
    }

    /** That a state reads a part of what comes along does not make the rest of that part go away. */
    @Test
    void what_is_in_what_comes_along_keeps_its_other_members_too() {
        sources.with("tell.asl.json", """
                {"StartAt": "Large?", "States": {
                  "Large?": {"Type": "Choice", "Choices": [
                    {"Variable": "$.order.total", "NumericGreaterThan": 10, "Next": "Tell"}], "Default": "Small"},
                  "Tell": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:tell",
                    "Parameters": {"all.$": "$"}, "End": true},
                  "Small": {"Type": "Fail"}}}""");
        sources.with("price.asl.json", """
                {"QueryLanguage": "JSONata", "StartAt": "Price", "States": {
                  "Price": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:price",
                    "Arguments": {"all": "{% $states.input %}", "prices": "{% $states.input.items.price %}",
                      "count": "{% $count($states.input.items) %}"},
                    "End": true}}}""");
        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.TellInput$Order")))
                .containsExactly("java.math.BigDecimal total", ADDITIONAL);
        assertThat(components(classes.type("com.acme.PriceInput$Item")))
                .containsExactly("java.util.Optional<JsonNode> price", ADDITIONAL);
    }

    /** Code that makes a record stays right when the definition begins to hand the whole on. */
    @Test
    void a_record_of_few_members_can_be_made_without_the_rest(@TempDir Path other) throws Exception {
        String handedOn = """
                {"StartAt": "Pay", "States": {
                  "Pay": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:pay", "Next": "Paid?"},
                  "Paid?": {"Type": "Choice", "Choices": [
                    {"And": [{"Variable": "$.note", "IsPresent": true}, {"Variable": "$.note", "StringEquals": "x"}], "Next": "Done"}],
                    "Default": "Done"},
                  "Done": {"Type": "DONE"}}}""";
        String consumed = handedOn.replace("\"Type\": \"DONE\"", "\"Type\": \"Pass\", \"Result\": 1, \"End\": true");
        sources.with("pay.asl.json", handedOn.replace("DONE", "Succeed"));

        Class<?> whole = sources.compiled().type("com.acme.PayTasks$PayOutput");
        Class<?> part =
                new Sources(other).with("pay.asl.json", consumed).compiled().type("com.acme.PayTasks$PayOutput");

        assertThat(components(whole)).containsExactly("java.util.Optional<java.lang.String> note", ADDITIONAL);
        assertThat(components(part)).containsExactly("java.util.Optional<java.lang.String> note");
        assertThat(whole.getConstructor(Optional.class)).isNotNull();
        assertThat(part.getConstructor(Optional.class)).isNotNull();
    }

    @Test
    void what_only_comes_along_in_an_output_keeps_its_other_members_too() {
        sources.with("pay.asl.json", """
                {"StartAt": "Pay", "States": {
                  "Pay": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:pay",
                    "Parameters": {"id.$": "$.id"}, "ResultPath": "$.paid", "Next": "Paid?"},
                  "Paid?": {"Type": "Choice", "Choices": [
                    {"Variable": "$.paid.ok", "BooleanEquals": true, "Next": "Done"}], "Default": "Done"},
                  "Done": {"Type": "Succeed"}}}""");
        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.PayTasks$PayOutput"))).containsExactly("boolean ok", ADDITIONAL);
        assertThat(components(classes.type("com.acme.PayInput"))).containsExactly("JsonNode id", ADDITIONAL);
    }

    /** When the state of the job is asked for the first time, its number can only be that of the start. */
    @Test
    void what_the_first_round_of_a_loop_reads_is_required_though_later_rounds_read_another() {
        sources.with("poll.asl.json", """
                {"StartAt": "Start", "States": {
                  "Start": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:start",
                    "ResultPath": "$.job", "Next": "Look"},
                  "Look": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:look",
                    "Parameters": {"id.$": "$.job.id"}, "ResultPath": "$.job", "Next": "Ready?"},
                  "Ready?": {"Type": "Choice", "Choices": [
                    {"Variable": "$.job.status", "StringEquals": "READY", "Next": "Done"}], "Default": "Look"},
                  "Done": {"Type": "Pass", "Result": {}, "End": true}}}""");

        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.PollTasks$StartOutput"))).containsExactly("JsonNode id");
        assertThat(components(classes.type("com.acme.PollTasks$LookOutput")))
                .containsExactlyInAnyOrder("java.util.Optional<JsonNode> id", "java.lang.String status");
    }

    @Test
    void what_a_later_task_may_have_replaced_is_not_required() {
        sources.with("replace.asl.json", """
                {"StartAt": "Make", "States": {
                  "Make": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:make",
                    "ResultPath": "$.thing", "Next": "Again?"},
                  "Again?": {"Type": "Choice", "Choices": [
                    {"Variable": "$.again", "BooleanEquals": true, "Next": "Remake"}], "Default": "Tell"},
                  "Remake": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:remake",
                    "ResultPath": "$.thing", "Next": "Tell"},
                  "Tell": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:tell",
                    "Parameters": {"id.$": "$.thing.id"}, "End": true}}}""");

        assertThat(components(sources.compiled().type("com.acme.ReplaceTasks$MakeOutput")))
                .containsExactly("java.util.Optional<JsonNode> id", ADDITIONAL);
    }

    @Test
    void an_input_without_members_is_a_record_without_components_on_both_ways() {
        Class<?> input = sources.compiled().type("com.acme.ReviewTasks$DoneInput");

        Object read = JavaValues.fromJson(
                JsonDocument.parse("{\"Comment\": \"a member that nobody reads\"}")
                        .root(),
                input);

        assertThat(components(input)).isEmpty();
        assertThat(JavaValues.toJson(read)).hasToString("{}");
    }

    @Test
    void inferred_values_are_written_as_they_were_read() {
        Class<?> input = sources.compiled().type("com.acme.ReviewTasks$ScoreInput");
        String json = "{\"id\":7,\"limits\":{\"low\":1,\"high\":0.5},\"tags\":[\"a\"]}";

        Object read = JavaValues.fromJson(JsonDocument.parse(json).root(), input);

        assertThat(JsonText.compact(JavaValues.toJson(read))).isEqualTo(json);
        assertThatThrownBy(() ->
                        JavaValues.fromJson(JsonDocument.parse("{\"tags\":[]}").root(), input))
                .hasMessageContaining("id is required");
    }

    @Test
    void a_schema_wins_over_what_could_be_inferred() throws Exception {
        sources.with(
                "review.tasks/Score.input.schema.json",
                "{\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}");

        Class<?> input = sources.compiled().type("com.acme.ReviewTasks$ScoreInput");

        assertThat(components(input)).containsExactly("java.util.Optional<java.lang.String> id");
    }

    @Test
    void the_schema_of_the_input_types_what_tasks_are_given_of_it() {
        sources.with("review.input.schema.json", """
                {"type": "object", "required": ["order"], "properties": {"order": {"type": "object",
                  "required": ["id", "customer"], "properties": {"id": {"type": "string"}, "gift": {"type": "boolean"},
                    "customer": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}}}}}
                """);

        Compiled classes = sources.compiled();

        assertThat(components(classes.type("com.acme.ReviewTasks$TellInput")))
                .containsExactly("java.lang.String customer", "java.lang.String orderId");
    }

    @Test
    void names_that_java_cannot_tell_apart_stay_among_the_additional_members() {
        sources.with("twins.asl.json", """
                {"StartAt": "Send", "States": {"Send": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:send",
                  "Parameters": {"order_id": "a", "orderId": "b", "send": {"sendInput": {"x": 1}}}}}}
                """);

        Class<?> input = sources.compiled().type("com.acme.TwinsTasks$SendInput");
        String json = "{'orderId':'b','send':{'sendInput':{'x':1}}}".replace('\'', '"');
        String twins = "{'order_id':'a','send':{'sendInput':{'x':1}},'orderId':'b'}".replace('\'', '"');

        assertThat(components(input)).hasSize(3).contains("java.util.Map<java.lang.String, JsonNode> additional");
        assertThat(JsonText.compact(JavaValues.toJson(
                        JavaValues.fromJson(JsonDocument.parse(twins).root(), input))))
                .isEqualTo(twins);
        assertThat(Arrays.stream(input.getDeclaredClasses()).map(Class::getSimpleName))
                .contains("Send");
    }

    @Test
    void a_task_that_gets_another_member_stops_its_handler_from_compiling() {
        GeneratedFile handler = new GeneratedFile(Root.SOURCES, "com/acme/Ids.java", """
                package com.acme;

                final class Ids {
                    static Object id(ReviewTasks.ScoreInput input) {
                        return input.id();
                    }
                }
                """);
        sources.compiled(handler);

        Sources changed = sources.with("review.asl.json", REVIEW.replace("\"id.$\"", "\"orderId.$\""));

        assertThatThrownBy(() -> changed.compiled(handler))
                .hasMessageContaining("/com/acme/Ids.java:5: error: cannot find symbol")
                .hasMessageContaining("symbol:   method id()");
    }

    private static String[] components(Class<?>[] nested, String name) {
        return Arrays.stream(nested)
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .map(InferenceTest::components)
                .orElseThrow();
    }

    private static String[] components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(InferenceTest::text)
                .toArray(String[]::new);
    }

    private static String text(RecordComponent component) {
        Method accessor = component.getAccessor();
        return accessor.getGenericReturnType().getTypeName().replace("tools.jackson.databind.", "") + " "
                + component.getName();
    }
}
