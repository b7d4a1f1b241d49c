package dev.stepwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) throws Exception {
        return Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void without_arguments_the_order_example_runs() throws Exception {
        int code = run();

        assertThat(code).isZero();
        assertThat(printed())
                .contains("\"StartAt\": \"Validate\"")
                .contains("11 states, 0 findings")
                .contains("! failed  Charge card: States.Timeout, the card terminal did not answer")
                .contains("Succeeded[output=Shipped[orderId=o-1, labels=[Label[sku=lamp, tracking=track-lamp],");
    }

    @Test
    void the_loan_example_runs() throws Exception {
        assertThat(run("loan")).isZero();
        assertThat(printed())
                .contains("Ask clerk")
                .contains("LoanOutput[decision=ACCEPTED, monthlyRate=Optional[347.22]]");
    }

    @Test
    void an_unknown_example_is_refused_with_what_there_is() throws Exception {
        assertThat(run("ordr")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("there is no example \"ordr\"")
                .contains("usage: order");
    }
}
