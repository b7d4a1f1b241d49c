package dev.stepwright.asl.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.json.Extract;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

class FixTest {
    private static final JsonPointer OBJECT = JsonPointer.compile("/A");

    private static String json(String text, Fix fix) {
        return TextChange.in(text, fix.in(AslDocument.parse("a.asl.json", text)));
    }

    private static AslDocument yaml(String text) {
        return AslDocument.parse(Path.of("a.asl.yaml"), text);
    }

    private static String yaml(String text, Fix fix) {
        return TextChange.in(text, fix.in(yaml(text)));
    }

    private static Fix end() {
        return Fix.end(OBJECT.appendProperty("End"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {"A": {"Type": "Pass"}}          | {"A": {"Type": "Pass", "End": true}}
            {"A":{"Type":"Pass"}}            | {"A":{"Type":"Pass","End":true}}
            {"A": {"x": [1, {"y": "}"}] } }  | {"A": {"x": [1, {"y": "}"}], "End": true } }
            {"A": {"x": "\\"😀\\u0041"}}     | {"A": {"x": "\\"😀\\u0041", "End": true}}
            {"A": {"x": {}}}                 | {"A": {"x": {}, "End": true}}
            """)
    void what_is_added_to_a_line_is_written_as_the_line_is(String before, String after) {
        assertThat(json(before, end())).isEqualTo(after);
    }

    @Test
    void what_is_added_gets_its_own_line_where_the_last_member_has_one() {
        String text = "{\r\n\t\"A\": {\r\n\t\t\"Type\": \"Pass\",\r\n\t\t\"Result\": [\r\n\t\t]\r\n\t}\r\n}\r\n";

        assertThat(json(text, end())).isEqualTo(text.replace("]\r\n", "],\r\n\t\t\"End\": true\r\n"));
    }

    @Test
    void in_yaml_it_stands_behind_all_that_belongs_to_the_last_member() {
        String text = """
                A:
                  Type: Pass # a
                  Result:
                    - x: |
                        first

                        last
                    - [1, 'it''s'] # b ]

                # of B
                B: 1
                """;

        assertThat(yaml(text, end())).isEqualTo(text.replace("# b ]\n", "# b ]\n  End: true\n"));
    }

    @Test
    void in_a_flow_of_yaml_it_stands_before_the_brace() {
        assertThat(yaml("A: {Type: Pass, x: [a, b]} # c\n", end()))
                .isEqualTo("A: {Type: Pass, x: [a, b], End: true} # c\n");
    }

    @Test
    void a_text_keeps_the_quotes_that_it_has_and_gets_those_that_it_needs() {
        Fix no = Fix.spell(OBJECT, "nx", "no");

        assertThat(yaml("A: nx # c\n", no)).isEqualTo("A: \"no\" # c\n");
        assertThat(yaml("A: 'nx'\n", no)).isEqualTo("A: 'no'\n");
        assertThat(json("{\"A\": \"nx\"}", no)).isEqualTo("{\"A\": \"no\"}");
        assertThat(yaml("nx: 1\n", Fix.rename(JsonPointer.compile("/nx"), "n"))).isEqualTo("\"n\": 1\n");
    }

    @Test
    void a_part_of_a_text_is_found_behind_escapes() {
        assertThat(json("{\"A\": \"\\u0024\\\"😀 $.totl\"}", Fix.spell(OBJECT, 7, 11, "total")))
                .isEqualTo("{\"A\": \"\\u0024\\\"😀 $.total\"}");
    }

    @ParameterizedTest
    @CsvSource({"b c, 'a: 1'", "a, 'b: 2, c: 3'", "a b, 'c: 3'", "a c, 'b: 2'", "a b c, 'a: 1, b: 2, c: 3'"})
    void members_are_removed_with_the_comma_or_the_line_that_they_have(String names, String left) {
        Fix remove = new Fix.Remove(OBJECT, List.of(names.split(" ")));
        String json = "{\"A\": {\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}}";
        String block = "A:\n  # first\n  a: 1\n  # second\n  b: 2 # b\n  c: 3 # c\n";

        JsonNode expected = yaml("A: {" + left + "}").root();

        assertThat(AslDocument.parse("a", json(json, remove)).root()).isEqualTo(expected);
        assertThat(yaml(yaml(block, remove)).root()).isEqualTo(expected);
    }

    @Test
    void comments_above_a_member_go_with_it() {
        String text = "A:\n  a: 1 # a\n  # of b\n  b: 2 # b\n  # of c\n  c: 3\n";

        assertThat(yaml(text, Fix.remove(OBJECT.appendProperty("b")))).isEqualTo("A:\n  a: 1 # a\n  # of c\n  c: 3\n");
        assertThat(yaml(text, Fix.remove(OBJECT.appendProperty("a"))))
                .isEqualTo("A:\n  # of b\n  b: 2 # b\n  # of c\n  c: 3\n");
        assertThat(yaml(text, new Fix.Remove(OBJECT, List.of("a", "b")))).isEqualTo("A:\n  # of c\n  c: 3\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'A: &x nx', 'an anchor'",
        "'A: !!str nx', 'a tag'",
        "'A: >-\n  nx', 'a block'",
        "'A: \"n\\x78\"', 'an escape'"
    })
    void a_text_that_is_not_written_plainly_stays(String text, String why) {
        assertThat(Fix.spell(OBJECT, "nx", "next").in(yaml(text))).as(why).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R: &r {a: 1}\nA: *r\n",
                "R: &r {a: 1}\nA:\n  a: *r\n",
                "R: &r\n  a: 1\nA:\n  a: *r\n",
                "R: &r x\nA: {a: *r}\n",
                "A: &x {a: 1}\n",
                "A: !!map {a: 1}\n",
                "A:\n  ? a\n  : 1\n"
            })
    void what_stands_elsewhere_or_otherwise_than_it_seems_stays(String text) {
        assertThat(end().in(yaml(text))).isEmpty();
    }

    @Test
    void what_an_alias_brings_is_not_changed_at_its_anchor() {
        AslDocument document = yaml("R: &r {a: nx}\nA: *r\n");

        assertThat(Fix.spell(OBJECT.appendProperty("a"), "b").in(document)).isEmpty();
        assertThat(Fix.spell(OBJECT.appendProperty("a"), "nx", "b").in(document))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void behind_a_block_all_its_lines_stay(String ending) {
        String text = "A:\n  a: |+\n    x  \n\n\nB: 1\n".replace("\n", ending);

        JsonNode mended = yaml(yaml(text, end())).root();

        assertThat(mended.at("/A/a").stringValue()).isEqualTo("x  \n\n\n");
        assertThat(mended.at("/A/End").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_end_as_they_do(String ending) {
        String block = "A:\n  a: 1\nB: 1\n".replace("\n", ending);
        String json = "{\n  \"A\": {\n    \"a\": 1\n  }\n}\n".replace("\n", ending);

        assertThat(yaml(block, end()))
                .isEqualTo(block.replace("1" + ending + "B", "1" + ending + "  End: true" + ending + "B"));
        assertThat(json(json, end())).isEqualTo(json.replace("1", "1," + ending + "    \"End\": true"));
    }

    @Test
    void brackets_get_quotes_where_a_flow_may_be_around() {
        assertThat(yaml("A: {a: $.x}\n", Fix.spell(OBJECT.appendProperty("a"), "$.x", "$.y[0]")))
                .isEqualTo("A: {a: \"$.y[0]\"}\n");
        assertThat(Fix.spell(OBJECT.appendProperty("a"), 0, 3, "$.y[0]").in(yaml("A: {a: $.x.z}\n")))
                .isEmpty();
        assertThat(json("{\"A\": {\"a\": \"$.x.z\"}}", Fix.spell(OBJECT.appendProperty("a"), 0, 3, "$.y[0]")))
                .isEqualTo("{\"A\": {\"a\": \"$.y[0].z\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.00", "null", "true", "[1]"})
    void what_is_no_text_becomes_one_with_the_quotes_of_its_name(String value) {
        Fix version = Fix.put(OBJECT, "1.0");
        String json = "{\"A\":%s}".formatted(value);
        String within = "{\"D\": " + JsonText.quote(json) + "}";

        assertThat(json(json, version)).isEqualTo("{\"A\":\"1.0\"}");
        assertThat(TextChange.in(within, version.in(inJson(within))))
                .isEqualTo("{\"D\": " + JsonText.quote("{\"A\":\"1.0\"}") + "}");
    }

    @Test
    void an_apostrophe_may_end_what_is_around_a_definition_in_yaml() {
        String text = "D: '{\"A\": \"nx\", \"B\": 1}'\n";
        Fix plain = Fix.spell(OBJECT, "nx", "next");
        Fix apostrophe = Fix.spell(OBJECT, "nx", "it's");

        assertThat(TextChange.in(text, plain.in(within(JsonDocument.parseYaml(text)))))
                .isEqualTo(text.replace("nx", "next"));
        assertThat(apostrophe.in(within(JsonDocument.parseYaml(text)))).isEmpty();
        assertThat(json("{\"A\": \"nx\"}", apostrophe)).isEqualTo("{\"A\": \"it's\"}");
    }

    private static AslDocument inJson(String text) {
        return within(JsonDocument.parse(text));
    }

    private static AslDocument within(JsonDocument whole) {
        JsonPointer at = JsonPointer.compile("/D");
        Extract definition = new Extract(whole, at);
        definition.add(at, 0, whole.root().at(at).stringValue().length());
        return AslDocument.of("template", definition.parse());
    }

    @Test
    void nothing_is_done_by_halves() {
        Fix both = new Fix.Together(
                List.of(Fix.spell(OBJECT, "nx", "next"), Fix.spell(JsonPointer.compile("/B"), "\u0041", "B")));

        assertThat(both.in(AslDocument.parse("a", "{\"A\": \"nx\", \"B\": \"\\u0041\"}")))
                .isEmpty();
    }
}
