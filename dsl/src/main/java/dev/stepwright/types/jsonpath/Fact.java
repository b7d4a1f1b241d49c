package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.expression.PathStep;
import dev.stepwright.types.graph.Variable;
import dev.stepwright.types.graph.Variables;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Value;
import java.util.List;
import java.util.Set;

/**
 * What the outcome of a condition proves of a path.
 *
 * @param variable the variable it starts from; empty for the input
 * @param present whether it is proved that the path leads to something
 * @param notNull whether it is proved that it does not lead to null
 * @param intoElements whether names lead into the elements of arrays, too, as in JSONata
 */
public record Fact(String variable, List<PathStep> steps, boolean present, boolean notNull, boolean intoElements) {
    /** Returns what follows from a path leading somewhere; nothing for paths that are not made of names. */
    static Set<Fact> present(JsonPath path, boolean notNull) {
        boolean named = path.steps().stream().allMatch(PathStep.Name.class::isInstance);
        boolean refinable = path.root() == PathRoot.INPUT || path.root() == PathRoot.VARIABLE;
        if (!named || !refinable) {
            return Set.of();
        }
        String variable = path.root() == PathRoot.VARIABLE ? path.variable() : "";
        return Set.of(new Fact(variable, path.steps(), true, notNull, false));
    }

    /** Returns the frame in which the fact holds. */
    public static Frame apply(Set<Fact> facts, Frame frame) {
        Frame refined = frame;
        for (Fact fact : facts) {
            refined = fact.apply(refined);
        }
        return refined;
    }

    private Frame apply(Frame frame) {
        if (variable.isEmpty()) {
            return new Frame(refine(frame.input(), 0), frame.variables(), frame.context(), frame.inputOf());
        }
        Variable known = frame.variables().get(variable);
        if (known == null) {
            return frame;
        }
        Variables variables =
                frame.variables().with(variable, new Variable(refine(known.value(), 0), present || known.always()));
        return new Frame(frame.input(), variables, frame.context(), frame.inputOf());
    }

    private Value refine(Value value, int step) {
        if (step == steps.size()) {
            return notNull ? value.withoutNull() : value;
        }
        String name = ((PathStep.Name) steps.get(step)).name();
        Fields known = value.fields();
        Field field = known == null ? null : known.field(name);
        Value object = present ? holder(value) : value;
        if (field == null) {
            return present && known != null && known.canBeClosed() && !known.isClosed()
                    ? object.mapFields(fields -> fields.with(name, refine(fields.restField(name), step + 1)))
                    : object;
        }
        Value changed = refine(field.value(), step + 1);
        Field refined = present ? Field.always(changed) : field.withValue(changed);
        return refined.equals(field) ? object : object.mapFields(fields -> fields.with(name, refined));
    }

    /** Returns the part of a value that can have the field which is there. */
    private Value holder(Value value) {
        return intoElements ? value.withoutScalars() : value.onlyObject();
    }
}
