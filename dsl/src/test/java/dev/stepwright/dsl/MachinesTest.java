package dev.stepwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MachinesTest {
    @Test
    void the_order_workflow_is_this_definition() throws IOException {
        assertThat(Machines.order().definition()).isEqualTo(expected("order"));
    }

    @Test
    void the_polling_loop_is_this_definition() throws IOException {
        assertThat(Machines.polling().definition()).isEqualTo(expected("polling"));
    }

    @Test
    void the_payment_is_this_definition_in_jsonpath() throws IOException {
        assertThat(Machines.payment().definition()).isEqualTo(expected("payment-jsonpath"));
    }

    @Test
    void the_payment_is_this_definition_in_jsonata() throws IOException {
        assertThat(Machines.payment().queryLanguage(QueryLanguage.JSONATA).definition())
                .isEqualTo(expected("payment-jsonata"));
    }

    private static StateMachineDefinition expected(String name) throws IOException {
        try (InputStream file = MachinesTest.class.getResourceAsStream("/dsl/" + name + ".asl.json")) {
            assertThat(file).isNotNull();
            return StateMachineDefinition.of(JsonDocument.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .root());
        }
    }
}
