package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.Diagram;
import dev.stepwright.diagram.course.Course;
import dev.stepwright.diagram.course.Visit;
import dev.stepwright.diagram.report.ExecutionReport;
import dev.stepwright.json.JavaValues;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.rule.Words;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run of a {@link TestMachine} that has come to its end, or an execution that a task of one has started.
 *
 * @param <O> the type of the output
 */
public final class TestRun<O> {
    private final Outcome<O> outcome;
    private final Recording recording;
    private final Nested nested;

    /**
     * What the tasks of a run have started.
     *
     * @param machines the definitions of the machines that they could start
     */
    record Nested(Set<StateMachineDefinition> machines, List<Recording> executions) {
        Nested {
            machines = Set.copyOf(machines);
            executions = List.copyOf(executions);
        }
    }

    /** @throws IllegalStateException if the output does not fit its type */
    TestRun(Type output, Recording recording, Nested nested) {
        this.outcome = typed(recording.outcome(), output);
        this.recording = recording;
        this.nested = nested;
    }

    @SuppressWarnings("unchecked") // one without an output is one of every type
    private static <O> Outcome<O> typed(Outcome<JsonNode> outcome, Type output) {
        return outcome instanceof Outcome.Succeeded<JsonNode> succeeded
                ? new Outcome.Succeeded<>(value(succeeded.output(), output))
                : (Outcome<O>) outcome;
    }

    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"
    }) // the type is O's; O may be a type with null
    private static <O> O value(JsonNode json, Type output) {
        try {
            return (O) JavaValues.fromJson(json, output);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the run has no outcome: " + e.getMessage(), e);
        }
    }

    /** Returns how the run has ended. */
    public Outcome<O> outcome() {
        return outcome;
    }

    /** Returns how the run has ended, without its output or error. */
    public ExecutionStatus status() {
        return recording.description().status();
    }

    /**
     * Returns the output.
     *
     * @throws IllegalStateException if the run has not succeeded; the message says how it ended, with the whole cause, in which state, and by which states, and what is {@link
     *     #thrown} is suppressed in it, so that its stack traces are printed
     */
    public O output() {
        if (status() != ExecutionStatus.SUCCEEDED) {
            String place = failing().map(visit -> "\nin " + visit).orElse("");
            var refusal = new IllegalStateException(
                    "the run did not succeed, so it has no output: " + outcome + place + "\n" + this);
            thrown().forEach(refusal::addSuppressed);
            throw refusal;
        }
        return outcome.output();
    }

    /** Returns what the run was started with. */
    public JsonNode input() {
        return recording.description().input();
    }

    /**
     * Returns the executions of a machine that tasks of this run have started, in the order of their starts; empty if none has. It was made known to
     * the machine under test, or to one that this starts, by {@link TestMachine#nesting}. Asked of one of these executions it returns the same.
     *
     * @param machine the one that was nested, or one of the same definition
     * @throws IllegalArgumentException if it is none of them
     * @throws IllegalStateException if an output does not fit its type
     */
    public <T> List<TestRun<T>> nested(TestMachine<?, T> machine) {
        if (!nested.machines().contains(machine.subject().definition())) {
            throw new IllegalArgumentException(
                    "no task of this run can start that machine: add it to the machine under test with nesting(reference, machine)");
        }
        return nested.executions().stream()
                .filter(execution ->
                        execution.definition().equals(machine.subject().definition()))
                .map(execution -> new TestRun<T>(machine.subject().output(), execution, nested))
                .toList();
    }

    /** Returns the name of the error that has ended the run, or null. */
    public @Nullable String error() {
        return recording.description().error();
    }

    /** Returns the cause that came with the error, or null. */
    public @Nullable String cause() {
        return recording.description().cause();
    }

    /**
     * Returns the visit of the state whose error has ended the run, within a Parallel or Map as it may be: its name, iteration and input. Empty if no
     * error has.
     */
    public Optional<Visit> failing() {
        return recording.failing();
    }

    /** Returns how long the run took in its own, virtual time. */
    public Duration duration() {
        ExecutionDescription description = recording.description();
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

    /**
     * Returns the inputs with which a state was entered, one for each time; empty if it was not.
     *
     * @throws IllegalArgumentException if the machine has no such state
     */
    public List<JsonNode> inputs(String state) {
        checkState(state);
        return entered()
                .filter(event -> event.name().equals(state))
                .map(Event.StateEntered::input)
                .toList();
    }

    /**
     * Returns the outputs with which a state was left, by {@code Next} as well as by a Catch rule, one for each time; empty if it was not.
     *
     * @throws IllegalArgumentException if the machine has no such state
     */
    public List<JsonNode> outputs(String state) {
        checkState(state);
        return of(Event.StateExited.class)
                .filter(event -> event.name().equals(state))
                .map(Event.StateExited::output)
                .toList();
    }

    /**
     * Returns what a Task state has handed to its task, once for each attempt: its {@code Parameters} or {@code Arguments}. Empty if it has not.
     *
     * @throws IllegalArgumentException if the machine has no such state
     */
    public List<JsonNode> taskInputs(String state) {
        checkState(state);
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
     * with, too. For the machine under test those in nested executions are among them; for a nested one, those of all executions of its machine. A {@link dev.stepwright.runtime.task.TaskFailure} is an answer, and not among them.
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
        return Diagram.of(recording.definition()).showing(recording.course());
    }

    /** Returns a page that tells of the run: what went wrong, its picture, its states and events: {@code run.report().write(Path.of("target/run.html"))}. */
    public ExecutionReport report() {
        return ExecutionReport.of(recording.definition(), recording.events());
    }

    Course course() {
        return recording.course();
    }

    /**
     * Returns a line for each state that was entered and left, for what went wrong, and for the end. The run of the machine under test has those of
     * the executions that its tasks have started, too, with the names of their machines: {@code Shipping/Print label}.
     */
    @Override
    public String toString() {
        return recording.text();
    }

    private void checkState(String name) {
        Set<String> states = new TreeSet<>();
        recording
                .definition()
                .scopes()
                .forEach(scope -> states.addAll(scope.states().keySet()));
        if (!states.contains(name)) {
            throw new IllegalArgumentException("the machine has no state \"" + name + "\"; its states are " + states
                    + Words.didYouMean(new Names(states), name));
        }
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
