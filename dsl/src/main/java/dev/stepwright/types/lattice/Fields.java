package dev.stepwright.types.lattice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an object: the fields it may have, and the places that its other fields come from. Without such places the
 * object is closed: it has no other field.
 */
public final class Fields {
    private final Map<String, Field> named;
    private final Set<Place> rest;
    private final int hash;
    private final int height;

    public Fields(Map<String, Field> named, Set<Place> rest) {
        this.named = Collections.unmodifiableMap(named);
        this.rest = rest;
        this.hash = 31 * named.hashCode() + rest.hashCode();
        this.height = 1
                + named.values().stream()
                        .mapToInt(field -> field.value().height())
                        .max()
                        .orElse(0);
    }

    /** Returns the fields by name. */
    public Map<String, Field> named() {
        return named;
    }

    /** Returns the field of a name. */
    public @Nullable Field field(String name) {
        return named.get(name);
    }

    /** Returns where fields without a name here come from. */
    public Set<Place> rest() {
        return rest;
    }

    /** Returns whether there is no field beside the named ones. */
    public boolean isClosed() {
        return rest.isEmpty();
    }

    /** Returns the same with one field put in or replaced. */
    public Fields with(String name, Value value) {
        Map<String, Field> changed = new LinkedHashMap<>(named);
        changed.put(name, Field.always(value));
        return new Fields(changed, rest);
    }

    /** Returns what a name without a field here leads to: the place of that name in each of the places of the rest. */
    Value restField(String name) {
        return Value.of(Places.map(rest, place -> place.field(name)));
    }

    int height() {
        return height;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Fields that
                        && hash == that.hash
                        && rest.equals(that.rest)
                        && named.equals(that.named);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
