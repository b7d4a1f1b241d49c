package dev.stepwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.Diagram;
import dev.stepwright.testkit.Coverage;
import dev.stepwright.testkit.Stubs;
import dev.stepwright.testkit.TestMachine;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pictures in docs/diagrams are what is drawn today; with {@code -DargLine=-Dstepwright.draw=true} they are written anew. */
class PicturesTest {
    private static final Path FOLDER = Path.of("../docs/diagrams");
    private static final String TRIP = "{\"trip\": \"t-1\", \"nights\": 3, \"price\": 900}";
    private static final String BUSY_HOTEL = """
            {"Book flight": {"Return": {"booking": "f-1"}},
             "Book hotel": {"Throw": {"Error": "HotelBusy", "Cause": "try again"}},
             "Cancel flight": [{"Throw": {"Error": "AirlineDown"}}, {"Return": {}}]}""";
    private static final String ALL_WELL = """
            {"Book flight": {"Return": {"booking": "f-1"}}, "Book hotel": {"Return": {"booking": "h-1"}}, "Charge": {"Return": {}}}""";

    private static StateMachineDefinition read(String file) throws IOException {
        return AslDocument.read(Path.of(file)).definition();
    }

    private static StateMachineDefinition saga() throws IOException {
        return read("src/main/gallery/saga.asl.json");
    }

    private static void assertIsShown(String name, Diagram diagram) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("stepwright.draw")) {
            diagram.write(file);
        }

        assertThat(file).content().as("docs/diagrams/%s", name).isEqualToNormalizingNewlines(diagram.toSvg());
    }

    @Test
    void a_definition() throws IOException {
        assertIsShown(
                "checkout.svg",
                Diagram.of(read("src/test/resources/quickstart.asl.json")).titled("checkout"));
    }

    @Test
    void an_execution() throws IOException {
        var run = TestMachine.of(saga(), Stubs.parse(BUSY_HOTEL)).runJson(TRIP);

        assertIsShown("saga-run.svg", run.diagram().titled("A trip whose hotel is busy"));
    }

    @Test
    void what_tests_have_gone_through() throws IOException {
        Coverage coverage = Coverage.of(saga());

        TestMachine.of(saga(), Stubs.parse(ALL_WELL)).countingIn(coverage).runJson(TRIP);

        assertIsShown("saga-coverage.svg", coverage.diagram().titled("After one test of a trip"));
    }
}
