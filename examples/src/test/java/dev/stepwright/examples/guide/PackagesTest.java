package dev.stepwright.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.conversion.JsonataConversion;
import dev.stepwright.testkit.Stubs;
import dev.stepwright.testkit.TestMachine;
import dev.stepwright.testkit.TestRun;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The examples that stand in the Javadoc of packages. */
class PackagesTest {
    private static final String ORDER = """
            {"StartAt": "Charge", "States": {
              "Charge": {"Type": "Task", "Resource": "${Charge}", "TimeoutSeconds": 60, "ResultPath": "$.receipt", "Next": "Ship",
                "Catch": [{"ErrorEquals": ["CardDeclined"], "Next": "Refused"}]},
              "Ship": {"Type": "Pass", "End": true},
              "Refused": {"Type": "Fail", "Error": "Refused"}}}""";

    private final StateMachineDefinition order =
            AslDocument.parse("order.asl.json", ORDER).definition();

    @Test
    void asl() {
        String text = ORDER;

        // region asl
        StateMachineDefinition order = AslDocument.parse("order.asl.json", text).definition();
        State charge = order.states().get("Charge");

        assertThat(charge.next()).hasValue("Ship");
        assertThat(charge.text("Resource")).hasValue("${Charge}");
        // endregion
    }

    @Test
    void validation() {
        String text = ORDER.replace("\"Next\": \"Ship\"", "\"Next\": \"Shipp\"");

        // region validation
        List<Diagnostic> findings = Validator.validate("order.asl.json", text);

        assertThat(findings.get(0).rule()).isEqualTo("ASL-STA-007");
        assertThat(findings.get(0).message()).endsWith("did you mean \"Ship\"?");
        assertThat(findings.get(0).position().line()).isEqualTo(2);
        // endregion
    }

    @Test
    void conversion() {
        // region conversion
        JsonataConversion converted = JsonataConversion.of(order);

        assertThat(converted.isComplete()).isTrue(); // else notes() says what stays in JSONPath
        State charge = converted.definition().states().get("Charge");
        assertThat(charge.text("Output")).hasValue("{% $merge([$states.input, {\"receipt\": $states.result}]) %}");
        // endregion
    }

    @Test
    void testkit() {
        // region testkit
        Stubs stubs = Stubs.parse("{\"Charge\": {\"Throw\": {\"Error\": \"CardDeclined\"}}}");

        TestRun<JsonNode> run = TestMachine.of(order, stubs).runJson("{\"total\": 10}");

        assertThat(run.path()).containsExactly("Charge", "Refused");
        assertThat(run.taskInputs("Charge")).hasSize(1);
        // endregion
    }
}
