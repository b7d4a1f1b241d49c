package dev.stepwright.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.types.report.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SidecarSchemasTest {
    private static final StateMachineDefinition ORDER =
            AslDocument.parse("order.asl.json", """
                    {"StartAt": "Rate?", "States": {
                      "Rate?": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                        "Parameters": {"FunctionName": "f", "Payload": {"amount.$": "$.order.amount"}},
                        "ResultSelector": {"score.$": "$.Payload.score", "code.$": "$.StatusCode"}, "Next": "Ship"},
                      "Ship": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:ship",
                        "Parameters": {"score.$": "$.score"}, "End": true}}}
                    """).definition();

    @TempDir
    private Path folder;

    @BeforeEach
    void everything_agrees() throws IOException {
        with("order.input", object("order", "{\"$ref\": \"types/money.schema.json#/$defs/Order\"}"));
        with(
                "types/money",
                "{\"$defs\": {\"Order\": " + object("amount", "{\"$ref\": \"#/$defs/Amount\"}")
                        + ", \"Amount\": {\"type\": \"number\"}}}");
        with("order.output", object("parcel", "{\"type\": \"string\"}"));
        with("order.tasks/Rate%3F.input", object("amount", "{\"type\": \"number\"}"));
        with("order.tasks/Rate%3F.output", object("score", "{\"type\": \"integer\"}"));
        with("order.tasks/Ship.input", object("score", "{\"type\": \"integer\"}"));
        with("order.tasks/Ship.output", object("parcel", "{\"type\": \"string\"}"));
    }

    private static String object(String member, String schema) {
        return "{\"type\": \"object\", \"required\": [\"%s\"], \"properties\": {\"%s\": %s}}"
                .formatted(member, member, schema);
    }

    private void with(String name, String schema) throws IOException {
        Path file = folder.resolve(name + ".schema.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, schema);
    }

    private List<String> findings() throws IOException {
        SidecarSchemas schemas = SidecarSchemas.read(folder.resolve("order.asl.json"), ORDER);
        return DataFlow.analyze(ORDER, schemas.known()).findings().stream()
                .map(Finding::message)
                .toList();
    }

    @Test
    void schemas_that_agree_give_no_finding() throws IOException {
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    types/money               | {"$defs": {"Order": {"type": "object", "properties": {"sum": {}}}}} | reads $.order.amount, which never exists here
                    order.output              | {"type": "array"}                                                   | the machine's output must be an array by its schema
                    order.tasks/Rate%3F.input | {"type": "object", "required": ["sum"], "properties": {"sum": {}}} | lacks "sum", which its schema requires
                    order.tasks/Rate%3F.output| {"type": "object", "properties": {"points": {}}}                    | reads $.Payload.score, which never exists here
                    order.tasks/Ship.input    | {"type": "object", "properties": {"score": {"type": "string"}}}     | score in the task input of state "Ship" must be a string by its schema
                    """)
    void each_schema_counts(String name, String schema, String message) throws IOException {
        with(name, schema);

        assertThat(findings()).hasSize(1).first().asString().contains(message);
    }

    @Test
    void the_schema_of_a_function_may_also_be_that_of_the_whole_answer() throws IOException {
        with("order.tasks/Rate%3F.output", object("Payload", object("score", "{\"type\": \"integer\"}")));

        assertThat(findings()).containsExactly("""
                state "Rate?" reads $.StatusCode, which never exists here: $ is an object with "Payload\"""");
    }

    @Test
    void a_function_that_is_waited_for_gets_its_payload_and_its_result_is_what_comes_with_the_token()
            throws IOException {
        StateMachineDefinition waiting =
                AslDocument.parse("order.asl.json", """
                        {"StartAt": "Rate?", "States": {
                          "Rate?": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                            "Parameters": {"FunctionName": "f", "Payload": {"token.$": "$$.Task.Token"}},
                            "ResultSelector": {"score.$": "$.score", "parcel.$": "$.by.hand"}, "End": true}}}
                        """).definition();
        SidecarSchemas schemas = SidecarSchemas.read(folder.resolve("order.asl.json"), waiting);

        assertThat(DataFlow.analyze(waiting, schemas.known()).findings())
                .extracting(Finding::message)
                .satisfiesExactlyInAnyOrder(
                        input -> assertThat(input)
                                .contains(
                                        "Payload in the task input of state \"Rate?\" lacks \"amount\", which its schema requires"),
                        result -> assertThat(result).contains("reads $.by.hand, which never exists here"));
    }

    @ParameterizedTest
    @CsvSource({"https://example.com/order.json", "missing.schema.json", "#anchor", "order.asl.json", "%zz", "#"})
    void of_what_a_reference_does_not_lead_to_nothing_is_known(String reference) throws IOException {
        with("order.input", "{\"$ref\": \"" + reference + "\"}");

        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"$ref\": \"#/$defs/t%d\"}",
                "{\"properties\": {\"a\": {\"$ref\": \"#/$defs/t%1$d\"}, \"b\": {\"$ref\": \"#/$defs/t%1$d\"}}}"
            })
    void hostile_references_end(String type) throws IOException {
        String types = IntStream.range(0, 10_000)
                .mapToObj(i -> "\"t" + i + "\": " + type.formatted(i + 1))
                .collect(Collectors.joining(", "));
        with("order.input", "{\"properties\": {\"order\": {\"$ref\": \"#/$defs/t0\"}}, \"$defs\": {" + types + "}}");

        assertThatCode(this::findings).doesNotThrowAnyException();
    }

    @Test
    void a_file_that_is_no_json_is_told_and_nothing_is_known_of_it() throws IOException {
        with("order.output", "{");

        SidecarSchemas schemas = SidecarSchemas.read(folder.resolve("order.asl.json"), ORDER);

        assertThat(schemas.unreadable()).containsOnlyKeys(folder.resolve("order.output.schema.json"));
        assertThat(schemas.known().output()).isEmpty();
        assertThat(schemas.known().input()).isPresent();
    }
}
