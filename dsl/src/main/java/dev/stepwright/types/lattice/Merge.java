package dev.stepwright.types.lattice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Objects merged one over another, field by field, not deeper. */
public final class Merge {
    private Merge() {}

    /** Returns an object with the fields of both; of a name that both have, that of the second. */
    public static Value of(Value under, Value over) {
        Fields low = fields(under);
        Fields high = fields(over);
        Map<String, Field> merged = new LinkedHashMap<>();
        low.named().forEach((name, field) -> merged.put(name, covered(name, field, high)));
        high.named().forEach((name, field) -> merged.put(name, over(name, field, low)));
        return Value.of(
                new Fields(merged, Places.union(low.rest(), high.rest()), low.canBeClosed() && high.canBeClosed()));
    }

    /** A field below stays unless one above takes its place. */
    private static Field covered(String name, Field field, Fields high) {
        return high.isClosed() ? field : perhaps(field, high.restField(name));
    }

    private static Field over(String name, Field field, Fields low) {
        if (field.isAlways()) {
            return field;
        }
        Field below = low.field(name);
        if (below != null) {
            return below.withValue(field.value().join(below.value()));
        }
        return low.isClosed() ? field : perhaps(field, low.restField(name));
    }

    /** Where one object lacks a field the unknown part of the other may have it. */
    private static Field perhaps(Field field, Value unknown) {
        Presence presence = field.isAlways() ? Presence.ALWAYS : Presence.OPTIONAL;
        return new Field(field.value().join(unknown), presence);
    }

    /** Whatever comes from outside may bring any field. */
    private static Fields fields(Value value) {
        Fields known = value.fields();
        Set<Place> rest = value.places();
        if (known == null) {
            return new Fields(Map.of(), rest.isEmpty() ? Set.of(Place.ANYWHERE) : rest);
        }
        Fields unknown = new Fields(Map.of(), rest);
        Map<String, Field> named = new LinkedHashMap<>();
        known.named()
                .forEach((name, field) -> named.put(name, rest.isEmpty() ? field : perhapsNot(name, field, unknown)));
        return new Fields(named, Places.union(known.rest(), rest), known.canBeClosed());
    }

    /** The object may as well be one from outside. */
    private static Field perhapsNot(String name, Field field, Fields unknown) {
        return new Field(
                field.value().join(unknown.restField(name)), field.presence().and(Presence.OPTIONAL));
    }
}
