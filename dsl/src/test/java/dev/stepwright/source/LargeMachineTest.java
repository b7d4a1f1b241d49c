package dev.stepwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
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
}
