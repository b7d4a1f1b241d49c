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
    void the_gallery_runs_each_definition_to_its_end() throws Exception {
        int code = run("gallery");

        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(Gallery.names()).containsExactly("approval", "fan-out", "polling", "saga");
        assertThat(printed())
                .contains("! failed  Ask manager: States.Timeout")
                .contains("\"paid\": true")
                .contains("\"message\": \"job j-42 ended: SUCCEEDED\"")
                .contains("Cancel hotel")
                .contains("FAILED    TripFailed, A booking failed; all others were undone.");
    }

    @Test
    void a_definition_of_ones_own_runs() throws Exception {
        int code = run("run", "src/main/gallery/polling.asl.json", "--input", "{\"pollSeconds\":1}");

        assertThat(code).isEqualTo(1);
        assertThat(printed()).contains("States.Runtime").contains("$.query");
    }

    @Test
    void an_unknown_example_is_refused_with_what_there_is() throws Exception {
        assertThat(run("ordr")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("there is no example \"ordr\"")
                .contains("usage: order");
    }
}
