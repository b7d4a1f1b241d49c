package dev.stepwright.asl.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a change leaves of the way in which somebody has written a definition. */
class DefinitionTextTest {
    private static final String FOUR_BLANKS = """
            {
                "StartAt" : "First",   "TimeoutSeconds":60.0,
                "States": {
                    "First": {
                        "Type": "Pass", "Result": [1,2,
                          3],
                        "End": true
                    }

                }
            }
            """;
    private static final String ONE_LINE_EACH = """
            {"StartAt": "A", "States": {
              "A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "B"}, {"Variable": "$.b", "IsNull": true, "Next": "C"}], "Default": "C"},
              "B": {"Type": "Pass", "Next": "C"},
              "C": {"Type": "Succeed"}}}
            """;

    private static String changed(String text, String state, Function<DefinitionEdit, DefinitionEdit.Result> change) {
        AslDocument document = AslDocument.parse("test.asl.json", text);
        return DefinitionText.of(
                document,
                change.apply(DefinitionEdit.at(document.definition(), state)).definition());
    }

    @Test
    void a_placeholder_that_stands_bare_stays_so_where_its_state_is_changed_and_copied() {
        AslDocument document = AslDocument.parse(Path.of("test.asl.json"), """
                {"StartAt": "A", "TimeoutSeconds" : ${Limit},
                  "States": {
                    "A": {"Type": "Wait", "Seconds": ${Delay}, "Comment": "${Words}", "End": true}}}
                """);

        assertThat(DefinitionText.of(
                        document,
                        DefinitionEdit.at(document.definition(), "A").copy().definition()))
                .isEqualTo("""
                {"StartAt": "A", "TimeoutSeconds" : ${Limit},
                  "States": {
                    "A": {"Type": "Wait", "Seconds": ${Delay}, "Comment": "${Words}", "Next": "A 2"},
                    "A 2": {"Type": "Wait", "Seconds": ${Delay}, "Comment": "${Words}", "End": true}}}
                """);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "${Delay}, \"${Delay}\"",
                "\"${Delay}\", ${Delay}",
                "[1 |${Delay}], [1 |\"${Delay}\"]",
                "{\"a\" :\"${Delay}\"}, {\"a\" :${Delay}}"
            })
    void a_placeholder_gets_or_loses_its_quotes_where_nothing_else_is_changed(String before, String after) {
        String text = "{\"StartAt\" :\"A\",\r\n \"Seconds\": %s,  \"Comment\": \"${Delay}\"}\r\n";
        AslDocument document = AslDocument.parseUnfilled("test.asl.json", text.formatted(before.replace('|', ',')));
        String expected = text.formatted(after.replace('|', ','));

        assertThat(DefinitionText.of(
                        document,
                        AslDocument.parseUnfilled("test.asl.json", expected).definition()))
                .isEqualTo(expected);
    }

    @Test
    void a_state_is_put_in_as_its_neighbours_are_written() {
        assertThat(changed(FOUR_BLANKS, "First", edit -> edit.addAfter(NewState.WAIT)))
                .isEqualTo("""
                {
                    "StartAt" : "First",   "TimeoutSeconds":60.0,
                    "States": {
                        "First": {
                            "Type": "Pass", "Result": [1,2,
                              3],
                            "Next": "Wait"
                        },
                        "Wait": {
                            "Type": "Wait",
                            "Seconds": 1,
                            "End": true
                        }

                    }
                }
                """);
        assertThat(changed(ONE_LINE_EACH, "B", edit -> edit.addBefore(NewState.WAIT)))
                .isEqualTo(ONE_LINE_EACH
                        .replace("true, \"Next\": \"B\"}", "true, \"Next\": \"Wait\"}")
                        .replace(
                                "  \"B\": {",
                                "  \"Wait\": {\"Type\": \"Wait\", \"Seconds\": 1, \"Next\": \"B\"},\n  \"B\": {"));
    }

    @Test
    void a_state_is_put_before_the_first_one() {
        assertThat(changed(ONE_LINE_EACH, "A", edit -> edit.addBefore(NewState.PASS)))
                .isEqualTo(ONE_LINE_EACH
                        .replace("\"StartAt\": \"A\"", "\"StartAt\": \"Pass\"")
                        .replace("  \"A\": {", "  \"Pass\": {\"Type\": \"Pass\", \"Next\": \"A\"},\n  \"A\": {"));
    }

    @Test
    void another_name_is_all_that_changes() {
        assertThat(changed(ONE_LINE_EACH, "C", edit -> edit.rename("D")))
                .isEqualTo(ONE_LINE_EACH.replace("\"C\"", "\"D\""));
        assertThat(changed(FOUR_BLANKS, "First", edit -> edit.rename("The \"first\"")))
                .isEqualTo(FOUR_BLANKS.replace("\"First\"", "\"The \\\"first\\\"\""));
    }

    @Test
    void what_is_taken_away_leaves_no_gap() {
        assertThat(changed(ONE_LINE_EACH, "B", DefinitionEdit::remove))
                .isEqualTo(ONE_LINE_EACH
                        .replace("\"Next\": \"B\"", "\"Next\": \"C\"")
                        .replace("  \"B\": {\"Type\": \"Pass\", \"Next\": \"C\"},\n", ""));
        assertThat(changed(ONE_LINE_EACH, "C", DefinitionEdit::remove))
                .isEqualTo(ONE_LINE_EACH
                        .replace(", {\"Variable\": \"$.b\", \"IsNull\": true, \"Next\": \"C\"}", "")
                        .replace(", \"Default\": \"C\"", "")
                        .replace("\"Next\": \"C\"},\n  \"C\": {\"Type\": \"Succeed\"}}}", "\"End\": true}}}"));
    }

    @Test
    void elements_that_stay_keep_their_text_wherever_others_come_or_go() {
        List<String> rules = List.of(
                "{\"Variable\": \"$.a\",  \"IsNull\": true}",
                "{ \"Variable\": \"$.b\", \"IsNull\": true }",
                "{\"Variable\" : \"$.c\", \"IsNull\": true}");
        String added = "{\"Variable\": \"$.n\"}";

        for (int i = 0; i < rules.size(); i++) {
            int at = i;
            List<String> fewer = new ArrayList<>(rules);
            fewer.remove(at);
            assertThat(changed(choice(rules), choices -> choices.remove(at))).isEqualTo(choice(fewer));
            List<String> more = new ArrayList<>(rules);
            more.add(at, added);
            assertThat(changed(
                            choice(rules), choices -> choices.insertObject(at).put("Variable", "$.n")))
                    .isEqualTo(choice(more));
        }
    }

    private static String choice(List<String> rules) {
        return "{\"States\": {\"A\": {\"Choices\": [\n  " + String.join(",\n  ", rules) + "]}}}";
    }

    private static String changed(String text, Consumer<ArrayNode> change) {
        AslDocument document = AslDocument.parse("test.asl.json", text);
        ObjectNode changed = (ObjectNode) document.root().deepCopy();
        change.accept((ArrayNode) changed.at("/States/A/Choices"));
        return DefinitionText.of(document, StateMachineDefinition.of(changed));
    }

    @Test
    void lines_end_and_begin_as_they_did() {
        String tabs = ONE_LINE_EACH.replace("  \"", "\t\"").replace("\n", "\r\n");

        assertThat(changed(tabs, "C", edit -> edit.addBefore(NewState.PASS)))
                .contains(
                        "\r\n\t\"Pass\": {\"Type\": \"Pass\", \"Next\": \"C\"},\r\n\t\"C\": {\"Type\": \"Succeed\"}}}\r\n");
        assertThat(changed(
                        FOUR_BLANKS.replace("    ", "\t").replace("\n", "\r\n"),
                        "First",
                        edit -> edit.addAfter(NewState.FAIL)))
                .contains(
                        "\t\t},\r\n\t\t\"Fail\": {\r\n\t\t\t\"Type\": \"Fail\",\r\n\t\t\t\"Error\": \"Fail\"\r\n\t\t}\r\n\r\n\t}\r\n}");
    }
}
