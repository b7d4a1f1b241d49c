package dev.stepwright.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.Engine;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    @Test
    void the_machine_is_the_asl_that_the_first_page_shows() throws Exception {
        try (InputStream shown = QuickstartTest.class.getResourceAsStream("/quickstart.asl.json")) {
            assertThat(Quickstart.CHECKOUT.toAsl()).isEqualTo(new String(shown.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_machine_runs_to_its_typed_result() {
        try (Engine engine = Engine.inMemory()) {
            var handlers = Quickstart.CHECKOUT.handlers().bind(Shop.class, new CornerShop());
            var checkout = engine.register("checkout", Quickstart.CHECKOUT, handlers);

            var output = checkout.start(new Quickstart.Order("o-1", new BigDecimal(5000)))
                    .await()
                    .output();

            assertThat(output).isEqualTo(new Quickstart.Receipt("o-1", "CHARGED"));
        }
    }
}
