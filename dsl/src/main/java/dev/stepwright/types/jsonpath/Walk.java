package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathStep;
import dev.stepwright.types.graph.Variable;
import dev.stepwright.types.lattice.Documented;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Lack;
import dev.stepwright.types.lattice.Presence;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.lattice.Reading;
import dev.stepwright.types.lattice.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a path leads.
 *
 * @param value what it finds; any value if it finds nothing
 * @param lack why there may be nothing; null if nothing known says so
 * @param step the step that is the trouble; -1 for the root
 * @param at what the step was taken from
 */
public record Walk(Value value, @Nullable Lack lack, int step, Value at) {
    /** Returns whether nothing known says that there may be nothing. */
    boolean isFound() {
        return lack == null;
    }

    public static Walk of(JsonPath path, Frame frame) {
        return switch (path.root()) {
            case INPUT -> into(frame.input(), path);
            case CONTEXT -> into(frame.context(), path);
            case VARIABLE -> ofVariable(path, frame);
            case ELEMENT -> new Walk(Value.ANY, null, -1, Value.ANY);
        };
    }

    /** Returns where the steps of a path would lead in the Context Object. */
    static Walk inContext(JsonPath path, Frame frame) {
        return into(frame.context(), path);
    }

    private static Walk ofVariable(JsonPath path, Frame frame) {
        Variable variable = frame.variables().get(path.variable());
        if (variable == null) {
            return new Walk(Value.ANY, Lack.UNASSIGNED, -1, Value.NEVER);
        }
        Walk walk = into(variable.value(), path);
        return variable.isSometimes() && walk.isFound()
                ? new Walk(walk.value, Lack.SOMETIMES_ASSIGNED, -1, Value.NEVER)
                : walk;
    }

    private static Walk into(Value root, JsonPath path) {
        List<PathStep> steps = path.steps();
        Walk walk = new Walk(root, null, -1, root);
        for (int i = 0; i < steps.size(); i++) {
            PathStep step = steps.get(i);
            if (!step.isDefinite()) {
                return walk.select(steps, i, path.isDefinite());
            }
            if (walk.value.isNever()) {
                return walk;
            }
            walk = walk.step(step, i);
            if (walk.lack == Lack.ALWAYS || walk.lack == Lack.DOUBTFUL) {
                return path.isDefinite() ? walk : walk.emptied();
            }
        }
        return walk;
    }

    private Walk step(PathStep step, int index) {
        Reading reading = step instanceof PathStep.Name name
                ? Reader.field(value, name.name())
                : Reader.element(value, ((PathStep.Index) step).index());
        Lack here = reading.lack();
        if (here == Lack.ALWAYS || here == Lack.DOUBTFUL) {
            return new Walk(Value.ANY, here, index, Documented.lacking(value, here));
        }
        return here == null || lack != null
                ? new Walk(reading.value(), lack, this.step, at)
                : new Walk(reading.value(), here, index, value);
    }

    /** A selection has an array as its value whatever it finds; what it can miss is then no trouble. */
    private Walk emptied() {
        Value nothing = Value.arrayOf(Value.ANY);
        return new Walk(nothing, lack == Lack.ALWAYS ? Lack.EMPTY : null, step, at);
    }

    private Walk select(List<PathStep> steps, int from, boolean projection) {
        if (projection) {
            return new Walk(project(((PathStep.Names) steps.get(from)).names()), lack, step, at);
        }
        Selection selection = Selection.of(value, steps.subList(from, steps.size()));
        int empty = selection.emptyStep();
        return empty < 0
                ? new Walk(Value.arrayOf(selection.value()), null, from, value)
                : new Walk(
                        Value.arrayOf(Value.ANY),
                        Lack.EMPTY,
                        from + empty,
                        Documented.lacking(selection.value(), Lack.EMPTY));
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
