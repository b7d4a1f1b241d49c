package dev.stepwright.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value in the data of a machine, and what the definition tells of it: what reads it, and what is put there. */
final class Place {
    /** A constructor has 255 parameters at most, and nobody reads a record of half as many. */
    private static final int MOST_FIELDS = 120;

    private final Map<String, Place> fields = new LinkedHashMap<>();
    private Optional<Place> element = Optional.empty();
    /** As what operators read it; empty if none says so. */
    private String leaf = "";
    /** What a template puts there; it counts if no operator says more. */
    private String given = "";

    /** Places that hold the same value, for all that the definition says. */
    private final List<Place> same = new ArrayList<>();

    private boolean scope;
    private String type = "";

    /** Returns a member of it, if it is an object. */
    Place field(String name) {
        return fields.computeIfAbsent(name, key -> new Place());
    }

    /** Says that a member is the same value as one that is known from elsewhere. */
    void field(String name, Place same) {
        fields.put(name, same);
    }

    Map<String, Place> fields() {
        return fields;
    }

    /** Returns what its elements are, if it is a list: one place for all of them. */
    Place element() {
        Place one = element.orElseGet(Place::new);
        element = Optional.of(one);
        return one;
    }

    /** Says what its elements are. */
    void element(Place same) {
        element = Optional.of(same);
    }

    /** Notes as what it is read; where two readings contradict each other, it may be anything. */
    void readAs(String as) {
        if (!as.isEmpty() && !leaf.equals(as)) {
            leaf = leaf.isEmpty() ? as : Document.UNKNOWN;
        }
    }

    /** Notes as what a template puts something there. */
    void givenAs(String as) {
        given = given.isEmpty() || given.equals(as) ? as : Document.UNKNOWN;
    }

    /** Notes that one is made of the other as it is. */
    void sameAs(Place other) {
        same.add(other);
        other.same.add(this);
    }

    /** Returns the place that tells what this one is: itself if it knows, else one that holds the same value. */
    Place known() {
        Set<Place> seen = new LinkedHashSet<>(List.of(this));
        List<Place> open = new ArrayList<>(seen);
        Place known = this;
        while (!open.isEmpty()) {
            Place place = open.remove(0);
            if (!place.fields.isEmpty() || place.element.isPresent() || !place.leaf.isEmpty()) {
                return place;
            }
            known = known.given.isEmpty() ? place : known;
            place.same.stream().filter(seen::add).forEach(open::add);
        }
        return known;
    }

    /** Says that states take it whole: then it is a record, or of no known type. */
    void takenWhole() {
        scope = true;
    }

    /** Returns the type that the source has for it; empty until one is set. */
    String type() {
        return type;
    }

    void type(String name) {
        type = name;
    }

    boolean isRecord() {
        return leaf.isEmpty() && element.isEmpty() && !fields.isEmpty() && fields.size() <= MOST_FIELDS;
    }

    /** Returns whether nothing is known of it but that it may have some of these fields, of which nothing is known but a type. */
    boolean isWithin(Set<String> names) {
        return leaf.isEmpty()
                && element.isEmpty()
                && names.containsAll(fields.keySet())
                && fields.values().stream().allMatch(field -> field.isWithin(Set.of()));
    }

    boolean isList() {
        return leaf.isEmpty() && element.isPresent() && fields.isEmpty() && !scope;
    }

    /** Returns the type of a place that is neither a record nor a list of the source. */
    String leaf() {
        if (Records.isOwn(leaf, fields.keySet())) {
            return leaf;
        }
        return scope || !fields.isEmpty() || element.isPresent() || leaf.isEmpty() && given.isEmpty()
                ? Document.UNKNOWN
                : leaf.isEmpty() ? given : leaf;
    }
}
