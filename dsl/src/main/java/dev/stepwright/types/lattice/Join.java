package dev.stepwright.types.lattice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return new Value(
                Places.union(a.places(), b.places()),
                a.kinds() | b.kinds(),
                fields(a.fields(), b.fields(), depth),
                items(a.items(), b.items(), depth));
    }

    private static @Nullable Fields fields(@Nullable Fields a, @Nullable Fields b, int depth) {
        if (a == null || a.equals(b)) {
            return b;
        }
        if (b == null) {
            return a;
        }
        Map<String, Field> joined = new LinkedHashMap<>();
        a.named().forEach((name, field) -> joined.put(name, field(name, field, b, depth)));
        b.named().forEach((name, field) -> joined.computeIfAbsent(name, key -> field(key, field, a, depth)));
        return new Fields(joined, Places.union(a.rest(), b.rest()));
    }

    /** A field that the other object has only in its rest may be any field there; one that it cannot have is not always there. */
    private static Field field(String name, Field one, Fields other, int depth) {
        Field two = other.field(name);
        if (two != null) {
            return new Field(
                    of(one.value(), two.value(), depth + 1), one.presence().and(two.presence()));
        }
        if (other.isClosed()) {
            return new Field(one.value(), Presence.SOMETIMES);
        }
        return new Field(of(one.value(), other.restField(name), depth + 1), one.presence());
    }

    private static @Nullable Items items(@Nullable Items a, @Nullable Items b, int depth) {
        if (a == null || a.equals(b)) {
            return b;
        }
        if (b == null) {
            return a;
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
        return Items.each(each);
    }
}
