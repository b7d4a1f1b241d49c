package dev.stepwright.types.lattice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The least value above two: kinds and places together, objects field by field, arrays element by element. */
final class Join {
    private Join() {}

    static Value of(Value a, Value b, int depth) {
        if (b.isNever() || a.equals(b)) {
            return a;
        }
        if (a.isNever()) {
            return b;
        }
        if (depth > Widening.MAX_HEIGHT) {
            return Value.ANY;
        }
        Set<Place> places = Places.union(a.places(), b.places());
        int kinds = a.kinds() | b.kinds();
        Fields fields = fields(a.fields(), b.fields(), depth);
        Items items = items(a.items(), b.items(), depth);
        boolean adds = places != a.places()
                || kinds != a.kinds()
                || fields != a.fields()
                || items != a.items()
                || a.scalarAt() != null; // as the other one stands elsewhere
        return adds ? new Value(places, kinds, fields, items) : a;
    }

    private static @Nullable Fields fields(@Nullable Fields a, @Nullable Fields b, int depth) {
        if (b == null || a != null && a.equals(b)) {
            return a;
        }
        if (a == null) {
            return b;
        }
        Map<String, Field> joined = new LinkedHashMap<>();
        boolean adds = false;
        for (Map.Entry<String, Field> own : a.named().entrySet()) {
            Field field = field(own.getKey(), own.getValue(), b, depth);
            adds |= field != own.getValue();
            joined.put(own.getKey(), field);
        }
        for (Map.Entry<String, Field> other : b.named().entrySet()) {
            if (!joined.containsKey(other.getKey())) {
                joined.put(other.getKey(), field(other.getKey(), other.getValue(), a, depth));
                adds = true;
            }
        }
        Set<Place> rest = Places.union(a.rest(), b.rest());
        boolean closedSometimes = a.canBeClosed() || b.canBeClosed();
        adds |= rest != a.rest() || closedSometimes != a.canBeClosed();
        Place whole = a.whole() == b.whole() ? a.whole() : null;
        adds |= whole != a.whole();
        return adds ? new Fields(joined, rest, closedSometimes, whole) : a;
    }

    /**
     * A field that the other object has only in its rest may be any field there, and whoever makes that may leave it out; one that the other
     * object cannot have is not always there.
     */
    private static Field field(String name, Field one, Fields other, int depth) {
        Field two = other.field(name);
        if (two != null) {
            return one.with(
                    of(one.value(), two.value(), depth + 1), one.presence().and(two.presence()));
        }
        if (other.isClosed()) {
            return one.with(one.value(), Presence.SOMETIMES);
        }
        Value joined =
                isIncluded(name, other, one.value()) ? one.value() : of(one.value(), other.restField(name), depth + 1);
        return one.with(joined, one.presence().and(other.canBeClosed() ? Presence.SOMETIMES : Presence.OPTIONAL));
    }

    /** Most often so, once a loop or a chain of choices has been followed for a while. */
    private static boolean isIncluded(String name, Fields other, Value in) {
        for (Place place : other.rest()) {
            if (!in.places().contains(place.field(name))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Items items(@Nullable Items a, @Nullable Items b, int depth) {
        if (b == null || a != null && a.equals(b)) {
            return a;
        }
        if (a == null) {
            return b;
        }
        List<Value> first = a.each();
        List<Value> second = b.each();
        if (first == null || second == null || first.size() != second.size()) {
            return Items.of(of(a.element(), b.element(), depth + 1));
        }
        List<Value> each = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            each.add(of(first.get(i), second.get(i), depth + 1));
        }
        return Items.each(each, a.names().equals(b.names()) ? a.names() : List.of());
    }
}
