package dev.stepwright.types.lattice;

import dev.stepwright.expression.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a value into another one, as ResultPath does: objects that are missing on the way are made. */
public final class Insertion {
    private Insertion() {}

    /**
     * Returns what a value is after another one was put into it.
     *
     * @param steps names and indexes from the value to the place
     */
    public static Value of(Value into, List<PathStep> steps, Value value) {
        if (steps.isEmpty()) {
            return value;
        }
        List<PathStep> rest = steps.subList(1, steps.size());
        if (!(steps.get(0) instanceof PathStep.Name name)) {
            return steps.get(0) instanceof PathStep.Index index ? element(into, index, rest, value) : Value.ANY;
        }
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

    /** An element that is not there is no place to put anything into. */
    private static Value element(Value into, PathStep.Index index, List<PathStep> rest, Value value) {
        Items items = into.items();
        if (items == null || !into.isKnown()) {
            return Value.ANY;
        }
        List<Value> each = items.each();
        int at = each != null && index.index() < 0 ? index.index() + each.size() : index.index();
        if (each == null || at < 0 || at >= each.size()) {
            return Value.arrayOf(items.element().join(of(items.element(), rest, value)));
        }
        List<Value> changed = new ArrayList<>(each);
        changed.set(at, of(each.get(at), rest, value));
        return Value.of(Items.each(changed, items.names()));
    }

    /** An object that is not there, or null, is made; then it has nothing else in it. */
    private static Value inner(Fields fields, String name, List<PathStep> rest, Value value) {
        Field field = fields.field(name);
        if (rest.isEmpty()) {
            return value;
        }
        if (field == null) {
            return of(fields.isClosed() ? Value.EMPTY_OBJECT : fields.restField(name), rest, value);
        }
        boolean isMade = field.presence() == Presence.OPTIONAL || field.value().can(Kind.NULL);
        Value replaced = of(isMade ? field.value().mapFields(Fields::perhaps) : field.value(), rest, value);
        return field.presence() == Presence.SOMETIMES ? replaced.join(of(Value.EMPTY_OBJECT, rest, value)) : replaced;
    }

    /**
     * What is in the way of putting something into a value.
     *
     * @param need what would have to be there instead
     */
    public record Obstacle(Value value, Need need) {}

    /**
     * Returns what is in the way of putting anything into a value, if something surely is: the value itself, or one on the way, which
     * is known and no object where a name leads into it, or no array where an index does.
     */
    public static Optional<Obstacle> obstacle(Value into, List<PathStep> steps) {
        Value at = into;
        for (PathStep step : steps) {
            if (!at.isKnown() || at.isNever()) {
                return Optional.empty();
            }
            if (step instanceof PathStep.Index) {
                return at.items() == null ? Optional.of(new Obstacle(at, Need.ARRAY)) : Optional.empty();
            }
            Fields fields = at.fields();
            if (fields == null) {
                return Optional.of(new Obstacle(at, Need.OBJECT));
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
