package dev.stepwright.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas that nobody writes on purpose, or somebody does: each ends with one clear error at its place, or with code that compiles. */
class HostileSchemaTest {
    private Sources sources;

    @BeforeEach
    void start(@TempDir Path directory) {
        sources = new Sources(directory).with("order.asl.json", Sources.DEFINITION);
    }

    private List<String> findings(String schema) {
        return sources.with("order.input.schema.json", schema).findings();
    }

    private static String joined(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(", "));
    }

    private static String object(int count, String schema) {
        return "{\"type\": \"object\",\n \"properties\": {" + joined(count, i -> "\"member" + i + "\": " + schema)
                + "}}";
    }

    @Test
    void ten_thousand_members_are_too_many_for_a_constructor_and_become_a_map() {
        assertThat(findings(object(10_000, "{\"type\": \"string\"}")))
                .singleElement()
                .asString()
                .startsWith(
                        "order.input.schema.json:[1,1] warning ASL-SCH-006 this object has 10000 members, more than a Java"
                                + " constructor can have parameters (254), so it is a map");
    }

    @Test
    void as_many_members_as_a_constructor_can_have_compile() {
        String schema = object(254, "{\"type\": \"string\", \"minLength\": 1}");

        Class<?> type =
                sources.with("order.input.schema.json", schema).compiled().type("com.acme.OrderInput");

        assertThat(type.getRecordComponents()).hasSize(254);
    }

    @Test
    void a_long_takes_the_room_of_two() {
        String members = joined(128, i -> "\"m" + i + "\": {\"type\": \"integer\"}");
        String required = joined(128, i -> "\"m" + i + "\"");

        assertThat(findings(
                        "{\"type\": \"object\", \"required\": [" + required + "], \"properties\": {" + members + "}}"))
                .singleElement()
                .asString()
                .contains("this object has 128 members");
    }

    @Test
    void an_enumeration_that_no_class_can_initialise_is_any_string() {
        String values = joined(5_000, i -> "\"value " + i + "\"");

        assertThat(findings("{\"enum\": [" + values + "]}"))
                .singleElement()
                .asString()
                .contains("warning ASL-SCH-006", "an enum of 5000 values");
    }

    @Test
    void as_many_values_as_a_class_can_initialise_compile() {
        String values = joined(3_000, i -> "\"a rather long value " + i + "\"");

        Class<?> type = sources.with("order.input.schema.json", "{\"enum\": [" + values + "]}")
                .compiled()
                .type("com.acme.OrderInput");

        assertThat(type.getEnumConstants()).hasSize(3_000);
    }

    @Test
    void a_chain_of_ten_thousand_references_is_an_error() {
        String definitions = joined(10_000, i -> "\"d" + i + "\": {\"$ref\": \"#/$defs/d" + (i + 1) + "\"}");

        assertThat(findings("{\"$ref\": \"#/$defs/d0\", \"$defs\": {" + definitions
                        + ", \"d10000\": {\"type\": \"object\"}}}"))
                .anyMatch(finding -> finding.contains("schemas refer to each other to get here"));
    }

    @Test
    void lists_in_lists_in_lists_end_somewhere() {
        String deep = "{\"type\": \"array\", \"items\": ".repeat(200) + "{}" + "}".repeat(200);

        assertThat(findings(deep)).singleElement().asString().contains("this is in more than 20 arrays and maps");
    }

    @Test
    void objects_in_objects_in_objects_have_names_of_their_own_or_are_errors() {
        String deep = "{\"type\": \"object\", \"properties\": {\"a\": ".repeat(100) + "{}" + "}}".repeat(100);

        assertThat(findings(deep))
                .isNotEmpty()
                .allMatch(finding -> finding.contains("ASL-GEN-002")
                        && finding.contains("whose file would have a longer name than file systems allow"));
    }

    @Test
    void loops_of_every_kind_are_told_once_each() {
        List<String> findings = findings("""
                {"type": "object", "properties": {
                  "self": {"$ref": "#/properties/self"},
                  "left": {"$ref": "#/properties/right"},
                  "right": {"$ref": "#/properties/left"},
                  "joined": {"allOf": [{"$ref": "#/properties/joined"}]},
                  "chosen": {"oneOf": [{"$ref": "#/properties/chosen"}, {"type": "null"}]},
                  "union": {"oneOf": [{"$ref": "#/properties/union"}, {"type": "string"}]},
                  "one": {"oneOf": [{"$ref": "#/properties/other"}, {"type": "string"}]},
                  "other": {"oneOf": [{"$ref": "#/properties/one"}, {"type": "integer"}]},
                  "map": {"type": "object", "additionalProperties": {"$ref": "#/properties/map"}},
                  "tuple": {"type": "array", "prefixItems": [{"type": "array", "items": {"$ref": "#/properties/list"}}]},
                  "list": {"type": "array", "items": {"$ref": "#/properties/list"}}
                }}
                """);

        assertThat(findings.stream().map(finding -> finding.replaceAll("order.input.schema.json:\\[(\\d+),.*", "$1")))
                .contains("2", "3", "4", "5", "6", "7", "9", "10", "12");
        assertThat(findings)
                .allMatch(finding -> finding.contains(" error ASL-SCH-")
                        || finding.contains(" warning ASL-SCH-006 this contains only itself"));
    }

    @Test
    void an_example_of_a_loop_is_not_followed_for_ever() {
        assertThat(
                        findings(
                                "{\"type\": \"object\", \"properties\": {\"a\": {\"$ref\": \"#/properties/a\", \"default\": 1}}}"))
                .hasSize(2)
                .anyMatch(finding -> finding.contains("[1,40] warning ASL-SCH-006 examples are not checked"))
                .anyMatch(finding -> finding.contains("error ASL-SCH-003 this refers to itself"));
    }

    @Test
    void all_that_is_wrong_in_all_files_is_told_at_once() {
        List<String> findings = sources.with("broken.schema.json", "{\n  \"type\": }")
                .with("empty.schema.json", "")
                .with("list.schema.json", "[]")
                .with("latin.schema.json", "{\"title\": \"\\ud800\"")
                .with(
                        "type.schema.json",
                        "{\"properties\": {\"a\": {\"type\": \"strng\"}, \"b\": {\"minimum\": \"1\"}}}")
                .with("draft.schema.json", "{\"$schema\": \"http://json-schema.org/draft-03/schema#\"}")
                .with("unknown.schema.json", "{\"$schema\": 7}")
                .with(
                        "limits.schema.json",
                        "{\"$defs\": {\"A\": {\"type\": \"string\", \"minLength\": 3, \"maxLength\": 2}}}")
                .findings();

        assertThat(findings)
                .allMatch(finding -> finding.matches("[a-z]+\\.schema\\.json:\\[\\d+,\\d+] error ASL-SCH-00\\d .*"));
        assertThat(findings.stream()
                        .map(finding -> finding.replaceAll("\\.schema\\.json.*", ""))
                        .distinct())
                .contains("broken", "empty", "list", "latin", "type", "draft", "unknown");
    }

    @Test
    void limits_that_leave_no_value_name_both_places() {
        assertThat(findings("""
                {"type": "object", "properties": {
                  "a": {"type": "integer", "minimum": 5, "maximum": 4},
                  "b": {"allOf": [{"type": "string", "maxLength": 2}, {"minLength": 3}]},
                  "c": {"allOf": [{"enum": ["x"]}, {"enum": ["y"]}]},
                  "d": {"allOf": [{"type": "string"}, {"type": "integer"}]},
                  "e": {"allOf": [{"type": "string", "format": "date"}, {"format": "uuid"}]},
                  "f": {"type": "number", "exclusiveMinimum": 1, "maximum": 1},
                  "g": {"type": "string", "const": 1}
                }}
                """))
                .containsExactly(
                        "order.input.schema.json:[2,53] error ASL-SCH-005 no value fits: maximum is 4, but minimum is 5 at order.input.schema.json:2:39",
                        "order.input.schema.json:[3,51] error ASL-SCH-005 no value fits: maxLength is 2, but minLength is 3 at order.input.schema.json:3:69",
                        "order.input.schema.json:[4,45] error ASL-SCH-005 no value fits: this allows [\"y\"], but [\"x\"] is all that is allowed at order.input.schema.json:4:28",
                        "order.input.schema.json:[5,48] error ASL-SCH-005 no value fits: this allows \"integer\", but \"string\" is all that is allowed at order.input.schema.json:5:28",
                        "order.input.schema.json:[6,68] error ASL-SCH-005 no value fits: the format is \"uuid\", but \"date\" at order.input.schema.json:6:48",
                        "order.input.schema.json:[7,61] error ASL-SCH-005 no value fits: maximum is 1, but exclusiveMinimum is 1 at order.input.schema.json:7:47",
                        "order.input.schema.json:[8,8] error ASL-SCH-004 this allows no value: {\"type\":\"string\",\"const\":1}; use an object such as {\"type\": \"string\"}");
    }
}
