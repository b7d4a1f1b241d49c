package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.course.Course;
import dev.stepwright.diagram.course.HistoryReader;
import dev.stepwright.diagram.course.Visit;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What was recorded of an execution that has ended.
 *
 * @param text its course, as it is printed
 * @param thrown what handlers have thrown that is no {@link dev.stepwright.runtime.task.TaskFailure}
 */
record Recording(
        StateMachineDefinition definition,
        Outcome<JsonNode> outcome,
        ExecutionDescription description,
        List<HistoryEntry> events,
        String text,
        List<Throwable> thrown) {
    Recording {
        events = List.copyOf(events);
        thrown = List.copyOf(thrown);
    }

    /** Returns the same of a machine that is called by another definition. */
    Recording of(StateMachineDefinition other) {
        return new Recording(other, outcome, description, events, text, thrown);
    }

    /** Returns the visit whose error has ended the execution; empty if none has. */
    Optional<Visit> failing() {
        HistoryReader reader = new HistoryReader();
        events.forEach(reader::read);
        return events.stream()
                .filter(entry -> entry.event() instanceof Event.ExecutionFailed)
                .findFirst()
                .flatMap(end -> reader.visitOf(reader.origin(end).id()));
    }

    Course course() {
        return Course.of(events);
    }
}
