package dev.stepwright.codegen.infer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.codegen.generate.Compiled;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.Scaffold;
import dev.stepwright.codegen.source.SourceFolder;
import dev.stepwright.codegen.source.Sources;
import dev.stepwright.validation.Suppressions;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines of one source directory that start one another. */
class NestedMachinesTest {
    private static final String ORDER = """
            {
              "StartAt": "Ship",
              "States": {
                "Ship": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::states:startExecution.sync:2",
                  "Parameters": {
                    "StateMachineArn": "${ShippingArn}",
                    "Input": {
                      "total.$": "$.total",
                      "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$": "$$.Execution.Id"
                    }
                  },
                  "TimeoutSeconds": 60,
                  "ResultSelector": {"number.$": "$.Output.tracking"},
                  "End": true
                }
              }
            }
            """;
    private static final String SHIPPING = """
            {
              "QueryLanguage": "JSONata",
              "StartAt": "Label",
              "States": {
                "Label": {
                  "Type": "Pass",
                  "Output": {"tracking": "{% $states.input.total + 1 %}", "weight": 5},
                  "End": true
                }
              }
            }
            """;

    @TempDir
    private Path directory;

    private Sources sources() {
        return new Sources(directory, List.of(), Map.of("ShippingArn", "shipping"));
    }

    private static Class<?> component(Compiled code, String record, String name) throws ReflectiveOperationException {
        return Arrays.stream(code.type(record).getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .map(RecordComponent::getGenericType)
                .map(type -> type instanceof java.lang.reflect.ParameterizedType optional
                        ? (Class<?>) optional.getActualTypeArguments()[0]
                        : (Class<?>) type)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_task_that_starts_a_machine_takes_its_input_and_gives_its_output() throws Exception {
        Compiled code = sources()
                .with("order.asl.json", ORDER)
                .with("parcels/shipping.asl.json", SHIPPING)
                .compiled();

        assertThat(component(code, "com.acme.OrderTasks$ShipInput", "input"))
                .isEqualTo(code.type("com.acme.parcels.ShippingInput"));
        assertThat(component(code, "com.acme.OrderTasks$ShipOutput", "output"))
                .isEqualTo(code.type("com.acme.parcels.ShippingOutput"));
    }

    @Test
    void where_something_handed_over_would_be_lost_the_task_has_a_type_of_its_own() throws Exception {
        Compiled code = sources()
                .with("order.asl.json", ORDER.replace("\"total.$\"", "\"gift\": true, \"total.$\""))
                .with("shipping.asl.json", SHIPPING)
                .compiled();

        assertThat(component(code, "com.acme.OrderTasks$ShipInput", "input").getName())
                .isEqualTo("com.acme.OrderTasks$ShipInput$Input");
    }

    @Test
    void a_written_schema_of_the_started_machine_counts() throws Exception {
        Compiled code = sources()
                .with("order.asl.json", ORDER)
                .with("shipping.asl.json", SHIPPING)
                .with(
                        "shipping.output.schema.json",
                        "{\"title\": \"Parcel\", \"type\": \"object\", \"properties\": {\"tracking\": {\"type\": \"number\"}}}")
                .compiled();

        assertThat(component(code, "com.acme.OrderTasks$ShipOutput", "output"))
                .isEqualTo(code.type("com.acme.ShippingOutput"));
    }

    @Test
    void schemas_to_begin_with_refer_to_those_of_the_started_machine() throws Exception {
        Sources sources = sources().with("order.asl.json", ORDER).with("parcels/shipping.asl.json", SHIPPING);

        new Scaffold(new SourceFolder(directory, List.of(), sources.machines()))
                .run(new Findings(true, Suppressions.of(List.of())));

        assertThat(directory.resolve("order.tasks/Ship.output.schema.json"))
                .content()
                .contains("\"$ref\": \"../parcels/shipping.output.schema.json\"");
        assertThat(component(sources.compiled(), "com.acme.OrderTasks$ShipInput", "input")
                        .getName())
                .isEqualTo("com.acme.parcels.ShippingInput");
    }

    @Test
    void what_does_not_fit_is_told_with_both_places() {
        Sources sources = sources()
                .with(
                        "order.asl.json",
                        ORDER.replace("\"total.$\"", "\"totl.$\"").replace("tracking", "trackng"))
                .with("shipping.asl.json", SHIPPING);

        assertThat(sources.findings())
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("order.asl.json:[9,")
                        .contains("makes \"shipping\" fail at shipping.asl.json:7:", "$states.input.total"))
                .anySatisfy(finding -> assertThat(finding).contains("reads $.Output.trackng"));
    }

    @Test
    void a_placeholder_of_a_machine_that_is_not_there_is_told_where_it_is_used() {
        Sources used = new Sources(directory, List.of(), Map.of("ShippingArn", "shiping", "Other", "elsewhere"))
                .with("order.asl.json", ORDER)
                .with("shipping.asl.json", SHIPPING);

        assertThat(used.findings())
                .singleElement()
                .asString()
                .startsWith(
                        "order.asl.json:[1,1] warning ASL-GEN-009 in the parameter machines, \"ShippingArn\" stands for")
                .contains("did you mean \"shipping\"?");
    }
}
