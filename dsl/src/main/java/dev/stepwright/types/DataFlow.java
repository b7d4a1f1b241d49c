package dev.stepwright.types;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.types.flow.ContextObject;
import dev.stepwright.types.flow.FlowResult;
import dev.stepwright.types.flow.Outside;
import dev.stepwright.types.flow.Provenances;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Relocation;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.report.Finding;
import dev.stepwright.types.service.ServiceResults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JsonPointer;

/**
 * Analyses how data flows through a machine: what each state gets on every way to it, whether what it reads can be there, and
 * what that says of the machine's input, its tasks and its output. Nothing is guessed: of what comes from outside without a
 * schema nothing is known, and nothing is said. A definition that is broken in some other way is analysed as far as it goes.
 */
public final class DataFlow {
    private DataFlow() {}

    /** Analyses a machine of which nothing is known beside its definition. */
    public static FlowReport analyze(StateMachineDefinition definition) {
        return analyze(definition, KnownShapes.NONE);
    }

    /** Analyses a machine of which shapes are known; where the definition disagrees with them, that is a finding. */
    public static FlowReport analyze(StateMachineDefinition definition, KnownShapes known) {
        return analyze(definition, known, Calls.NONE);
    }

    /**
     * Analyses a machine that starts others of its project; where what it hands over or reads is not what they read or give, that is a
     * finding.
     */
    public static FlowReport analyze(StateMachineDefinition definition, KnownShapes known, Calls calls) {
        FlowResult result = flow(definition, known, calls, Set.of());
        ValueShapes shapes = new ValueShapes(result.requirements());
        List<TaskShape> tasks = result.tasks().stream()
                .map(task -> {
                    Shape given = shapes.of(task.result());
                    return new TaskShape(
                            task.state(),
                            task.pointer(),
                            shapes.of(task.arguments()),
                            given,
                            given.equals(documented(state(task, definition), shapes)),
                            Provenances.of(task.arguments()));
                })
                .toList();
        Shape input = known.input().orElseGet(() -> input(result.input(), shapes));
        return new FlowReport(
                findings(definition, known, calls, result),
                input,
                shapes.of(result.output()),
                Provenances.of(result.output()),
                tasks);
    }

    /** Returns what each state that is reached starts with, by where it stands; of a machine as in {@link #analyze(StateMachineDefinition, KnownShapes)}. */
    public static Map<JsonPointer, StateEntry> entries(StateMachineDefinition definition, KnownShapes known) {
        FlowResult result = flow(definition, known, Calls.NONE, Set.of());
        ValueShapes shapes = new ValueShapes(result.requirements());
        Map<JsonPointer, StateEntry> entries = new HashMap<>();
        result.entries().forEach((state, entry) -> {
            Map<String, Shape> variables = new LinkedHashMap<>();
            entry.variables().byName().forEach((name, variable) -> variables.put(name, shapes.of(variable.value())));
            Value context =
                    ContextObject.seenBy(State.of("", state, definition.json().at(state)), entry.context());
            entries.put(state, new StateEntry(shapes.of(entry.input()), variables, shapes.of(context)));
        });
        return entries;
    }

    /**
     * Returns what is wrong with a machine some states of which are broken. What such a state does is not known: nothing is said
     * about it, and whatever follows it may get anything.
     *
     * @param broken where these states stand
     */
    public static List<Finding> findings(
            StateMachineDefinition definition, KnownShapes known, Calls calls, Set<JsonPointer> broken) {
        return findings(definition, known, calls, flow(definition, known, calls, broken));
    }

    private static List<Finding> findings(
            StateMachineDefinition definition, KnownShapes known, Calls calls, FlowResult result) {
        List<Finding> findings = new ArrayList<>(result.findings());
        findings.addAll(Disagreements.of(definition, result, known));
        NestedInputs inputs = new NestedInputs(calls);
        for (FlowResult.TaskData task : result.tasks()) {
            findings.addAll(inputs.of(state(task, definition), task.arguments()));
        }
        return findings;
    }

    private static TaskState state(FlowResult.TaskData task, StateMachineDefinition definition) {
        return new TaskState(task.state(), task.pointer(), definition.json().at(task.pointer()));
    }

    /** Returns the shape of a task's result that nobody reads; any value if no documentation of its service is known. */
    private static Shape documented(TaskState task, ValueShapes shapes) {
        Place unread = Place.root(new Origin(Origin.Source.RESULT, task.pointer(), ""));
        return shapes.of(ServiceResults.of(task, unread));
    }

    /** Returns what the analysis knows in its own terms; for those who check it against what really happens. */
    public static FlowResult flow(
            StateMachineDefinition definition, KnownShapes known, Calls calls, Set<JsonPointer> broken) {
        Supplier<Outside> outside = () -> new Outside(
                place ->
                        known.input().map(shape -> ShapeValues.of(shape, place)).orElse(Value.of(place)),
                (task, place) -> result(task, place, known, calls));
        return FlowResult.of(definition, outside, broken);
    }

    /** Returns what the analysis knows of a machine that is started with a value of another analysis. */
    static FlowResult flow(ProjectMachine machine, Value input, Calls calls) {
        Supplier<Outside> outside = () -> new Outside(
                place -> Relocation.of(input, place), (task, place) -> result(task, place, machine.known(), calls));
        return FlowResult.of(machine.document().definition(), outside, Set.of());
    }

    /** A machine that neither reads its input nor hands it on needs nothing of it. */
    private static Shape input(Place place, ValueShapes shapes) {
        return place.isUsed() || place.isHandedOn() ? shapes.of(place) : new Shape.Structure(Map.of(), false);
    }

    private static Value result(TaskState task, Place place, KnownShapes known, Calls calls) {
        Shape shape = known.taskResults().get(task.name());
        return shape == null ? calls.result(task, ServiceResults.of(task, place), place) : ShapeValues.of(shape, place);
    }
}
