package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;

class YamlDocumentTest {
    private static final String ORDER = """
            # the order of a shop
            StartAt: Chärge
            States:
              Chärge:
                Type: Task
                Resource: arn:aws:lambda:eu-west-1:123456789012:function:charge
                Parameters: {amount.$: $.total, "rate": 1.50}
                Retry: &retry
                  - ErrorEquals: [Busy]
                    MaxAttempts: 3
                Next: Ship
              Ship:
                Type: Pass
                Result: |
                  two
                  lines
                Retry: *retry
                End: true
            """;

    private static String json(String yaml) {
        return JsonText.compact(JsonDocument.parseYaml(yaml).root());
    }

    @Test
    void yaml_says_what_json_says() {
        assertThat(json(ORDER))
                .isEqualTo("{\"StartAt\":\"Chärge\",\"States\":{\"Chärge\":{\"Type\":\"Task\","
                        + "\"Resource\":\"arn:aws:lambda:eu-west-1:123456789012:function:charge\","
                        + "\"Parameters\":{\"amount.$\":\"$.total\",\"rate\":1.50},"
                        + "\"Retry\":[{\"ErrorEquals\":[\"Busy\"],\"MaxAttempts\":3}],\"Next\":\"Ship\"},"
                        + "\"Ship\":{\"Type\":\"Pass\",\"Result\":\"two\\nlines\\n\","
                        + "\"Retry\":[{\"ErrorEquals\":[\"Busy\"],\"MaxAttempts\":3}],\"End\":true}}}");
    }

    @ParameterizedTest(name = "{0} stands at {1}")
    @CsvSource({
        "/StartAt, 2:10, 2:1",
        "/States/Chärge, 5:5, 4:3",
        "/States/Chärge/Parameters/rate, 7:45, 7:37",
        "/States/Chärge/Retry/0, 9:9, 9:9",
        "/States/Chärge/Retry/0/ErrorEquals/0, 9:23, 9:23",
        "/States/Ship/Retry, 8:12, 17:5",
    })
    void values_and_names_have_places(String pointer, String value, String key) {
        JsonDocument document = JsonDocument.parseYaml(ORDER);

        assertThat(document.position(JsonPointer.compile(pointer))).hasToString(value);
        assertThat(document.keyPosition(JsonPointer.compile(pointer))).hasToString(key);
    }

    @Test
    void columns_count_utf_16_code_units() {
        JsonDocument document = JsonDocument.parseYaml("{a: 😀, b: 1}");

        assertThat(document.position(JsonPointer.compile("/b"))).isEqualTo(new Position(1, 12));
    }

