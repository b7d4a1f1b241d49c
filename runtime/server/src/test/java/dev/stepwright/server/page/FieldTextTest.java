package dev.stepwright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.validation.KnownFields.FieldType;
import dev.stepwright.validation.KnownFields.KnownField;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FieldTextTest {
    @ParameterizedTest(name = "{0} {2} is shown as {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Comment | TEXT | \"a \\\"b\\\"\" | a \"b\"",
                "StartAt | STATE | \"Pay\" | Pay",
                "InputPath | PATH | null | null",
                "TimeoutSeconds | NUMBER | 1.50 | 1.50",
                "TimeoutSeconds | NUMBER | \"{% $t %}\" | {% $t %}",
                "Output | DATA | \"{% $states.input %}\" | {% $states.input %}",
                "Output | DATA | \"plain\" | \"plain\"",
                "Output | DATA | 12345678901234567890.10 | 12345678901234567890.10",
                "Condition | DATA | \"{% true %}\" | {% true %}",
                "Condition | DATA | true | true",
                "StringEquals | DATA | \"GOLD\" | GOLD",
                "NumericEqualsPath | DATA | \"$.a\" | $.a",
                "NumericEquals | DATA | 7 | 7",
                "ErrorEquals | DATA | [\"Busy\",\"States.ALL\"] | Busy, States.ALL"
            })
    void a_value_is_shown_as_it_is_typed(String name, FieldType type, String json, String text) {
        KnownField field = new KnownField(name, type, false, false, List.of(), List.of(), "");
        JsonNode value = JsonDocument.parse(json).root();

        assertThat(FieldText.textOf(field, value)).isEqualTo(text);
        if (!name.equals("Condition") || value.isString()) { // what is no text becomes one as soon as it is typed
            assertThat(FieldText.valueOf(field, text)).hasToString(value.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[\"a,b\"]", "[\"\"]", "[\" a\"]", "[\"[a\"]", "[1]", "[]"})
    void errors_that_are_no_plain_list_keep_what_they_are(String json) {
        KnownField field = new KnownField("ErrorEquals", FieldType.DATA, true, false, List.of(), List.of(), "");
        JsonNode value = JsonDocument.parse(json).root();

        assertThat(FieldText.valueOf(field, FieldText.textOf(field, value))).hasToString(value.toString());
    }
}
