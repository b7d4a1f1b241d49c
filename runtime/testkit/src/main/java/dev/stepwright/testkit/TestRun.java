package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.Diagram;
import dev.stepwright.diagram.course.Course;
import dev.stepwright.diagram.report.ExecutionReport;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run of a {@link TestMachine} that has come to its end.
 *
 * @param <O> the type of the output
 */
public final class TestRun<O> {
    private final Outcome<O> outcome;
    private final ExecutionDescription description;
    private final Recording recording;

    /**
     * What was recorded of a run.
     *
     * @param lines its course, as it is printed
     * @param thrown what handlers have thrown that is no {@link dev.stepwright.runtime.task.TaskFailure}
     */
    record Recording(
            StateMachineDefinition definition, List<HistoryEntry> events, List<String> lines, List<Throwable> thrown) {
        Recording {
            events = List.copyOf(events);
            lines = List.copyOf(lines);
            thrown = List.copyOf(thrown);
        }
    }

    TestRun(Outcome<O> outcome, ExecutionDescription description, Recording recording) {
        this.outcome = outcome;
        this.description = description;
        this.recording = recording;
    }

    /** Returns how the run has ended. */
    public Outcome<O> outcome() {
        return outcome;
    }

    public ExecutionStatus status() {
        return description.status();
    }

    /**
     * Returns the output.
     *
     * @throws IllegalStateException if the run has not succeeded; the message says how it ended, and by which states, and what is {@link
     *     #thrown} is suppressed in it, so that its stack traces are printed
     */
    public O output() {
        if (status() != ExecutionStatus.SUCCEEDED) {
            var refusal = new IllegalStateException("there is no output, the run ended otherwise:\n" + this);
            thrown().forEach(refusal::addSuppressed);
            throw refusal;
        }
        return outcome.output();
    }

    /** Returns the name of the error that has ended the run, or null. */
    public @Nullable String error() {
        return description.error();
    }

    /** Returns the cause that came with the error, or null. */
    public @Nullable String cause() {
        return description.cause();
    }

    /** Returns how long the run took in its own, virtual time. */
    public Duration duration() {
        return Duration.between(
                description.identity().startTime(),
                Objects.requireNonNull(description.stopTime(), "the run has ended"));
    }

    /**
     * Returns the names of the states that were entered, in the order in which they were: one that was entered twice stands there twice, those within a
     * Parallel or Map stand after it, its branches and items intermingled. States within a distributed Map are in executions of their own and
     * are not told.
     */
    public List<String> path() {
        return entered().map(Event.StateEntered::name).toList();
    }

    /** Returns the inputs with which a state was entered, one for each time. */
    public List<JsonNode> inputs(String state) {
        return entered()
                .filter(event -> event.name().equals(state))
                .map(Event.StateEntered::input)
                .toList();
    }

    /** Returns the outputs with which a state was left, by {@code Next} as well as by a Catch rule, one for each time. */
    public List<JsonNode> outputs(String state) {
        return of(Event.StateExited.class)
                .filter(event -> event.name().equals(state))
                .map(Event.StateExited::output)
                .toList();
    }

    /** Returns what a Task state has handed to its task, once for each attempt: its {@code Parameters} or {@code Arguments}. */
    public List<JsonNode> taskInputs(String state) {
        Map<Long, String> states = new HashMap<>();
        List<JsonNode> inputs = new ArrayList<>();
        for (HistoryEntry entry : recording.events()) {
            String name = entry.event() instanceof Event.StateEntered entered
                    ? entered.name()
                    : states.getOrDefault(entry.previousId(), "");
            states.put(entry.id(), name);
            if (entry.event() instanceof Event.TaskScheduled task && name.equals(state)) {
                inputs.add(task.input());
            }
        }
        return inputs;
    }

    /**
     * Returns the exceptions that handlers have thrown, in their order, with their stack traces: what {@code Retry} and {@code Catch} have dealt
     * with, too. A {@link dev.stepwright.runtime.task.TaskFailure} is an answer, and not among them.
     */
    public List<Throwable> thrown() {
        return recording.thrown();
    }

    /** Returns the events, as {@code GetExecutionHistory} has them. */
    public List<HistoryEvent> history() {
        return AwsHistory.of(recording.events());
    }

    /** Returns the picture of the machine that shows what the run has done: {@code run.diagram().write(Path.of("target/run.svg"))}. */
    public Diagram diagram() {
        return Diagram.of(recording.definition()).showing(course());
    }

    /** Returns a page that tells of the run: what went wrong, its picture, its states and events: {@code run.report().write(Path.of("target/run.html"))}. */
    public ExecutionReport report() {
        return ExecutionReport.of(recording.definition(), recording.events());
    }

    Course course() {
        return Course.of(recording.events());
    }

    /** Returns a line for each state that was entered and left, for what went wrong, and for the end. */
    @Override
    public String toString() {
        return String.join("\n", recording.lines());
    }

    private Stream<Event.StateEntered> entered() {
        return of(Event.StateEntered.class);
    }

    private <E extends Event> Stream<E> of(Class<E> type) {
        return recording.events().stream()
                .map(HistoryEntry::event)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
