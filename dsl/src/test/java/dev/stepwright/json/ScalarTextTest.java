package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;

class ScalarTextTest {
    @ParameterizedTest(name = "character {1} of {0} stands in column {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"abc\", 0, 2",
                "\"abc\", 2, 4",
                "\"abc\", 3, 5",
                "\"abc\", 9, 5",
                "\"a\\\"c\", 2, 5",
                "\"a\\u0041c\", 2, 9",
                "\"\", 0, 2",
            })
    void a_character_of_json_is_found_behind_escapes(String json, int offset, int column) {
        JsonDocument document = JsonDocument.parse(json);

        assertThat(document.characterPosition(JsonPointer.empty(), offset)).isEqualTo(new Position(1, column));
    }

    @ParameterizedTest(name = "x stands at {1} of {0}")
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "abx @ 1:3",
                "'it''s x' @ 1:8",
                "!!str &anchor ab x @ 1:18",
                "\"\\x41\\u00e9\\U0001F600x\" @ 1:22",
                "|+ # two;  ab;    x; @ 3:5",
                "|2;    ab;  x; @ 3:3",
                ">;  ab;  cd;;  ef x; @ 5:6",
                "ab;  cd;  x @ 3:3",
                "\"ab\\;   cd;  x\" @ 3:3",
                "|;  ab;    ;    cd  x; @ 4:9",
                "\"ab;   \\tc\\;  \\ d; \\nx\" @ 4:4",
                "\"a\\;;   x\" @ 3:4",
            })
    void a_character_of_yaml_is_found_in_every_style(String yaml, String place) {
        JsonDocument document = JsonDocument.parseYaml(yaml.replace(';', '\n'));

        int offset = document.root().stringValue().indexOf('x');
        assertThat(document.characterPosition(JsonPointer.empty(), offset)).hasToString(place);
    }

    @Test
    void a_string_that_ends_with_a_joined_line_ends_at_its_mark() {
        JsonDocument document = JsonDocument.parseYaml("\"ab\\\n  \"");

        assertThat(document.characterPosition(JsonPointer.empty(), 2)).hasToString("2:3");
    }

    @Test
    void a_string_is_looked_through_once_however_many_of_its_characters_are_asked_for() {
        TextPlaces places = JsonDocument.parse("{\"a\": \"some text\"}").whole();
        JsonPointer string = JsonPointer.compile("/a");

        assertThat(places.offsets(string)).isSameAs(places.offsets(JsonPointer.compile("/a")));
    }

    @Test
    void a_value_that_is_no_string_has_only_its_own_place() {
        JsonDocument document = JsonDocument.parse("{\"a\":\n [1]}");

        assertThat(document.characterPosition(JsonPointer.compile("/a"), 7)).hasToString("2:2");
    }

    @Test
    void tags_with_a_meaning_become_objects() {
        JsonDocument document = JsonDocument.parseYaml(
                "a: !Sub 1\nb: !If [c, !Sub x, {d: !Sub y}]\n", java.util.Map.of("!Sub", "S", "!If", "I"));

        assertThat(JsonText.compact(document.root()))
                .isEqualTo("{\"a\":{\"S\":\"1\"},\"b\":{\"I\":[\"c\",{\"S\":\"x\"},{\"d\":{\"S\":\"y\"}}]}}");
        assertThat(document.characterPosition(JsonPointer.compile("/b/I/1/S"), 0))
                .hasToString("2:17");
        assertThat(document.keyPosition(JsonPointer.compile("/b/I/2/d"))).hasToString("2:21");
    }
}
