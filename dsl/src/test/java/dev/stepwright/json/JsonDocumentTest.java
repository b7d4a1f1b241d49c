package dev.stepwright.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;

class JsonDocumentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":[1.50,1e3,-0,1E+2,100000000000000000000,0.1000],\"c\":{\"é\":\"\\u00e9 \\/ \\\"x\\\"\"}}",
                "[]",
                "{}",
                "\"text\"",
                "null",
                "[true,false,[[]],{\"\":{}}]",
                "123456789012345678901234567890.5e-7",
                "\"\\ud83d\\ude00 😀 \\u0000 \\b\\f\\n\\r\\t\""
            })
    void a_document_prints_as_it_was_written(String text) {
        assertThat(JsonText.compact(JsonDocument.parse(text).root())).isEqualTo(text);
    }

    @Test
    void white_space_is_the_only_thing_that_printing_changes() {
        String text = " {\n\t\"a\" : [ 1 , { \"b\" : \"x  y\" } ]\r\n}  ";

        assertThat(JsonText.compact(JsonDocument.parse(text).root())).isEqualTo("{\"a\":[1,{\"b\":\"x  y\"}]}");
        assertThat(JsonText.pretty(JsonDocument.parse(text).root())).isEqualTo("""
                        {
                          "a": [
                            1,
                            {
                              "b": "x  y"
                            }
                          ]
                        }""");
    }

    @ParameterizedTest(name = "{0} stands at {1}:{2}")
    @CsvSource({
        "'', 1, 1",
        "/States, 3, 13",
        "/States/A, 4, 10",
        "/States/A/Next, 4, 36",
        "/States/B~1x, 5, 12",
        "/list/1, 7, 14",
        "/States/A/Absent, 4, 10",
        "/States/Nowhere/At/All, 3, 13",
        "/list/7, 7, 10",
    })
    void every_value_has_its_line_and_column(String pointer, int line, int column) {
        var document = JsonDocument.parse("""
                {
                  "StartAt": "A",
                  "States": {
                    "A": { "Type": "Pass", "Next": "B/x" },
                    "B/x": {}
                  },
                 "list": [1, 22]
                }
                """);

        assertThat(document.position(JsonPointer.compile(pointer))).isEqualTo(new Position(line, column));
    }

    @Test
    void a_member_has_the_place_of_its_name_and_of_its_value() {
        var document = JsonDocument.parse("{ \"a\":\n  1 }");

        assertThat(document.keyPosition(JsonPointer.compile("/a"))).isEqualTo(new Position(1, 3));
        assertThat(document.position(JsonPointer.compile("/a"))).isEqualTo(new Position(2, 3));
    }

    @ParameterizedTest(name = "{0} is refused at {1}:{2} because {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1|1|is empty",
                "'   '|1|1|is empty",
                "{|1|2|the object that begins at 1:1 does not end; add \"}\"",
                "{\"a\": [1,2|1|11|the array that begins at 1:7 does not end; add \"]\"",
                "\"a|1|3|the string does not end; add its closing quote",
                "{\"a\":1} x|1|9|expected a value, found x",
                "{\"a\":1} {}|1|9|more text follows the end of the document",
                "{\"a\":1, \"a\":2}|1|9|the key \"a\" is already in this object at line 1",
                "{a:1}|1|2|expected a name in double quotes, found \"a\"",
                "{\"a\":1,}|1|8|found \"}\" after a comma; remove the comma, or add a member",
                "[1,]|1|4|found \"]\" after a comma; remove the comma, or add an element",
                "{\"a\" 1}|1|6|expected \":\" after a name, found \"1\"",
                "{\"a\":1 \"b\":2}|1|8|expected \",\" or \"}\", found '\"'",
                "[1 2]|1|4|expected \",\" or \"]\", found \"2\"",
                "[1}|1|3|expected \"]\" to close what begins at 1:1, found \"}\"",
                "<html>|1|1|expected a value, found \"<\"",
                "[01]|1|3|a number cannot begin with 0 before another digit; remove the 0",
                "[+1]|1|3|a number cannot begin with \"+\"",
                "[.5]|1|2|expected a value, found \".\"",
                "NaN|1|4|expected a value, found NaN",
                "{\"a\":tru}|1|6|expected a value, found tru",
                "StartAt: A|1|1|expected a value, found StartAt; put a string in double quotes",
                "// c|1|1|JSON has no comments; remove this one",
                "\"\\q\"|1|3|there is no escape \\q",
                "\"\\u12\"|1|6|\\u needs four hexadecimal digits",
                "\"a\tb\"|1|3|a string cannot contain the control character U+0009 as it is; write \\t",
                "[\u0001]|1|2|the control character U+0001 is not allowed here; remove it",
            })
    void what_is_not_one_json_document_is_refused_with_its_place(String text, int line, int column, String problem) {
        assertThatThrownBy(() -> JsonDocument.parse(text)).isInstanceOfSatisfying(JsonSyntaxException.class, e -> {
            assertThat(e.problem()).contains(problem);
            assertThat(e.position()).isEqualTo(new Position(line, column));
        });
    }

    @Test
    void too_deep_a_document_is_refused_without_touching_the_stack() {
        assertThatThrownBy(() -> JsonDocument.parse("[".repeat(100_000)))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("500");
        assertThat(JsonDocument.parse("[".repeat(500) + "]".repeat(500)).root().isArray())
                .isTrue();
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused_with_the_place_of_the_byte(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("latin.json"), new byte[] {'{', '\n', ' ', '"', (byte) 0xE9, '"', '}'});

        assertThatThrownBy(() -> JsonDocument.read(file))
                .hasMessage("line 2, column 3: byte 0xE9 is not UTF-8; save the file as UTF-8");
    }

    @Test
    void a_byte_order_mark_is_ignored() {
        assertThat(JsonDocument.parse("\uFEFF{}").root().isObject()).isTrue();
    }
}
