package dev.stepwright.asl.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.SharedFiles;
import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class DefinitionDiffTest {
    private static final String BEFORE = """
            {"Comment": "Orders", "StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "a", "TimeoutSeconds": 30, "Next": "Ok?",
                "Catch": [{"ErrorEquals": ["Refused"], "Next": "Sorry"}]},
              "Ok?": {"Type": "Choice", "Choices": [
                {"Variable": "$.n", "NumericEquals": 1, "Next": "Both"},
                {"Variable": "$.n", "NumericEquals": 2, "Next": "Sorry"}]},
              "Both": {"Type": "Parallel", "End": true, "Branches": [
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
                {"StartAt": "B", "States": {"B": {"Type": "Pass", "Result": 1, "End": true}}}]},
              "Sorry": {"Type": "Fail"}}}
            """;

    @Test
    void definitions_that_differ_in_layout_only_are_equal() {
        String other = BEFORE.replace("\n", " ")
                .replace("\"Type\": \"Task\", \"Resource\": \"a\"", "\"Resource\": \"a\", \"Type\": \"Task\"")
                .replace("30", "30.0");

        DefinitionDiff diff = diff(BEFORE, other);

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.toString()).isEmpty();
    }

    @Test
    void a_placeholder_without_quotes_is_another_value_than_the_same_in_quotes() {
        String text = "{\"TimeoutSeconds\": ${Limit}, \"Comment\": \"${Words}\"}";
        StateMachineDefinition bare = AslDocument.parseUnfilled("bare", text).definition();
        StateMachineDefinition quoted = AslDocument.parse("quoted", text.replace(" ${Limit}", "\"${Limit}\""))
                .definition();

        assertThat(DefinitionDiff.between(
                                bare,
                                AslDocument.parseUnfilled("same", text + "\n").definition())
                        .isEmpty())
                .isTrue();
        assertThat(DefinitionDiff.between(bare, quoted)).hasToString("~ TimeoutSeconds: ${Limit} -> \"${Limit}\"\n");
    }

    @Test
    void states_fields_and_transitions_are_told_apart_and_named_with_their_place() {
        String after = BEFORE.replace("\"Comment\": \"Orders\", ", "")
                .replace("30", "60")
                .replace("\"Next\": \"Ok?\"", "\"Next\": \"Both\", \"HeartbeatSeconds\": 5")
                .replace("\"Sorry\"}]},\n  \"Ok?\"", "\"Apologise\", \"ResultPath\": null}]},\n  \"Ok?\"")
                .replace("\"NumericEquals\": 2, \"Next\": \"Sorry\"", "\"NumericEquals\": 2, \"Next\": \"Charge\"")
                .replace("\"Result\": 1", "\"Result\": 2")
                .replace("\"Sorry\": {\"Type\": \"Fail\"}", "\"Apologise\": {\"Type\": \"Succeed\"}");

        assertThat(diff(BEFORE, after)).hasToString("""
                - Comment: "Orders"
                in state "Charge"
                  ~ TimeoutSeconds: 30 -> 60
                  ~ Next: "Ok?" -> "Both"
                  - Catch ["Refused"] -> "Sorry"
                  + Catch ["Refused"] -> "Apologise"
                  + HeartbeatSeconds: 5
                in state "Ok?"
                  ~ rule $.n = 2: "Sorry" -> "Charge"
                in state "Both"
                  in branch 2
                    in state "B"
                      ~ Result: 1 -> 2
                - state "Sorry" (Fail)
                + state "Apologise" (Succeed)
                """);
    }

    @Test
    void a_handler_that_changes_but_for_its_errors_and_its_target_is_the_same_one() {
        String after =
                BEFORE.replace("[\"Refused\"], \"Next\"", "[\"Refused\"], \"ResultPath\": \"$.error\", \"Next\"");

        assertThat(diff(BEFORE, after)).hasToString("""
                in state "Charge"
                  + Catch ["Refused"], ResultPath: "$.error"
                """);
    }

    @Test
    void rules_in_another_order_differ() {
        String after = BEFORE.replace(
                        "\"NumericEquals\": 1, \"Next\": \"Both\"", "\"NumericEquals\": 0, \"Next\": \"Sorry\"")
                .replace("\"NumericEquals\": 2, \"Next\": \"Sorry\"", "\"NumericEquals\": 1, \"Next\": \"Both\"")
                .replace("\"NumericEquals\": 0, \"Next\": \"Sorry\"", "\"NumericEquals\": 2, \"Next\": \"Sorry\"");

        assertThat(diff(BEFORE, after).toString()).contains("~ order of Choices: ");
    }

    /** Whatever is changed, wherever: the diff says something, and nothing about a definition and itself. */
    @Test
    void no_change_of_a_published_definition_is_overlooked() throws Exception {
        Random random = new Random(11);

        for (Path file : SharedFiles.jsonFiles("corpus/real")) {
            StateMachineDefinition definition = AslDocument.read(file).definition();
            for (int i = 0; i < 20; i++) {
                ObjectNode copy = ((ObjectNode) definition.json()).deepCopy();
                change(copy, random);
                StateMachineDefinition changed = StateMachineDefinition.of(copy);

                assertThat(DefinitionDiff.between(definition, changed).isEmpty())
                        .as("%s with %s", file, changed)
                        .isEqualTo(definition.equals(changed));
                assertThat(DefinitionDiff.between(changed, definition).isEmpty())
                        .isEqualTo(definition.equals(changed));
            }
            assertThat(DefinitionDiff.between(definition, definition).changes()).isEmpty();
        }
    }

    /** Removes, doubles or replaces one value somewhere. */
    private static void change(JsonNode node, Random random) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            String name = List.copyOf(object.propertyNames()).get(random.nextInt(object.size()));
            if (object.get(name).isContainer() && !object.get(name).isEmpty() && random.nextInt(5) > 0) {
                change(object.get(name), random);
            } else if (random.nextBoolean()) {
                object.remove(name);
            } else {
                object.put(name, random.nextInt(3));
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int index = random.nextInt(array.size());
            if (array.get(index).isContainer() && !array.get(index).isEmpty() && random.nextInt(5) > 0) {
                change(array.get(index), random);
            } else if (random.nextBoolean()) {
                array.insert(index, array.get(random.nextInt(array.size())));
            } else {
                array.add(array.remove(index));
            }
        }
    }

    private static DefinitionDiff diff(String before, String after) {
        return DefinitionDiff.between(
                StateMachineDefinition.of(JsonDocument.parse(before).root()),
                StateMachineDefinition.of(JsonDocument.parse(after).root()));
    }
}
