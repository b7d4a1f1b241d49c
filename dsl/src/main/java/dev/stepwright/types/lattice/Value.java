package dev.stepwright.types.lattice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON value can be: a scalar of some kinds, an object, an array, or what stands at some places outside. Values are
 * compared by what they say and form a lattice: {@link #NEVER} at the bottom, {@link #join} upwards; {@link Widening} keeps
 * it of finite height.
 */
public final class Value {
    /** No value at all: what a state gives that nothing reaches. */
    public static final Value NEVER = new Value(Set.of(), 0, null, null);
    /** Any value. */
    public static final Value ANY = of(Place.ANYWHERE);
    /** An object without fields. */
    public static final Value EMPTY_OBJECT = object(Map.of());

    private static final int PAST_THE_END = 1 << Kind.values().length;
    /**
     * The null that an index past the end of an array finds. How long an array gets that comes from outside, or has an element for
     * each item that does, is no fault of the definition; so nothing is said of members that this null lacks.
     */
    static final Value NULL_PAST_THE_END = new Value(Set.of(), PAST_THE_END, null, null);

    private static final int NUMERIC = Kind.INTEGER.bit() | Kind.NUMBER.bit();

    private final Set<Place> places;
    private final int kinds;
    private final @Nullable Fields fields;
    private final @Nullable Items items;
    private final @Nullable Place scalarAt;
    private final int hash;
    private final int height;

    Value(Set<Place> places, int kinds, @Nullable Fields fields, @Nullable Items items) {
        this(places, kinds, fields, items, null);
    }

    private Value(
            Set<Place> places, int kinds, @Nullable Fields fields, @Nullable Items items, @Nullable Place scalarAt) {
        this.places = places;
        this.kinds = kinds;
        this.fields = fields;
        this.items = items;
        this.scalarAt = scalarAt;
        this.hash = (((places.hashCode() * 31 + kinds) * 31 + (fields == null ? 0 : fields.hashCode())) * 31
                                + (items == null ? 0 : items.hashCode()))
                        * 31
                + Objects.hashCode(scalarAt);
        this.height = Math.max(fields == null ? 0 : fields.height(), items == null ? 0 : items.height());
    }

    /** A scalar of one of the kinds. */
    public static Value scalar(Kind... kinds) {
        int bits = 0;
        for (Kind kind : kinds) {
            bits |= kind.bit();
        }
        return new Value(Set.of(), bits, null, null);
    }

    /** What stands at a place. */
    public static Value of(Place place) {
        return of(Set.of(place));
    }

    /** What stands at one of some places. */
    public static Value of(Set<Place> places) {
        return new Value(places, 0, null, null);
    }

    /** A closed object of fields that are always there. */
    public static Value object(Map<String, Value> members) {
        Map<String, Field> named = new LinkedHashMap<>();
        members.forEach((name, value) -> named.put(name, Field.always(value)));
        return of(new Fields(named, Set.of()));
    }

    public static Value of(Fields fields) {
        return new Value(Set.of(), 0, fields, null);
    }

    public static Value of(Items items) {
        return new Value(Set.of(), 0, null, items);
    }

    /** An array of any length. */
    public static Value arrayOf(Value element) {
        return of(Items.of(element));
    }

    /** Returns what is one or the other. */
    public Value join(Value other) {
        return Join.of(this, other, 0);
    }

    /** Returns what is one of them; {@link #NEVER} for none. */
    public static Value joinAll(List<Value> values) {
        return values.stream().reduce(NEVER, Value::join);
    }

    /** Returns the places whose value it can be. */
    public Set<Place> places() {
        return places;
    }

    /** Returns what is known if it is an object; null if it is none, its places aside. */
    public @Nullable Fields fields() {
        return fields;
    }

    /** Returns what is known if it is an array; null if it is none, its places aside. */
    public @Nullable Items items() {
        return items;
    }

    /** Returns where a scalar stands outside that is handed on as it came; null unless it is that and nothing else. */
    public @Nullable Place scalarAt() {
        return scalarAt;
    }

    /** Returns whether it is a scalar of the kind and nothing else, wherever that comes from. */
    public boolean isOnly(Kind kind) {
        return kinds == kind.bit() && places.isEmpty() && fields == null && items == null;
    }

    /** Returns whether it can be a scalar of the kind, its places aside. */
    public boolean can(Kind kind) {
        int bits = kind == Kind.NULL ? kind.bit() | PAST_THE_END : kind.bit();
        return (kinds & bits) != 0;
    }

    /** Returns whether it can be a number, its places aside. */
    public boolean canBeNumber() {
        return (kinds & NUMERIC) != 0;
    }

    /** Returns whether it can be any scalar, its places and the null past the end of an array aside. */
    public boolean canBeScalar() {
        return (kinds & ~PAST_THE_END) != 0;
    }

    /** Returns whether all it can be is known: no part of it on this level comes from outside. */
    public boolean isKnown() {
        return places.isEmpty();
    }

    public boolean isNever() {
        return equals(NEVER);
    }

    int kinds() {
        return kinds;
    }

    int height() {
        return height;
    }

    /** Returns the same without the possibility that it is null. */
    public Value withoutNull() {
        int others = kinds & ~Kind.NULL.bit() & ~PAST_THE_END;
        return others == kinds ? this : new Value(places, others, fields, items);
    }

    /** Returns the part of it that comes from outside as a whole. */
    public Value onlyPlaces() {
        return places.isEmpty() ? NEVER : of(places);
    }

    /** Returns the part of it that is known. */
    public Value withoutPlaces() {
        return places.isEmpty() ? this : new Value(Set.of(), kinds, fields, items);
    }

    /** Returns the same without the possibility that it is an array. */
    public Value withoutItems() {
        return items == null ? this : new Value(places, kinds, fields, null);
    }

    /** Returns the same without the possibilities that have no fields: scalars and arrays. */
    public Value onlyObject() {
        return kinds == 0 && items == null ? this : new Value(places, 0, fields, null);
    }

    /** Returns the same without the possibility that it is a scalar. */
    public Value withoutScalars() {
        return kinds == 0 ? this : new Value(places, 0, fields, items);
    }

    /**
     * Returns the same where a test has picked it out: it may well have been for what only some ways make, so nothing is missing any more
     * for the sake of the others.
     */
    public Value pickedOut() {
        return mapFields(known -> known.pickedOut(places));
    }

    /** Returns the same where the objects and scalars of which more is known than their place remember it, as long as they are handed on as they came. */
    public Value standingAt(Place place) {
        if (canBeScalar() && places.isEmpty() && fields == null && items == null) {
            return new Value(places, kinds, null, null, place);
        }
        return new Value(
                places,
                kinds,
                fields == null ? null : fields.standingAt(place),
                items != null && items.each() == null
                        ? items.map(element -> element.standingAt(place.element()))
                        : items);
    }

    /** Returns the same with what is known of an object changed. */
    public Value mapFields(UnaryOperator<Fields> change) {
        return fields == null ? this : new Value(places, kinds, change.apply(fields), items);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Value that
                        && hash == that.hash
                        && kinds == that.kinds
                        && places.equals(that.places)
                        && Objects.equals(fields, that.fields)
                        && Objects.equals(items, that.items)
                        && Objects.equals(scalarAt, that.scalarAt);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Description.of(this);
    }
}
