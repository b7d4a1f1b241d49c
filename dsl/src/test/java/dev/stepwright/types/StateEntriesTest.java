package dev.stepwright.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;

class StateEntriesTest {
    @Test
    void each_state_that_is_reached_has_what_it_starts_with() {
        AslDocument document = AslDocument.parse("test.asl.json", """
                {"StartAt": "First", "States": {
                  "First": {"Type": "Pass", "Result": {"n": 1, "text": "a"}, "Assign": {"limit": 5}, "Next": "Second"},
                  "Second": {"Type": "Pass", "InputPath": "$.n", "End": true},
                  "Never": {"Type": "Succeed"}}}
                """);

        Map<JsonPointer, StateEntry> entries = DataFlow.entries(document.definition(), KnownShapes.NONE);

        assertThat(entries)
                .containsOnlyKeys(JsonPointer.compile("/States/First"), JsonPointer.compile("/States/Second"));
        StateEntry second = entries.get(JsonPointer.compile("/States/Second"));
        assertThat(second.variables()).isEqualTo(Map.of("limit", new Shape.Scalar(Shape.Scalar.Type.INTEGER)));
        assertThat(second.input())
                .isInstanceOfSatisfying(
                        Shape.Structure.class,
                        input -> assertThat(input.members()).containsOnlyKeys("n", "text"));
    }
}
