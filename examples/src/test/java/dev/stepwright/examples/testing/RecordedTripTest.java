package dev.stepwright.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.testkit.RecordedExecution;
import dev.stepwright.testkit.Replay;
import dev.stepwright.testkit.Stubs;
import dev.stepwright.testkit.TestMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecordedTripTest {
    private static final Path SAGA = Path.of("src/main/gallery/saga.asl.json");

    // region replay
    private final StateMachineDefinition saga = AslDocument.read(SAGA).definition();

    @Test
    void the_trip_that_failed_on_monday_still_fails_in_the_same_way() throws IOException {
        RecordedExecution monday = RecordedExecution.read(Path.of("src/test/executions/trip-17.json"));

        Replay<JsonNode> replay = TestMachine.of(saga, Stubs.none()).replay(monday);

        assertThat(replay.differences()).isEmpty();
        assertThat(replay.run().error()).isEqualTo("TripFailed");
        assertThat(replay.run().taskInputs("Book hotel")).hasSize(3);
    }
    // endregion

    RecordedTripTest() throws IOException {}

    @Test
    void what_a_change_would_have_made_of_it_is_told() throws IOException {
        String text = Files.readString(SAGA)
                .replace("\"MaxAttempts\": 2,", "\"MaxAttempts\": 1,")
                .replace("\"Next\": \"Cancel flight\" } ]", "\"Next\": \"Cancel hotel\" } ]");
        StateMachineDefinition changed = AslDocument.parse("saga", text).definition();

        Replay<JsonNode> replay = TestMachine.of(changed, Stubs.none().returning("Cancel hotel", "done"))
                .replay(RecordedExecution.read(Path.of("src/test/executions/trip-17.json")));

        assertThat(replay)
                .hasToString(Files.readString(Path.of("src/test/resources/testing/replayed.txt"))
                        .stripTrailing());
    }
}
