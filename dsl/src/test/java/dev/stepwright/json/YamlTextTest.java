package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class YamlTextTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void objects_and_lists_are_blocks_and_texts_of_several_lines_too() {
        JsonNode value = JsonDocument.parse("""
                {"StartAt": "Large order?",
                 "States": {
                   "Large order?": {"Type": "Choice", "Choices": [{"Condition": "{% (\\n  $n > 1\\n) %}", "Next": "Ship it"}, {}]},
                   "Ship it": {"Seconds": 1.50, "Output": [], "Comment": "", "Retry": ["a", null, true]}}}
                """).root();

        assertThat(YamlText.of(value)).isEqualTo("""
                StartAt: Large order?
                States:
                  Large order?:
                    Type: Choice
                    Choices:
                      - Condition: |-
                          {% (
                            $n > 1
                          ) %}
                        Next: Ship it
                      - {}
                  Ship it:
                    Seconds: 1.50
                    Output: []
                    Comment: ''
                    Retry:
                      - a
                      - null
                      - true
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.order.total",
                "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "States.Format('Order {} of {}', $.id, $.name)",
                "${ChargeFunction}",
                "-- no",
                "a, b [c] {d}",
                "yes, please"
            })
    void a_text_stands_without_quotes_where_it_can(String text) {
        assertThat(YamlText.of(NODES.objectNode().put("a", text))).isEqualTo("a: " + text + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "{% $states.input.x %} | '{% $states.input.x %}'",
                "{% \"it's\" %} | '{% \"it''s\" %}'",
                "a: b | 'a: b'",
                "a # b | 'a # b'",
                "~ | '~'",
                "null | 'null'",
                "True | 'True'",
                "No | 'No'",
                "on | 'on'",
                "y | 'y'",
                "2024-01-01 | '2024-01-01'",
                "12:30 | '12:30'",
                "0x1F | '0x1F'",
                "1_000 | '1_000'",
                "+.5 | '+.5'",
                "-.INF | '-.INF'",
                ".nan | '.nan'",
                "<< | '<<'",
                "= | '='"
            })
    void what_some_reader_would_take_for_something_else_has_quotes(String text, String written) {
        assertThat(YamlText.of(NODES.objectNode().put("a", text))).isEqualTo("a: " + written + "\n");
        assertThat(YamlText.of(NODES.objectNode().put(text, 1))).isEqualTo(written + ": 1\n");
    }

    @Test
    void what_is_written_is_read_again() {
        Random random = new Random(11);
        for (int round = 0; round < 5_000; round++) {
            JsonNode value = value(random, 4);

            String yaml = YamlText.of(value);

            assertThat(read(yaml)).as(yaml).isEqualTo(JsonText.compact(value));
        }
    }

    /** What cannot be read is shown as it was written. */
    private static String read(String yaml) {
        try {
            return JsonText.compact(JsonDocument.parseYaml(yaml).root());
        } catch (JsonSyntaxException e) {
            return e.getMessage();
        }
    }

    private static JsonNode value(Random random, int depth) {
        switch (random.nextInt(depth == 0 ? 3 : 6)) {
            case 0 -> {
                return random.nextBoolean() ? NODES.booleanNode(random.nextBoolean()) : NODES.nullNode();
            }
            case 1 -> {
                String number = random.nextInt(200) - 100 + (random.nextBoolean() ? ".50" : "");
                return JsonText.number(number + (random.nextBoolean() ? "E+2" : ""));
            }
            case 2 -> {
                return NODES.stringNode(text(random));
            }
            case 3 -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(random, depth - 1));
                }
                return array;
            }
            default -> {
                ObjectNode object = NODES.objectNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    object.set(text(random), value(random, depth - 1));
                }
                return object;
            }
        }
    }

    private static String text(Random random) {
        String signs = ":-?[]{},#&*!|>'\"%@`~= \n\r\t\\\u0000\u0007\u0085\u2028\ufeffäax0.";
        StringBuilder text = new StringBuilder(random.nextInt(20) == 0 ? "long ".repeat(300) : "");
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(random.nextInt(30) == 0 ? "\ud83d\ude80" : signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }
}
