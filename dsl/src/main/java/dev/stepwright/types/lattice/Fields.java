package dev.stepwright.types.lattice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an object: the fields it may have, and the places that its other fields come from. Without such places the
 * object is closed: it has no other field. One that only some way makes closed has other fields on the other ways only.
 */
public final class Fields {
    private final Map<String, Field> named;
    private final Set<Place> rest;
    private final boolean closedSometimes;
    private final @Nullable Place whole;
    private final int namedHash;
    private final int hash;
    private final int height;

    public Fields(Map<String, Field> named, Set<Place> rest) {
        this(named, rest, false);
    }

    /** @param closedSometimes whether some way through the definition makes the object without the rest */
    Fields(Map<String, Field> named, Set<Place> rest, boolean closedSometimes) {
        this(named, rest, closedSometimes, null);
    }

    /** @param whole where the object stands outside, if it is handed on as it came */
    Fields(Map<String, Field> named, Set<Place> rest, boolean closedSometimes, @Nullable Place whole) {
        this(named, rest, closedSometimes && !rest.isEmpty(), whole, hash(named), innerHeight(named));
    }

    private Fields(
            Map<String, Field> named,
            Set<Place> rest,
            boolean closedSometimes,
            @Nullable Place whole,
            int namedHash,
            int innerHeight) {
        this.named = Collections.unmodifiableMap(named);
        this.rest = rest;
        this.closedSometimes = closedSometimes;
        this.whole = whole;
        this.namedHash = namedHash;
        this.hash = 31 * (31 * namedHash + rest.hashCode()) + Objects.hashCode(whole) + (closedSometimes ? 1 : 0);
        this.height = 1 + innerHeight;
    }

    private static int hash(Map<String, Field> named) {
        int sum = 0;
        for (Map.Entry<String, Field> field : named.entrySet()) {
            sum += hash(field.getKey(), field.getValue());
        }
        return sum;
    }

    private static int hash(String name, @Nullable Field field) {
        return field == null ? 0 : name.hashCode() ^ field.hashCode();
    }

    private static int innerHeight(Map<String, Field> named) {
        int highest = 0;
        for (Field field : named.values()) {
            highest = Math.max(highest, field.value().height());
        }
        return highest;
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

    /** Returns whether some way makes the object without the rest, and perhaps all do. */
    public boolean canBeClosed() {
        return closedSometimes || isClosed();
    }

    /** Returns where the object stands outside; null unless all that is known of it was told with it, and it is handed on as it came. */
    public @Nullable Place whole() {
        return whole;
    }

    /** Returns the same that remembers where it stands, and so do the objects in it. */
    Fields standingAt(Place place) {
        Map<String, Field> standing = new LinkedHashMap<>();
        named.forEach((name, field) ->
                standing.put(name, field.withValue(field.value().standingAt(place.field(name)))));
        return new Fields(standing, rest, closedSometimes, place);
    }

    /** Returns the same with one field put in or replaced. */
    public Fields with(String name, Value value) {
        return with(name, Field.always(value));
    }

    /** Returns the same with one field put in or replaced. */
    public Fields with(String name, Field field) {
        return with(name, field, null);
    }

    /** Returns the same object, of one field of which more is known. */
    public Fields refined(String name, Field field) {
        return with(name, field, whole);
    }

    /** What is kept of all fields is mended, not made anew. */
    private Fields with(String name, Field field, @Nullable Place standing) {
        Map<String, Field> changed = new LinkedHashMap<>(named);
        Field before = changed.put(name, field);
        int changedHash = namedHash - hash(name, before) + hash(name, field);
        boolean mayBeLower = before != null && before.value().height() == height - 1;
        int innerHeight = mayBeLower
                ? innerHeight(changed)
                : Math.max(height - 1, field.value().height());
        return new Fields(changed, rest, closedSometimes, standing, changedHash, innerHeight);
    }

    /** Returns the same where whoever makes the object may leave out any field. */
    public Fields perhaps() {
        Map<String, Field> changed = new LinkedHashMap<>();
        named.forEach((name, field) ->
                changed.put(name, field.with(field.value(), field.presence().and(Presence.OPTIONAL))));
        return new Fields(changed, rest);
    }

    /** @param outside the places that the object may come from as a whole, if it is not one made here */
    Fields pickedOut(Set<Place> outside) {
        Map<String, Field> changed = new LinkedHashMap<>();
        named.forEach((name, field) -> changed.put(name, field.pickedOut()));
        Fields picked = new Fields(changed, Places.union(rest, outside), false, whole);
        return picked.equals(this) ? this : picked;
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
                        && closedSometimes == that.closedSometimes
                        && whole == that.whole
                        && rest.equals(that.rest)
                        && named.equals(that.named);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
