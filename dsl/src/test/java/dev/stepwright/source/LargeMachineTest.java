package dev.stepwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class LargeMachineTest {
    @Test
    void hundreds_of_states_with_a_result_each_and_a_huge_text_compile() {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "S0");
        ObjectNode states = machine.putObject("States");
        int last = 299;
        for (int i = 0; i <= last; i++) {
            ObjectNode state = states.putObject("S" + i)
                    .put("Type", "Task")
                    .put("Resource", "${F" + i + "}")
                    .put("ResultPath", "$.r" + i);
            state.putObject("Parameters").put("a.$", "$.x" + i);
            if (i == last) {
                state.put("Comment", "long ".repeat(30_000)).put("End", true);
            } else {
                state.put("Next", "S" + (i + 1));
            }
        }

        assertThat(Imports.of(List.of(AslDocument.parse("large", machine.toString())))
                        .failures())
                .isEmpty();
    }

    @Test
    void thousands_of_states_in_any_order_come_back() {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "S0");
        ObjectNode states = machine.putObject("States");
        int last = 1999;
        states.putObject("S" + last).put("Type", "Succeed");
        for (int i = last - 1; i >= 0; i--) {
            states.putObject("S" + i).put("Type", "Pass").put("Next", "S" + (i + 1));
        }

        assertThat(Imports.of(List.of(AslDocument.parse("backwards", machine.toString())))
                        .failures())
                .isEmpty();
    }

    @Test
    void a_long_ladder_of_choices_goes_into_variables_that_fit_on_the_screen() {
        AslDocument ladder = AslDocument.parse("ladder", ladder(200).toString());

        Imports imports = Imports.of(List.of(ladder));

        assertThat(imports.failures()).isEmpty();
        assertThat(imports.sources().get(0).text().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void a_ladder_that_is_too_long_for_the_stack_is_json() {
        AslDocument ladder = AslDocument.parse("ladder", ladder(1_000).toString());

        Imports imports = Imports.of(List.of(ladder));

        assertThat(imports.failures()).isEmpty();
        assertThat(imports.sources().get(0).raw())
                .singleElement()
                .satisfies(raw -> assertThat(raw.reason()).contains("more than 400 times"));
    }

    @Test
    void more_accessors_than_javac_can_take_are_paths() {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "Ask 0");
        ObjectNode states = machine.putObject("States");
        for (int i = 0; i < 30; i++) {
            String next = i < 29 ? "Ask " + (i + 1) : "Done";
            ObjectNode ask = states.putObject("Ask " + i).put("Type", "Choice").put("Default", next);
            ArrayNode rules = ask.putArray("Choices");
            for (int j = 0; j < 30; j++) {
                rules.addObject().put("Variable", "$.x").put("NumericEquals", j).put("Next", next);
            }
        }
        states.putObject("Done").put("Type", "Succeed");
        AslDocument reader = AslDocument.parse("reader", machine.toString());

        assertThat(Imports.of(List.of(reader)).failures()).isEmpty();
    }

    /** Each asks one question, and the next one if the answer is no. */
    private static ObjectNode ladder(int number) {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", "Try 0");
        ObjectNode states = machine.putObject("States");
        for (int i = 0; i < number; i++) {
            ObjectNode state = states.putObject("Try " + i).put("Type", "Choice");
            state.putArray("Choices")
                    .addObject()
                    .put("Variable", "$.x")
                    .put("NumericEquals", i)
                    .put("Next", "Done " + i);
            state.put("Default", i < number - 1 ? "Try " + (i + 1) : "None");
            states.putObject("Done " + i).put("Type", "Pass").put("End", true);
        }
        states.putObject("None").put("Type", "Fail");
        return machine;
    }
}
