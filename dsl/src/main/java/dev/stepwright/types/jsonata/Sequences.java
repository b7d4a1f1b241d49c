package dev.stepwright.types.jsonata;

import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.lattice.Reading;
import dev.stepwright.types.lattice.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays as JSONata sees them: a path maps over them, one element stands for itself, none is undefined. */
final class Sequences {
    private Sequences() {}

    /** Reads a field of an object, or of each object in an array. */
    static Reading field(Value from, String name) {
        from.places().forEach(Place::mapOver);
        Items items = from.items();
        if (items == null) {
            return Reader.fieldOfEach(from, name);
        }
        Value element = items.element();
        Reading inner = element.isNever() ? Reading.of(Value.ANY) : field(element, name);
        Value others = from.withoutItems();
        if (others.isNever()) {
            return new Reading(many(inner.value()), inner.found(), !inner.found(), inner.doubtful());
        }
        Reading outer = Reader.fieldOfEach(others, name);
        return new Reading(
                many(inner.value()).join(outer.value()),
                inner.found() || outer.found(),
                outer.missing() && !inner.found(),
                inner.doubtful() || outer.doubtful());
    }

    /** Returns whether a value is known to be an object that has the field. */
    static boolean surelyHas(Value value, String name) {
        Fields fields = value.fields();
        if (fields == null) {
            return false;
        }
        Field field = fields.field(name);
        return field != null && field.isAlways() && value.equals(Value.of(fields));
    }

    /** Returns one of a value or an array of such values; arrays in it are taken apart. */
    static Value many(Value value) {
        return some(one(value));
    }

    /** Returns the same of what an expression gives. */
    static Given many(Given given) {
        return given.withValue(many(given.value())).withPath(given.path());
    }

    /** Returns what a sequence of such elements is: one stands for itself. */
    static Value some(Value element) {
        return element.join(Value.arrayOf(element));
    }

    /** Returns what each is that a value stands for: the elements of an array, anything else itself. */
    static Value one(Value value) {
        Items items = value.items();
        return items == null ? value : value.withoutItems().join(items.element());
    }

    /** Returns the same of what an expression gives: of an array that is empty, or of unknown length, there may be none. */
    static Given each(Given given) {
        Items items = given.value().items();
        Value one = one(given.value());
        boolean some = items == null || items.each() != null && !items.each().isEmpty();
        return some ? given.withValue(one) : given.orUndefined(one);
    }

    /** Returns the same for a value that is taken for an array: what is at a place is an element there. */
    static Value element(Value value) {
        Value elements = Reader.elements(value.onlyPlaces()).value();
        return one(value.withoutPlaces()).join(elements);
    }

    /** Returns what {@code $append} makes of two: what is undefined adds nothing. */
    static Given appended(Given one, Given two) {
        if (one.isUndefined() || two.isUndefined()) {
            return one.isUndefined() ? two : one;
        }
        List<Value> first = elements(one);
        List<Value> second = elements(two);
        boolean defined = one.defined() || two.defined();
        if (first != null && second != null) {
            List<Value> both = new ArrayList<>(first);
            both.addAll(second);
            return Given.of(Value.of(Items.each(both)));
        }
        Value array = Value.arrayOf(one(one.value()).join(one(two.value())));
        Value alone = one.defined() ? Value.NEVER : two.value();
        return new Given(array.join(two.defined() ? alone : alone.join(one.value())), null, "", defined);
    }

    /** Returns the elements that a value adds to a sequence; null if their number is not known. */
    private static @Nullable List<Value> elements(Given given) {
        Value value = given.value();
        Items items = value.items();
        if (!given.defined() || !value.isKnown()) {
            return null;
        }
        if (items == null) {
            return List.of(value);
        }
        return value.equals(Value.of(items)) ? items.each() : null;
    }

    /** Returns whether the value can be an array. */
    static boolean canBeMany(Value value) {
        return value.items() != null || !value.isKnown();
    }
}
