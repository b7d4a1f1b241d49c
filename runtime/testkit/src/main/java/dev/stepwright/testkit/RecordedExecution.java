package dev.stepwright.testkit;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.Diagram;
import dev.stepwright.diagram.course.Course;
import dev.stepwright.diagram.report.ExecutionReport;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryDocument;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An execution that ran on AWS, as {@code aws stepfunctions get-execution-history} prints it. {@link TestMachine#replay} runs it again.
 *
 * <p>Its data are in it as they were: inputs, outputs, what tasks were handed and have answered. Look for secrets before you keep one.
 */
public final class RecordedExecution {
    private final String name;
    private final List<HistoryEntry> events;

    private RecordedExecution(String name, List<HistoryEntry> events) {
        if (!(events.get(0).event() instanceof Event.ExecutionStarted)) {
            throw new IllegalArgumentException(name + ": the first event must be ExecutionStarted, found "
                    + AwsHistory.of(events.get(0)).type());
        }
        this.name = name;
        this.events = events;
    }

    /**
     * Reads an execution from a file.
     *
     * @throws IOException if the file is missing or cannot be read
     * @throws IllegalArgumentException if it is no history, or one without its data; the message has file, line and column, see {@link HistoryDocument}
     */
    public static RecordedExecution read(Path file) throws IOException {
        try {
            return new RecordedExecution(
                    file.toString(), HistoryDocument.parse(file.toString(), JsonDocument.text(file)));
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(file + ":" + e.position() + ": " + e.problem(), e);
        }
    }

    /**
     * Returns the execution of a JSON text.
     *
     * @throws IllegalArgumentException as {@link #read}
     */
    public static RecordedExecution parse(String text) {
        return new RecordedExecution("history", HistoryDocument.parse("history", text));
    }

    /** Returns what it was started with. */
    public JsonNode input() {
        return started().input();
    }

    /** Returns when it was started. */
    public Instant startTime() {
        return events.get(0).time();
    }

    /** Returns its events. */
    public List<HistoryEvent> history() {
        return AwsHistory.of(events);
    }

    /** Returns whether it may be one of a machine: it has entered a state of the machine, or none at all. */
    public boolean isOf(StateMachineDefinition definition) {
        Set<String> entered = Strands.of(events).states();
        return entered.isEmpty()
                || definition.scopes().stream()
                        .anyMatch(scope ->
                                !Collections.disjoint(entered, scope.states().keySet()));
    }

    /** Returns the picture of its machine that shows what it has done. */
    public Diagram diagram(StateMachineDefinition definition) {
        return Diagram.of(machineIn(definition)).showing(Course.of(events));
    }

    /** Returns a page that tells of it: what went wrong, the picture of its machine, its states and events. */
    public ExecutionReport report(StateMachineDefinition definition) {
        return ExecutionReport.of(machineIn(definition), events);
    }

    Event.ExecutionStarted started() {
        return (Event.ExecutionStarted) events.get(0).event();
    }

    /** Returns the machine that it was of: that of a definition or, for an execution of a Map Run, the one that a distributed Map there has for each item. */
    StateMachineDefinition machineIn(StateMachineDefinition definition) {
        String first = events.stream()
                .map(HistoryEntry::event)
                .filter(Event.StateEntered.class::isInstance)
                .map(event -> ((Event.StateEntered) event).name())
                .findFirst()
                .orElse("");
        return definition.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(state -> state instanceof MapState map && map.isDistributed())
                .flatMap(map -> map.subMachines().stream())
                .filter(processor -> processor.states().containsKey(first))
                .findFirst()
                .map(processor -> ofItem(processor, definition))
                .orElse(definition);
    }

    private static StateMachineDefinition ofItem(StateMachineDefinition processor, StateMachineDefinition around) {
        ObjectNode machine = JsonNodeFactory.instance.objectNode();
        around.field("QueryLanguage").ifPresent(language -> machine.set("QueryLanguage", language));
        machine.setAll((ObjectNode) processor.json()).remove("ProcessorConfig");
        return StateMachineDefinition.of(machine);
    }

    /** Returns the events until its first end: a redrive is an execution's second life, and is not run again. */
    List<HistoryEntry> firstLife() {
        return events.stream()
                .takeWhile(entry -> !(entry.event() instanceof Event.ExecutionRedriven))
                .toList();
    }

    /** Returns where it was recorded. */
    @Override
    public String toString() {
        return name;
    }
}
