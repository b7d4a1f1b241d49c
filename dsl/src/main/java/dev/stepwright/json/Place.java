package dev.stepwright.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * Where a value stands in its document, with the places of what it contains.
 *
 * @param key where the value's own member name stands; the value's place for elements and for the root
 * @param fields the places of an object's members, else empty
 * @param elements the places of an array's elements, else empty
 */
record Place(Position key, Position value, Map<String, Place> fields, List<Place> elements) {

    /** Returns the place that {@code pointer} leads to, or that of its nearest ancestor in the document. */
    Place nearest(JsonPointer pointer) {
        Place place = this;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            Place child = place.child(rest);
            if (child == null) {
                return place;
            }
            place = child;
        }
        return place;
    }

    private @Nullable Place child(JsonPointer step) {
        if (!fields.isEmpty()) {
            return fields.get(step.getMatchingProperty());
        }
        int index = step.getMatchingIndex();
        return index >= 0 && index < elements.size() ? elements.get(index) : null;
    }
}
