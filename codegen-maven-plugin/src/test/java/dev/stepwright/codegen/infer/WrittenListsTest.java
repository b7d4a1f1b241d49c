package dev.stepwright.codegen.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.Compiled;
import dev.stepwright.codegen.source.Sources;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The types of values that stand in lists of the definition and are handed on as they came. */
class WrittenListsTest {
    private static final String EVENTS = """
            {"StartAt": "Check", "States": {
              "Check": {"Type": "Choice", "Choices": [{"Variable": "$.order.total", "NumericGreaterThan": 9, "Next": "Tell"}], "Default": "Tell"},
              "Tell": {"Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "End": true,
                "Parameters": {"Entries": [%s]}}}}""";

    @TempDir
    Path directory;

    private List<String> detail(String... entries) {
        Compiled classes = new Sources(directory)
                .with("relay.asl.json", EVENTS.formatted(String.join(", ", entries)))
                .compiled();
        RecordComponent[] components =
                classes.type("com.acme.RelayTasks$TellInput$Entry$Detail").getRecordComponents();
        return Arrays.stream(components)
                .map(each -> each.getGenericType().getTypeName() + " " + each.getName())
                .toList();
    }

    @Test
    void what_the_only_element_hands_on_is_of_the_type_that_it_has_where_it_comes_from() {
        assertThat(detail("{\"Detail\": {\"order.$\": \"$.order\"}}"))
                .containsExactly("com.acme.RelayInput$Order order");
    }

    @Test
    void so_is_what_all_elements_hand_on() {
        assertThat(detail(
                        "{\"Detail\": {\"order.$\": \"$.order\", \"number\": 1}}",
                        "{\"Detail\": {\"order.$\": \"$$.Execution.Input.order\", \"number\": 2}}"))
                .containsExactly("com.acme.RelayInput$Order order", "long number");
    }

    @Test
    void what_differs_from_one_element_to_another_has_a_type_of_its_own() {
        assertThat(detail("{\"Detail\": {\"order.$\": \"$.order\"}}", "{\"Detail\": {\"order\": {\"total\": 3}}}"))
                .containsExactly("com.acme.RelayTasks$TellInput$Entry$Detail$Order order");
    }
}
