package dev.stepwright.types.lattice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Values of one analysis as another one sees them. What came from outside there comes from a place here: the uses that the other analysis
 * notes are of its own states.
 */
public final class Relocation {
    private Relocation() {}

    /**
     * Returns a value that stands at a place: what is known of it is known there too, all else is the place. What the other analysis has only
     * on some ways may be left out here, and of what is of several types there nothing is known, since who starts the other machine may well
     * know which way it goes.
     *
     * @param place a root, or a place in it, of the analysis that goes on with the value
     */
    public static Value of(Value value, Place place) {
        Fields fields = value.fields();
        Items items = value.items();
        int types = (value.kinds() == 0 ? 0 : 1) + (fields == null ? 0 : 1) + (items == null ? 0 : 1);
        if (types > 1 || !value.isKnown()) {
            return Value.of(place);
        }
        if (fields != null) {
            return Value.of(of(fields, place));
        }
        return items == null ? value : Value.of(items.map(element -> of(element, place.element())));
    }

    private static Fields of(Fields fields, Place place) {
        Map<String, Field> moved = new LinkedHashMap<>();
        fields.named().forEach((name, field) -> moved.put(name, of(field, place.field(name))));
        return new Fields(moved, fields.isClosed() ? Set.of() : Set.of(place));
    }

    private static Field of(Field field, Place place) {
        return new Field(of(field.value(), place), field.isAlways() ? Presence.ALWAYS : Presence.OPTIONAL);
    }
}
