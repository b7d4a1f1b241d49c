package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathStep;
import dev.stepwright.types.graph.Variable;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.lattice.Reading;
import dev.stepwright.types.lattice.Value;
import java.util.List;

/**
 * Whether a test of a path selects among the ways to a state, because some of them make what is tested and others do not, or make it
 * otherwise. Behind it nobody can say that a way lacks something: it may have been left out.
 *
 * @param from what the path starts from; never anything if that is the same on all ways
 * @param always whether no way is known that lacks that
 */
public record Selecting(Value from, boolean always, List<PathStep> steps) {
    static Selecting of(JsonPath path, Frame frame) {
        return switch (path.root()) {
            case INPUT -> of("", path.steps(), frame);
            case VARIABLE -> of(path.variable(), path.steps(), frame);
            case CONTEXT, ELEMENT -> new Selecting(Value.NEVER, true, List.of());
        };
    }

    /** Returns what a path selects by, from the variable it starts from, or from the input where that is empty. */
    public static Selecting of(String variable, List<PathStep> steps, Frame frame) {
        if (variable.isEmpty()) {
            return new Selecting(frame.input(), true, steps);
        }
        Variable known = frame.variables().get(variable);
        return new Selecting(known == null ? Value.NEVER : known.value(), known == null || !known.isSometimes(), steps);
    }

    /** Returns whether a way that lacks it is left out where it is there. */
    public boolean whenPresent() {
        Value at = from;
        for (PathStep step : steps) {
            Reading reading = read(at, step);
            if (reading.missing()) {
                return true;
            }
            at = reading.value();
        }
        return !always;
    }

    /** Returns whether a way that makes it is left out where it is not there. */
    public boolean whenAbsent() {
        Value at = from;
        for (PathStep step : steps) {
            Fields fields = at.fields();
            Field field = fields != null && step instanceof PathStep.Name name ? fields.field(name.name()) : null;
            if (field == null) {
                return step instanceof PathStep.Index && at.items() != null;
            }
            at = field.value();
        }
        return !steps.isEmpty() || !always;
    }

    /** Returns whether a way is left out, whatever a comparison of what is there comes to. */
    public boolean whenCompared() {
        Value at = from;
        for (PathStep step : steps) {
            at = read(at, step).value();
        }
        return at.canBeScalar() || at.fields() != null || at.items() != null || whenPresent();
    }

    private static Reading read(Value from, PathStep step) {
        return step instanceof PathStep.Name name
                ? Reader.field(from, name.name())
                : step instanceof PathStep.Index index ? Reader.element(from, index.index()) : Reader.elements(from);
    }
}
