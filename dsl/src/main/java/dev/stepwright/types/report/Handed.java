package dev.stepwright.types.report;

import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What is handed on as a part of something else, such as the result of a task that {@code ResultPath} puts into the state's input: all
 * that is in it comes along, read or not. Documents that grow state by state have the same parts again and again; each is looked into once.
 */
final class Handed {
    private final Set<Value> known = Collections.newSetFromMap(new IdentityHashMap<>());

    void handOn(Value value) {
        if (!known.add(value)) {
            return;
        }
        handOn(value.places());
        Fields fields = value.fields();
        if (fields != null) {
            handOn(fields.rest());
            fields.named().values().stream().map(Field::value).forEach(this::handOn);
        }
        Items items = value.items();
        if (items != null && items.each() != null) {
            items.each().forEach(this::handOn);
        } else if (items != null) {
            handOn(items.element());
        }
    }

    /** What is around every answer of a service comes along too, but is of no interest where nobody reads it. */
    private static void handOn(Collection<Place> places) {
        places.stream().filter(place -> !place.documentation().isAside()).forEach(Place::handOn);
    }
}
