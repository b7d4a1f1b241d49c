package dev.stepwright.asl.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;

/** What a change to one value leaves of its text, and of what is around it. */
class FieldEditTest {
    private static final String ORDER = """
            {"StartAt": "Large?", "States": {
              "Large?": {"Type": "Choice", "Choices": [
                {"Variable": "$.total",   "NumericGreaterThan": 1000.0, "Next": "Pay"},
                {"And": [{"Variable": "$.a", "IsPresent": true}, {"Variable": "$.b", "IsNull": false}], "Next": "Done"}], "Default": "Pay"},
              "Pay": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:pay", "Next": "Done"},
              "Done": {"Type": "Succeed"}}}
            """;
    private static final String RULES = "/States/Large?/Choices";

    private static String changed(String at, Function<FieldEdit, StateMachineDefinition> change) {
        AslDocument order = AslDocument.parse("order.asl.json", ORDER);
        return DefinitionText.of(order, change.apply(FieldEdit.at(order.definition(), JsonPointer.compile(at))));
    }

    private static Function<FieldEdit, StateMachineDefinition> to(String json) {
        return edit -> edit.set(JsonDocument.parse(json).root());
    }

    @Test
    void a_value_is_replaced_and_the_rest_keeps_its_text() {
        assertThat(changed(RULES + "/0/NumericGreaterThan", to("17.50"))).isEqualTo(ORDER.replace("1000.0", "17.50"));
    }

    @Test
    void a_new_field_stands_before_what_leads_on() {
        assertThat(changed("/States/Pay/TimeoutSeconds", to("60")))
                .isEqualTo(ORDER.replace(":pay\", ", ":pay\", \"TimeoutSeconds\": 60, "));
    }

    @Test
    void a_value_is_taken_away() {
        assertThat(changed("/States/Large?/Default", FieldEdit::remove))
                .isEqualTo(ORDER.replace(", \"Default\": \"Pay\"", ""));
        assertThat(changed(RULES + "/1/And/0", FieldEdit::remove))
                .isEqualTo(ORDER.replace("{\"Variable\": \"$.a\", \"IsPresent\": true}, ", ""));
    }

    @Test
    void rules_that_none_are_left_of_go_with_the_last_one() {
        AslDocument order = AslDocument.parse("order.asl.json", ORDER);
        StateMachineDefinition retried = FieldEdit.at(order.definition(), JsonPointer.compile("/States/Pay/Retry"))
                .add();

        assertThat(FieldEdit.at(retried, JsonPointer.compile("/States/Pay/Retry/0"))
                        .remove())
                .isEqualTo(order.definition());
    }

    @Test
    void a_rule_is_put_before_the_one_that_stands_before_it() {
        String moved = changed(RULES + "/1", FieldEdit::moveUp);

        assertThat(moved.indexOf("\"And\"")).isLessThan(moved.indexOf("\"$.total\""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changed(RULES + "/0", FieldEdit::moveUp))
                .withMessage("there is nothing before \"/States/Large?/Choices/0\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/States/Pay/Retry | {\"ErrorEquals\": [\"States.ALL\"]}",
                "/States/Pay/Catch | {\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Done\"}",
                "/States/Large?/Choices | {\"Variable\": \"$\", \"IsPresent\": true, \"Next\": \"Pay\"}",
                "/States/Large?/Choices/1/And | {\"Variable\": \"$\", \"IsPresent\": true}",
                "/States/Pay/Branches | {\"StartAt\": \"Pass\", \"States\": {\"Pass\": {\"Type\": \"Pass\", \"End\": true}}}",
                "/States/Pay/ItemReader | {}"
            })
    void what_is_added_has_what_it_needs(String field, String added) {
        assertThat(changed(field, FieldEdit::add)).contains(added);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | NumericLessThan | {\"Variable\": \"$.total\", \"NumericLessThan\": 1000.0, \"Next\": \"Pay\"}",
                "0 | IsNumeric | {\"Variable\": \"$.total\", \"IsNumeric\": true, \"Next\": \"Pay\"}",
                "0 | Or | {\"Or\": [{\"Variable\": \"$.total\", \"NumericGreaterThan\": 1000.0}], \"Next\": \"Pay\"}",
                "0 | Not | {\"Not\": {\"Variable\": \"$.total\", \"NumericGreaterThan\": 1000.0}, \"Next\": \"Pay\"}",
                "1 | Or | {\"Or\": [{\"Variable\": \"$.a\", \"IsPresent\": true}, {\"Variable\": \"$.b\", \"IsNull\": false}], \"Next\": \"Done\"}",
                "1 | Not | {\"Not\": {\"And\": [{\"Variable\": \"$.a\", \"IsPresent\": true}, {\"Variable\": \"$.b\", \"IsNull\": false}]}, \"Next\": \"Done\"}"
            })
    void a_condition_gets_another_operator_and_keeps_its_operands(int rule, String operator, String expected) {
        AslDocument order = AslDocument.parse("order.asl.json", ORDER);

        StateMachineDefinition turned = FieldEdit.at(order.definition(), JsonPointer.compile(RULES + "/" + rule))
                .turnInto(operator);

        assertThat(turned.json().at(RULES + "/" + rule))
                .hasToString(JsonDocument.parse(expected).root().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"And", "Or", "Not"})
    void a_comparison_is_put_into_a_condition_and_taken_out_again(String operator) {
        StateMachineDefinition order =
                AslDocument.parse("order.asl.json", ORDER).definition();
        JsonPointer rule = JsonPointer.compile(RULES + "/0");
        StateMachineDefinition nested = FieldEdit.at(order, rule).turnInto(operator);

        assertThat(FieldEdit.at(nested, rule).turnInto("NumericGreaterThan")).isEqualTo(order);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changed(RULES + "/1", edit -> edit.turnInto("IsNull")))
                .withMessage("IsNull takes one condition, found 2; remove the others first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/States/None/Comment", "/States/Large?/Choices/7", "/States/Large?/Choices/x", "/StartAt/x"
            })
    void a_place_that_is_nowhere_is_told(String at) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changed(at, to("1")))
                .withMessage("there is no place \"" + at + "\" in the definition");
    }

    @Test
    void nothing_is_added_to_what_is_no_array() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changed("/States/Pay/Resource", FieldEdit::add))
                .withMessage("nothing can be added to the value at \"/States/Pay/Resource\"");
    }
}