    /** The time limit is a net: counting from the beginning of the line for each value takes minutes. */
    @Test
    @Timeout(60)
    void a_line_may_have_very_many_values() {
        JsonDocument document = JsonDocument.parseYaml("[" + "😀, ".repeat(200_000) + "]");

        assertThat(document.position(JsonPointer.compile("/199999"))).isEqualTo(new Position(1, 799_998));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5|5",
                "-0.5|-0.5",
                "1.50|1.50",
                "1e3|1e3",
                "+5|5",
                "007|7",
                "0x1F|31",
                "0o17|15",
                ".5|0.5",
                "5.|5",
                "1_000|\"1_000\"",
                "12:30|\"12:30\"",
                "2024-01-01T00:00:00Z|\"2024-01-01T00:00:00Z\"",
                "true|true",
                "False|false",
                "yes|\"yes\"",
                "on|\"on\"",
                "~|null",
                "null|null",
                "'null'|\"null\"",
                "\"5\"|\"5\"",
                "!!str 5|\"5\"",
                "! 5|\"5\"",
                "!!int 5|5",
                "$.a[0]|\"$.a[0]\"",
                "'{% $x %}'|\"{% $x %}\"",
                "[]|[]",
                "{}|{}",
                "[a, {b: }]|[\"a\",{\"b\":null}]",
                "123456789012345678901234567890|123456789012345678901234567890",
            })
    void scalars_have_the_types_of_the_core_schema(String yaml, String expected) {
        assertThat(json(yaml)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is refused at {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 1:1 | the document is empty",
                "# nothing | 1:1 | the document is empty",
                "a: 1\\na: 2 | 2:1 | the key \"a\" is already in this object at line 1",
                "a: 1\\n---\\nb: 2 | 2:1 | another document follows",
                "a: [1, 2 | 1:9 | expected ',' or ']'",
                "a: b: c | 1:5 | mapping values are not allowed here",
                "a:\\n\\tb: 1 | 2:1 | TAB",
                "a: 'x | 1:6 | found unexpected end of stream",
                "a: !Sub 'x' | 1:4 | the tag !Sub is unknown",
                "a: !GetAtt [x, y] | 1:4 | the tag !GetAtt is unknown",
                "a: !!binary aGk= | 1:4 | JSON has no values of the type !!binary",
                "a: !!set {x} | 1:4 | JSON has no values of the type !!set",
                "a: .inf | 1:4 | JSON has no number .inf",
                "[a]: 1 | 1:1 | the key must be a string",
                "a: &x {b: 1}\\nc:\\n  <<: *x | 3:3 | merge keys",
                "a: *x | 1:4 | no value that ends before *x has the anchor &x",
                "a: &x [*x] | 1:8 | no value that ends before *x",
                "a: @b | 1:4 | cannot start any token",
                "%YAML 3.0\\n--- a | 1:1 | must be 1.2",
            })
    void what_json_has_not_is_refused_with_its_place(String yaml, String place, String problem) {
        assertThatThrownBy(
                        () -> JsonDocument.parseYaml(yaml.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOfSatisfying(JsonSyntaxException.class, e -> {
                    assertThat(e.problem()).contains(problem);
                    assertThat(e.position()).hasToString(place);
                });
    }

    @Test
    void a_template_has_merge_keys_whose_members_keep_their_places() {
        String yaml = """
                base: &base {a: 1, b: 2}
                more: &more
                  c: 3
                  a: 4
                one:
                  <<: *base
                  b: 5
                two:
                  <<: [*more, *base]
                """;

        JsonDocument document = JsonDocument.parseYaml(yaml, Map.of("!Ref", "Ref"));

        assertThat(JsonText.compact(document.root()))
                .endsWith("\"one\":{\"b\":5,\"a\":1},\"two\":{\"c\":3,\"a\":4,\"b\":2}}");
        assertThat(document.position(JsonPointer.compile("/one/a"))).hasToString("1:17");
        assertThat(document.position(JsonPointer.compile("/two/a"))).hasToString("4:6");
        assertThatThrownBy(() -> JsonDocument.parseYaml("a: 1\nb: {<<: [{}, 2]}\n", Map.of("!Ref", "Ref")))
                .hasMessageContaining(
                        "line 2, column 5: the value of a merge key (<<) must be an object or a list of objects");
    }

    @Test
    void a_control_character_is_told_by_its_number() {
        assertThatThrownBy(() -> JsonDocument.parseYaml("a: 😀\nb: \u0007"))
                .isInstanceOfSatisfying(JsonSyntaxException.class, e -> {
                    assertThat(e.problem()).isEqualTo("YAML does not allow the character U+0007");
                    assertThat(e.position()).isEqualTo(new Position(2, 4));
                });
    }

    @Test
    void aliases_of_aliases_do_not_fill_the_memory() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= 30; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }

        assertThatThrownBy(() -> JsonDocument.parseYaml(bomb.toString()))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("aliases make more than 1000000 values");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "+9", "0x9", "1."})
    void a_number_is_at_most_as_long_as_in_json(String beginning) {
        assertThatThrownBy(() -> JsonDocument.parseYaml("a: " + beginning + "9".repeat(1_000)))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("a number must have at most 1000 characters");
        assertThat(JsonDocument.parseYaml("a: x" + beginning + "9".repeat(1_000))
                        .root()
                        .path("a")
                        .isString())
                .isTrue();
    }

    @Test
    void aliases_do_not_lead_deeper_than_a_document_may_be() {
        String half = "[".repeat(300) + "%s" + "]".repeat(300);
        String text = "a: &a " + half.formatted("x") + "\nb: " + half.formatted("*a") + "\n";

        assertThatThrownBy(() -> JsonDocument.parseYaml(text))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("nested deeper than 500 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void too_deep_a_document_is_refused(String open) {
        assertThatThrownBy(() -> JsonDocument.parseYaml(open.repeat(100_000)))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("nested deeper than 500 levels");
    }

    @Test
    void no_text_ends_otherwise_than_with_a_document_or_a_place() {
        Random random = new Random(7);
        String alphabet = ":-?[]{},#&*!|>'\"%@`~ \n\tax0.";
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder(ORDER);
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(text.length());
                text.replace(
                        at,
                        Math.min(text.length(), at + random.nextInt(3)),
                        alphabet.charAt(random.nextInt(alphabet.length())) + "");
            }
            try {
                JsonDocument.parseYaml(text.toString());
            } catch (JsonSyntaxException e) {
                assertThat((long) e.position().line())
                        .as(text.toString())
                        .isBetween(1L, text.chars().filter(c -> c == '\n').count() + 1);
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 4_900);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order.asl.yaml", "order.yml"})
    void the_name_of_a_file_says_that_it_is_yaml(String name, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve(name), ORDER);

        JsonDocument document = JsonDocument.read(file);

        assertThat(document.isJsonText()).isFalse();
        assertThat(document.root()).isEqualTo(JsonDocument.parseYaml(ORDER).root());
    }

    @Test
    void a_character_of_two_halves_stands_anywhere() {
        for (int before = 1_000; before < 1_060; before++) {
            String value = "x".repeat(before) + "\ud83d\ude80" + "x".repeat(3_000);

            assertThat(JsonDocument.parseYaml("a: " + value).root().path("a").stringValue())
                    .isEqualTo(value);
        }
    }
}
