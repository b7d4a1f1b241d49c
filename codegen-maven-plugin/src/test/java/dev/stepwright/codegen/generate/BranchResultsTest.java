package dev.stepwright.codegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.source.Sources;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The type of what a Parallel gives: an array with an element for each branch. */
class BranchResultsTest {
    private static final String FUNCTION =
            "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:eu-west-1:123456789012:function:f\"";

    private static final String JSONPATH = """
            {"StartAt": "Ask", "States": {
              "Ask": {"Type": "Parallel", "ResultPath": "$.answers", "Next": "Rich?", "Branches": [
                {"StartAt": "Check credit", "States": {"Check credit": {%1$s, "End": true}}},
                {"StartAt": "Reserve", "States": {"Reserve": {%1$s, "Next": "Only what is left"},
                  "Only what is left": {"Type": "Pass", "Parameters": {"left.$": "$.stock.left"}, "End": true}}},
                {"StartAt": "Say", "States": {"Say": {"Type": "Pass", "Result": "said", "End": true}}}]},
              "Rich?": {"Type": "Choice", "Choices": [
                {"And": [{"Variable": "$.answers[0].score", "NumericGreaterThan": 1},
                         {"Variable": "$.answers[1].left", "NumericGreaterThan": 1}], "Next": "Ship"}], "Default": "Ship"},
              "Ship": {%1$s, "Parameters": {
                "score.$": "$.answers[0].score", "said.$": "$.answers[2]", "all.$": "$.answers"}, "End": true}}}
            """.formatted(FUNCTION);

    private static final String JSONATA = """
            {"QueryLanguage": "JSONata", "StartAt": "Ask", "States": {
              "Ask": {"Type": "Parallel", "Assign": {"answers": "{%% $states.result %%}"}, "Next": "Rich?", "Branches": [
                {"StartAt": "Check credit", "States": {"Check credit": {%1$s, "End": true}}},
                {"StartAt": "Reserve", "States": {"Reserve": {%1$s,
                  "Output": {"left": "{%% $states.result.stock.left %%}"}, "End": true}}},
                {"StartAt": "Say", "States": {"Say": {"Type": "Pass", "Output": "said", "End": true}}}]},
              "Rich?": {"Type": "Choice", "Choices": [
                {"Condition": "{%% $answers[0].score > 1 %%}", "Next": "Ship"}], "Default": "Ship"},
              "Ship": {%1$s, "Arguments": {
                "score": "{%% $answers[0].score + 1 %%}", "said": "{%% $answers[2] %%}", "all": "{%% $answers %%}"}, "End": true}}}
            """.formatted(FUNCTION);

    @TempDir
    Path directory;

    @Test
    void each_branch_has_a_component_of_its_own_type() {
        for (String definition : new String[] {JSONPATH, JSONATA}) {
            Compiled classes =
                    new Sources(directory).with("order.asl.json", definition).compiled();

            assertThat(classes.shapes().get("com.acme.OrderTasks$ShipInput"))
                    .containsExactlyInAnyOrder(
                            "class java.math.BigDecimal score",
                            "class java.lang.String said",
                            "class com.acme.OrderTasks$ShipInput$All all");
            assertThat(components(classes.type("com.acme.OrderTasks$ShipInput$All")))
                    .containsExactly("CheckCreditOutput checkCredit", "Reserve reserve", "String say");
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_an_array_in_JSON(Mapper mapper) throws Exception {
        Class<?> type = new Sources(directory)
                .with("order.asl.json", JSONPATH)
                .compiled()
                .type("com.acme.OrderTasks$ShipInput$All");
        String json = "[{\"score\":1.5},{\"left\":2},\"said\"]";

        assertThat(mapper.write(mapper.read(json, type))).isEqualTo(json);
    }

    @Test
    void branches_of_one_shape_are_a_list() {
        Compiled classes = new Sources(directory)
                .with("order.asl.json", """
                        {"StartAt": "Look", "States": {
                          "Look": {"Type": "Parallel", "Next": "Ship", "Branches": [
                            {"StartAt": "Up", "States": {"Up": {"Type": "Pass", "Result": {"seen": true}, "End": true}}},
                            {"StartAt": "Down", "States": {"Down": {"Type": "Pass", "Result": {"seen": false}, "End": true}}}]},
                          "Ship": {%s, "Parameters": {"all.$": "$"}, "End": true}}}""".formatted(FUNCTION))
                .compiled();

        assertThat(classes.shapes().get("com.acme.OrderTasks$ShipInput"))
                .contains("java.util.List<com.acme.OrderTasks$ShipInput$AllItem> all");
    }

    @Test
    void names_that_are_none_in_Java_give_way_to_numbers() {
        Compiled classes = new Sources(directory)
                .with("order.asl.json", JSONPATH.replace("Check credit", "1. Check"))
                .compiled();

        assertThat(components(classes.type("com.acme.OrderTasks$ShipInput$All")))
                .containsExactly("_1CheckOutput element1", "Element2 element2", "String element3");
    }

    @Test
    void a_branch_that_is_called_as_the_type_of_another_one_has_to_be_has_another_name() {
        Compiled classes = new Sources(directory)
                .with("order.asl.json", JSONPATH.replace("Reserve", "All").replace("\"Say\"", "\"All all\""))
                .compiled();

        assertThat(components(classes.type("com.acme.OrderTasks$ShipInput$All")))
                .containsExactly("CheckCreditOutput checkCredit", "AllAll allAll", "String allAllAll");
    }

    @Test
    void the_output_of_a_machine_may_be_one() {
        Compiled classes = new Sources(directory).with("pair.asl.json", """
                        {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
                          {"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": {"a": 1}, "End": true}}},
                          {"StartAt": "B", "States": {"B": {"Type": "Pass", "Result": "b", "End": true}}}]}}}""").compiled();

        assertThat(components(classes.type("com.acme.PairOutput"))).containsExactly("A a", "String b");
    }

    private static String[] components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(each -> each.getType().getSimpleName() + " " + each.getName())
                .toArray(String[]::new);
    }
}
