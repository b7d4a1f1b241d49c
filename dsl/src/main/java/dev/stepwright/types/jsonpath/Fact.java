package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.expression.PathStep;
import dev.stepwright.types.graph.Variable;
import dev.stepwright.types.graph.Variables;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Presence;
import dev.stepwright.types.lattice.Value;
import java.util.List;
import java.util.Set;

/**
 * What the outcome of a condition proves of a path.
 *
 * @param variable the variable it starts from; empty for the input
 * @param there what is proved of there being something where the path leads
 * @param notNull whether it is proved that it does not lead to null
 * @param intoElements whether names lead into the elements of arrays, too, as in JSONata
 */
public record Fact(String variable, List<PathStep> steps, There there, boolean notNull, boolean intoElements) {
    /** Whether there is something. */
    public enum There {
        YES,
        NO,
        UNKNOWN
    }

    /** Returns what follows from a path leading somewhere; nothing for paths that are not made of names. */
    static Set<Fact> present(JsonPath path, boolean notNull) {
        return of(path, There.YES, notNull);
    }

    /** Returns what follows from a path leading nowhere. */
    static Set<Fact> absent(JsonPath path) {
        return of(path, There.NO, false);
    }

    private static Set<Fact> of(JsonPath path, There there, boolean notNull) {
        boolean named = path.steps().stream().allMatch(PathStep.Name.class::isInstance);
        boolean refinable = path.root() == PathRoot.INPUT || path.root() == PathRoot.VARIABLE;
        if (!named || !refinable) {
            return Set.of();
        }
        String variable = path.root() == PathRoot.VARIABLE ? path.variable() : "";
        return Set.of(new Fact(variable, path.steps(), there, notNull, false));
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
        Presence presence = there == There.YES ? Presence.ALWAYS : known.presence();
        Variables variables = frame.variables().with(variable, new Variable(refine(known.value(), 0), presence));
        return new Frame(frame.input(), variables, frame.context(), frame.inputOf());
    }

    private Value refine(Value value, int step) {
        if (step == steps.size()) {
            return notNull ? value.withoutNull() : value;
        }
        String name = ((PathStep.Name) steps.get(step)).name();
        Fields known = value.fields();
        Field field = known == null ? null : known.field(name);
        Value object = there == There.YES ? holder(value) : value;
        if (field == null) {
            return object;
        }
        Field refined = new Field(refine(field.value(), step + 1), presence(field, step));
        return refined.equals(field) ? object : object.mapFields(fields -> fields.refined(name, refined));
    }

    private Presence presence(Field field, int step) {
        return switch (there) {
            case YES -> Presence.ALWAYS;
            case NO -> step + 1 == steps.size() ? Presence.SOMETIMES : field.presence();
            case UNKNOWN -> field.presence();
        };
    }

    /** Returns the part of a value that can have the field which is there. */
    private Value holder(Value value) {
        return intoElements ? value.withoutScalars() : value.onlyObject();
    }
}
