package dev.stepwright.types;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.types.flow.FlowResult;
import dev.stepwright.types.flow.Outside;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.report.Finding;
import dev.stepwright.types.service.ServiceResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        FlowResult result = flow(definition, known, Set.of());
        ValueShapes shapes = new ValueShapes(result.requirements());
        List<TaskShape> tasks = result.tasks().stream()
                .map(task -> new TaskShape(
                        task.state(),
                        task.pointer(),
                        shapes.of(task.arguments()),
                        shapes.of(task.result()),
                        result.provenances().of(task.arguments())))
                .toList();
        Shape input = known.input().orElseGet(() -> input(result.input(), shapes));
        return new FlowReport(findings(definition, known, result), input, shapes.of(result.output()), tasks);
    }

    /**
     * Returns what is wrong with a machine some states of which are broken. What such a state does is not known: nothing is said
     * about it, and whatever follows it may get anything.
     *
     * @param broken where these states stand
     */
    public static List<Finding> findings(
            StateMachineDefinition definition, KnownShapes known, Set<JsonPointer> broken) {
        return findings(definition, known, flow(definition, known, broken));
    }

    private static List<Finding> findings(StateMachineDefinition definition, KnownShapes known, FlowResult result) {
        List<Finding> findings = new ArrayList<>(result.findings());
        findings.addAll(Disagreements.of(definition, result, known));
        return findings;
    }

    /** Returns what the analysis knows in its own terms; for those who check it against what really happens. */
    public static FlowResult flow(StateMachineDefinition definition, KnownShapes known, Set<JsonPointer> broken) {
        Outside outside = new Outside(
                place ->
                        known.input().map(shape -> ShapeValues.of(shape, place)).orElse(Value.of(place)),
                (task, place) -> result(task, place, known));
        return FlowResult.of(definition, outside, broken);
    }

    /** A machine that neither reads its input nor hands it on needs nothing of it. */
    private static Shape input(Place place, ValueShapes shapes) {
        return place.isUsed() ? shapes.of(place) : new Shape.Structure(Map.of(), false);
    }

    private static Value result(TaskState task, Place place, KnownShapes known) {
        Shape shape = known.taskResults().get(task.name());
        return shape == null
                ? ServiceResults.table().of(task.resource().orElse(""), place)
                : ShapeValues.of(shape, place);
    }
}
