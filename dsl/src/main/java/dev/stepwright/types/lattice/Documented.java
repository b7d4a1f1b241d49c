package dev.stepwright.types.lattice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Values as their places document them: which members an object has is told, not what they are. */
public final class Documented {
    private Documented() {}

    /** Returns what a value is that lacks something, for messages. */
    public static Value lacking(Value value, Lack lack) {
        return switch (lack) {
            case DOUBTFUL -> members(value);
            case ALWAYS, EMPTY -> kinds(value);
            default -> value;
        };
    }

    /** Returns the object, or the array of some, that a value is as it is documented; the value itself if nothing is. */
    private static Value members(Value value) {
        if (value.places().size() != 1 || value.fields() != null) {
            return value;
        }
        Documentation documentation = value.places().iterator().next().documentation();
        Set<String> members = documentation.members();
        if (members.isEmpty()) {
            return value;
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        members.forEach(name -> fields.put(name, new Field(Value.ANY, Presence.OPTIONAL)));
        Value object = Value.of(new Fields(fields, Set.of()));
        return documentation.isArray() ? Value.arrayOf(object) : object;
    }

    /** Returns whether a value can be an object with what its places document; not whether it can where nothing is documented. */
    public static boolean canBeObject(Value value) {
        return kinds(value).fields() != null;
    }

    /** Returns the kinds of values that a value can be with what its places document; a place of which nothing is documented stays. */
    public static Value kinds(Value value) {
        return value.isKnown()
                ? value
                : value.places().stream().map(Documented::kinds).reduce(value.withoutPlaces(), Value::join);
    }

    private static Value kinds(Place place) {
        Value one = kind(place);
        return place.isInFieldOf(Documented::isMappedArray) ? one.join(Value.arrayOf(one)) : one;
    }

    private static boolean isMappedArray(Place place) {
        return place.isMappedOver() && place.documentation().isArray();
    }

    private static Value kind(Place place) {
        Documentation documented = place.documentation();
        if (documented.isArray()) {
            return Value.arrayOf(Value.ANY);
        }
        return documented
                .scalar()
                .map(Documented::scalar)
                .orElseGet(() -> documented.isObject()
                        ? Value.of(new Fields(Map.of(), Set.of(Place.ANYWHERE)))
                        : Value.of(place));
    }

    /** Returns a scalar of a documented kind: a number may be an integer. */
    public static Value scalar(Kind kind) {
        return kind == Kind.NUMBER ? Value.scalar(Kind.NUMBER, Kind.INTEGER) : Value.scalar(kind);
    }
}
