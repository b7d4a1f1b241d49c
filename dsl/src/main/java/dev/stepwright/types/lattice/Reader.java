package dev.stepwright.types.lattice;

import java.util.List;
import java.util.Set;

/** Steps into a value; one use each. Collects over the alternatives of the value. */
public final class Reader {
    private Value value = Value.NEVER;
    private boolean found;
    private boolean missing;
    private boolean doubtful;

    private Reader() {}

    /** Reads a field of an object. */
    public static Reading field(Value from, String name) {
        return field(from, name, false);
    }

    /** Reads a field as JSONata does it: of an array that stands at a place, that of each element. */
    public static Reading fieldOfEach(Value from, String name) {
        return field(from, name, true);
    }

    private static Reading field(Value from, String name, boolean isOfEach) {
        Reader reader = new Reader();
        from.places().forEach(place -> reader.readField(place, name, isOfEach));
        reader.missing |= from.canBeScalar() || from.items() != null;
        Fields fields = from.fields();
        if (fields != null) {
            reader.readField(fields, name);
        }
        return reader.reading();
    }

    private void readField(Place place, String name, boolean isOfEach) {
        Documentation documented = place.documentation();
        if (documented.scalar().isPresent() || documented.isArray() && !isOfEach) {
            missing = true;
        } else if (documented.lacks(name)) {
            addDoubtful();
        } else {
            add(Value.of(place.field(name)));
        }
    }

    private void addDoubtful() {
        value = value.join(Value.ANY);
        doubtful = true;
    }

    private void readField(Fields fields, String name) {
        Field field = fields.field(name);
        if (field != null) {
            add(field.value());
            if (field.presence() == Presence.SOMETIMES) {
                missing = true;
                addRest(fields.rest(), name);
            }
        } else if (fields.isClosed()) {
            missing = true;
        } else {
            missing |= fields.canBeClosed();
            addRest(fields.rest(), name);
        }
    }

    private void addRest(Set<Place> rest, String name) {
        for (Place place : rest) {
            if (place.isUnlisted()) {
                addDoubtful();
            } else {
                add(Value.of(place.field(name)));
            }
        }
    }

    /** Reads an element of an array. AWS: one past the end is null, no error. */
    public static Reading element(Value from, int index) {
        Reader reader = new Reader();
        from.places().forEach(reader::readElement);
        reader.missing |= from.canBeScalar() || from.fields() != null;
        Items items = from.items();
        if (items != null) {
            reader.readElement(items, index);
        }
        return reader.reading();
    }

    private void readElement(Place place) {
        Documentation documented = place.documentation();
        if (documented.scalar().isPresent() || documented.isObject()) {
            missing = true;
        } else {
            add(Value.of(place.element()));
        }
    }

    private void readElement(Items items, int index) {
        List<Value> each = items.each();
        if (each == null) {
            add(items.element());
            add(Value.NULL_PAST_THE_END);
        } else {
            int at = index < 0 ? each.size() + index : index;
            add(at >= 0 && at < each.size() ? each.get(at) : Value.scalar(Kind.NULL));
        }
    }

    /** Reads what all elements of an array have in common; for an array known to be empty that is never anything. */
    public static Reading elements(Value from) {
        Reader reader = new Reader();
        from.places().forEach(place -> reader.add(Value.of(place.element())));
        reader.missing |= from.canBeScalar() || from.fields() != null;
        Items items = from.items();
        if (items != null) {
            reader.add(items.element());
        }
        return reader.reading();
    }

    private void add(Value part) {
        value = value.join(part);
        found = true;
    }

    private Reading reading() {
        return new Reading(value, found, missing, doubtful && !found);
    }
}
