package dev.stepwright.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.testkit.Coverage;
import dev.stepwright.testkit.Stubs;
import dev.stepwright.testkit.TestMachine;
import dev.stepwright.testkit.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The files of {@code FILES} are what docs/testing.md shows. */
class TripTest {
    private static final Path FILES = Path.of("src/test/resources/testing");
    private static final String TRIP = "{\"trip\": \"t-1\", \"nights\": 3, \"price\": 900}";

    // region run
    private final StateMachineDefinition saga =
            AslDocument.read(Path.of("src/main/gallery/saga.asl.json")).definition();

    @Test
    void a_hotel_that_stays_busy_costs_the_flight() {
        TestMachine<JsonNode, JsonNode> trips = TestMachine.of(saga, Stubs.parse("""
                {
                  "Book flight":   {"Return": {"booking": "f-1"}},
                  "Book hotel":    {"Throw": {"Error": "HotelBusy", "Cause": "try again"}},
                  "Cancel flight": [{"Throw": {"Error": "AirlineDown"}}, {"Return": {}}]
                }
                """));

        TestRun<JsonNode> run = trips.runJson(TRIP);

        assertThat(run.outcome())
                .isEqualTo(new Outcome.Failed<>("TripFailed", "A booking failed; all others were undone."));
        assertThat(run.path()).containsExactly("Book flight", "Book hotel", "Cancel flight", "Trip failed");
        assertThat(run.taskInputs("Book hotel")).hasSize(3);
        assertThat(run.taskInputs("Cancel flight").get(1).at("/booking").stringValue())
                .isEqualTo("f-1");
        assertThat(run.duration()).isEqualTo(Duration.ofSeconds(2 + 4 + 1));
    }
    // endregion

    TripTest() throws IOException {}

    @Test
    void a_run_is_printed() throws IOException {
        TestRun<JsonNode> run = TestMachine.of(saga, Stubs.parse("""
                {
                  "Book flight":   {"Return": {"booking": "f-1"}},
                  "Book hotel":    [{"Throw": {"Error": "HotelBusy", "Cause": "try again"}}, {"Return": {"booking": "h-1"}}],
                  "Charge":        {"Return": {}}
                }
                """)).runJson(TRIP);

        assertThat(run + "\n").isEqualToNormalizingNewlines(Files.readString(FILES.resolve("printed.txt")));
    }

    @Test
    void what_no_test_has_gone_through_is_told() throws IOException {
        TestMachine<JsonNode, JsonNode> trips = TestMachine.of(saga, Stubs.parse("""
                {
                  "Book flight":   {"Return": {"booking": "f-1"}},
                  "Book hotel":    {"Return": {"booking": "h-1"}},
                  "Charge":        {"Return": {}}
                }
                """));
        trips.runJson(TRIP);
        Coverage coverage = trips.coverage();

        assertThat(coverage + "\n").isEqualToNormalizingNewlines(Files.readString(FILES.resolve("coverage.txt")));
    }
}
