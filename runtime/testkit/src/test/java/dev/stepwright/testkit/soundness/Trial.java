package dev.stepwright.testkit.soundness;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JsonText;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.FlowReport;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.Shape;
import dev.stepwright.types.ShapeSchemas;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Validator;
import dev.stepwright.validation.WorkflowType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * A machine with what is known of its data, and the seed of what it is given.
 *
 * @param seed of inputs and answers; what a task answers depends on its name, not on what else the definition has
 */
record Trial(ObjectNode definition, KnownShapes known, long seed) {
    private static final int MOST_CANDIDATES = 6;

    /** Makes one; the same for the same seed. Of some the one with fewest errors is taken, since those run farthest. */
    static Trial of(long seed) {
        Chance chance = new Chance(seed);
        Trial best = candidate(seed, chance);
        for (int i = chance.below(MOST_CANDIDATES); i > 0; i--) {
            Trial other = candidate(seed, chance);
            best = errors(other) < errors(best) ? other : best;
        }
        return best;
    }

    /** Returns everything that is found in the definition. */
    List<Diagnostic> findings() {
        return Validator.validate(AslDocument.parse("x", JsonText.pretty(definition)), WorkflowType.STANDARD, known);
    }

    /** A definition that is refused is not even tried. */
    private static long errors(Trial trial) {
        return trial.findings().stream()
                .mapToLong(finding -> switch (finding.severity()) {
                    case ERROR -> finding.refused() ? 10_000 : 100;
                    case WARNING -> 1;
                    case HINT -> 0;
                })
                .sum();
    }

    private static Trial candidate(long seed, Chance chance) {
        ObjectNode definition = new RandomDefinition(chance).machine();
        RandomData data = new RandomData(chance);
        Optional<Shape> input = chance.oneIn(3) ? Optional.empty() : Optional.of(data.shape());
        Map<String, Shape> results = new HashMap<>();
        for (State state : states(definition)) {
            if (state instanceof TaskState && chance.oneIn(3)) {
                results.put(state.name(), data.shape());
            }
        }
        return new Trial(definition, new KnownShapes(input, Optional.empty(), Map.of(), results), seed);
    }

    /** Returns what is known, and for what is not what the machine needs as far as the analysis finds it out. */
    KnownShapes fitting() {
        FlowReport report = DataFlow.analyze(machine(), known);
        Map<String, Shape> results = new HashMap<>();
        report.tasks().forEach(task -> results.put(task.state(), task.result()));
        results.putAll(known.taskResults());
        return new KnownShapes(Optional.of(report.input()), known.output(), Map.of(), results);
    }

    /** Returns what fits where objects of which nothing is known may have members too that no state reads by their names. */
    KnownShapes withMore(KnownShapes fitting) {
        Map<String, Shape> results = new HashMap<>(fitting.taskResults());
        for (State state : states(definition)) {
            if (state instanceof TaskState && !known.taskResults().containsKey(state.name()) && !isOfService(state)) {
                results.computeIfPresent(state.name(), (name, shape) -> opened(shape));
            }
        }
        Optional<Shape> input =
                known.input().isPresent() ? known.input() : fitting.input().map(Trial::opened);
        return new KnownShapes(input, fitting.output(), Map.of(), results);
    }

    private static List<State> states(ObjectNode definition) {
        return StateMachineDefinition.of(definition).scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .toList();
    }

    /** What the documentation of a service says is known. */
    private static boolean isOfService(State task) {
        return task.json().path("Resource").asString("").contains(":::");
    }

    private static Shape opened(Shape shape) {
        if (shape instanceof Shape.Structure structure) {
            Map<String, Shape.Member> members = new LinkedHashMap<>();
            structure
                    .members()
                    .forEach((name, member) ->
                            members.put(name, new Shape.Member(opened(member.shape()), member.required())));
            return new Shape.Structure(members, true);
        }
        if (shape instanceof Shape.Sequence sequence) {
            return new Shape.Sequence(opened(sequence.element()));
        }
        return shape instanceof Shape.OneOf either
                ? new Shape.OneOf(
                        either.alternatives().stream().map(Trial::opened).toList())
                : shape;
    }

    /** Returns the same for another definition. */
    Trial with(ObjectNode other) {
        Map<String, Shape> results = new HashMap<>(known.taskResults());
        results.keySet().removeIf(name -> other.findValues(name).isEmpty());
        return new Trial(other, new KnownShapes(known.input(), known.output(), Map.of(), results), seed);
    }

    StateMachineDefinition machine() {
        return StateMachineDefinition.of(definition);
    }

    /** Returns the names of the states around each state, whose variables it sees; the items of a distributed Map see none. */
    Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>();
        for (StateMachineDefinition scope : machine().scopes()) {
            for (State state : scope.states().values()) {
                if (state.json().path("ItemProcessor").has("ProcessorConfig")) {
                    continue;
                }
                state.subMachines()
                        .forEach(inner -> inner.states().keySet().forEach(name -> owners.put(name, state.name())));
            }
        }
        return owners;
    }

    @Override
    public String toString() {
        return "seed " + seed + "\n" + JsonText.pretty(definition) + "\nwhere the input is "
                + known.input().map(Trial::text).orElse("unknown")
                + known.taskResults().entrySet().stream()
                        .map(result -> "\nand " + result.getKey() + " gives " + text(result.getValue()))
                        .collect(Collectors.joining());
    }

    private static String text(Shape shape) {
        return JsonText.compact(ShapeSchemas.schema(shape));
    }
}
