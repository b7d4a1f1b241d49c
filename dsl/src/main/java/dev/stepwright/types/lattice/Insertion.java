package dev.stepwright.types.lattice;

import dev.stepwright.expression.PathStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a value into another one, as ResultPath does: objects that are missing on the way are made. */
public final class Insertion {
    private Insertion() {}

    /**
     * Returns what a value is after another one was put into it.
     *
     * @param steps names and indexes from the value to the place; what an index leads to is not followed
     */
    public static Value of(Value into, List<PathStep> steps, Value value) {
        if (steps.isEmpty()) {
            return value;
        }
        if (!(steps.get(0) instanceof PathStep.Name name)) {
            return Value.ANY;
        }
        List<PathStep> rest = steps.subList(1, steps.size());
        Value result = Value.NEVER;
        Fields fields = into.fields();
        if (fields != null) {
            result = Value.of(fields.with(name.name(), inner(fields, name.name(), rest, value)));
        }
        if (!into.places().isEmpty()) {
            Fields unknown = new Fields(Map.of(), into.places());
            result = result.join(Value.of(unknown.with(name.name(), inner(unknown, name.name(), rest, value))));
        }
        return result.isNever() ? Value.object(Map.of(name.name(), of(Value.EMPTY_OBJECT, rest, value))) : result;
    }

    private static Value inner(Fields fields, String name, List<PathStep> rest, Value value) {
        Field field = fields.field(name);
        if (rest.isEmpty()) {
            return value;
        }
        if (field == null) {
            return of(fields.isClosed() ? Value.EMPTY_OBJECT : fields.restField(name), rest, value);
        }
        Value replaced = of(field.value(), rest, value);
        return field.presence() == Presence.SOMETIMES ? replaced.join(of(Value.EMPTY_OBJECT, rest, value)) : replaced;
    }

    /**
     * Returns what is in the way of putting anything into a value, if something surely is: the value itself, or one on the way, which
     * is known and no object.
     */
    public static Optional<Value> obstacle(Value into, List<PathStep> steps) {
        Value at = into;
        for (PathStep step : steps) {
            if (!at.isKnown() || at.isNever()) {
                return Optional.empty();
            }
            Fields fields = at.fields();
            if (fields == null) {
                return Optional.of(at);
            }
            Field field = step instanceof PathStep.Name name ? fields.field(name.name()) : null;
            if (field == null || !field.isAlways() || field.value().can(Kind.NULL)) {
                return Optional.empty();
            }
            at = field.value();
        }
        return Optional.empty();
    }
}
