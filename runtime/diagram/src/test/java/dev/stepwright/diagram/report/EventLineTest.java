package dev.stepwright.diagram.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.history.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLineTest {
    @Test
    void whatever_fails_times_out_or_aborts_the_execution_is_a_problem() {
        List<Class<?>> all = List.of(Event.class.getPermittedSubclasses());

        assertThat(all)
                .filteredOn(event -> event.getSimpleName().matches(".*(Failed|TimedOut)|ExecutionAborted"))
                .containsExactlyInAnyOrderElementsOf(EventLine.PROBLEMS);
    }
}
