package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathStep;
import dev.stepwright.types.graph.Variable;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Presence;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.lattice.Reading;
import dev.stepwright.types.lattice.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a path leads.
 *
 * @param value what it finds; any value if it finds nothing
 * @param step the step that is the trouble; -1 for the root
 * @param at what the step was taken from
 */
public record Walk(Value value, Outcome outcome, int step, Value at) {
    /** How sure it is that there is something. */
    enum Outcome {
        FOUND,
        /** Some alternative of the value lacks it. */
        SOMETIMES,
        /** Every alternative of the value lacks it. */
        NEVER,
        /** Only a member that a service's documentation does not name can be it. */
        DOUBTFUL,
        /** The path selects any number of values, and none here. */
        EMPTY,
        /** No way to the state assigns the variable. */
        UNASSIGNED,
        /** Some way to the state does not assign the variable. */
        SOMETIMES_ASSIGNED
    }

    public static Walk of(JsonPath path, Frame frame) {
        return switch (path.root()) {
            case INPUT -> into(frame.input(), path);
            case CONTEXT -> into(frame.context(), path);
            case VARIABLE -> ofVariable(path, frame);
            case ELEMENT -> new Walk(Value.ANY, Outcome.FOUND, -1, Value.ANY);
        };
    }

    /** Returns where the steps of a path would lead in the Context Object. */
    static Walk inContext(JsonPath path, Frame frame) {
        return into(frame.context(), path);
    }

    private static Walk ofVariable(JsonPath path, Frame frame) {
        Variable variable = frame.variables().get(path.variable());
        if (variable == null) {
            return new Walk(Value.ANY, Outcome.UNASSIGNED, -1, Value.NEVER);
        }
        Walk walk = into(variable.value(), path);
        return variable.isSometimes() && walk.outcome == Outcome.FOUND
                ? new Walk(walk.value, Outcome.SOMETIMES_ASSIGNED, -1, Value.NEVER)
                : walk;
    }

    private static Walk into(Value root, JsonPath path) {
        List<PathStep> steps = path.steps();
        Walk walk = new Walk(root, Outcome.FOUND, -1, root);
        for (int i = 0; i < steps.size(); i++) {
            PathStep step = steps.get(i);
            if (!step.isDefinite()) {
                return walk.select(steps, i, path.isDefinite());
            }
            if (walk.value.isNever()) {
                return walk;
            }
            walk = walk.step(step, i);
            if (walk.outcome == Outcome.NEVER || walk.outcome == Outcome.DOUBTFUL) {
                return path.isDefinite() ? walk : walk.emptied();
            }
        }
        return walk;
    }

    private Walk step(PathStep step, int index) {
        Reading reading = step instanceof PathStep.Name name
                ? Reader.field(value, name.name())
                : Reader.element(value, ((PathStep.Index) step).index());
        if (reading.isAbsent()) {
            return new Walk(Value.ANY, Outcome.NEVER, index, value);
        }
        if (reading.doubtful()) {
            return new Walk(Value.ANY, Outcome.DOUBTFUL, index, value);
        }
        return outcome == Outcome.FOUND && reading.missing()
                ? new Walk(reading.value(), Outcome.SOMETIMES, index, value)
                : new Walk(reading.value(), outcome, this.step, at);
    }

    /** A selection has an array as its value whatever it finds; what it can miss is then no trouble. */
    private Walk emptied() {
        Value nothing = Value.arrayOf(Value.ANY);
        return new Walk(nothing, outcome == Outcome.NEVER ? Outcome.EMPTY : Outcome.FOUND, step, at);
    }

    private Walk select(List<PathStep> steps, int from, boolean projection) {
        if (projection) {
            return new Walk(project(((PathStep.Names) steps.get(from)).names()), outcome, step, at);
        }
        Selection selection = Selection.of(value, steps.subList(from, steps.size()));
        int empty = selection.emptyStep();
        return empty < 0
                ? new Walk(Value.arrayOf(selection.value()), Outcome.FOUND, from, value)
                : new Walk(Value.arrayOf(Value.ANY), Outcome.EMPTY, from + empty, selection.value());
    }

    private Value project(List<String> names) {
        Map<String, Field> members = new LinkedHashMap<>();
        for (String name : names) {
            Reading reading = Reader.field(value, name);
            if (reading.found() || reading.doubtful()) {
                members.put(
                        name, new Field(reading.value(), reading.missing() ? Presence.SOMETIMES : Presence.OPTIONAL));
            }
        }
        return Value.of(new Fields(members, Set.of()));
    }
}
