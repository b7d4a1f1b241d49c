package dev.stepwright.diagram.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.StateKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLineTest {
    @Test
    void whatever_fails_times_out_or_aborts_the_execution_is_a_problem() {
        List<Class<?>> all = List.of(Event.class.getPermittedSubclasses());

        assertThat(all)
                .filteredOn(event -> event.getSimpleName().matches(".*(Failed|TimedOut)|ExecutionAborted"))
                .containsExactlyInAnyOrderElementsOf(EventLine.PROBLEMS);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "name, true",
                "NAME, true",
                "Z\\u006fe, true",
                "u006fe, true",
                "\"a\": 1, true",
                "a\\u0062, false",
                "other, false",
                "PassStateEntered, true",
                "State A, true"
            })
    void a_text_is_found_in_what_a_reader_sees_of_its_state_type_and_data(String text, boolean isFound)
            throws Exception {
        var input = JsonDocument.parse("{\"a\":1,\"name\":\"Z\\u006fe\"}").root();
        HistoryEntry entry = new HistoryEntry(
                1,
                0,
                Instant.EPOCH,
                new Event.StateEntered(StateKind.PASS, "State A", input, "{\"a\":1,\"name\":\"Z\\u006fe\"}"));

        assertThat(EventLine.of(entry, null, Instant.EPOCH).has(text)).isEqualTo(isFound);
    }
}
