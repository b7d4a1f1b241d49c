package dev.stepwright.types.lattice;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Sets of places, in the order in which they were met. */
final class Places {
    private static final int MOST = 12;
    private static final Set<Place> ANYWHERE = Set.of(Place.ANYWHERE);

    private Places() {}

    static Set<Place> union(Set<Place> a, Set<Place> b) {
        if (a == b || a.containsAll(b)) {
            return a;
        }
        if (a.isEmpty()) {
            return b;
        }
        Set<Place> both = new LinkedHashSet<>(a);
        both.addAll(b);
        return both.size() > MOST ? ANYWHERE : Collections.unmodifiableSet(both);
    }

    static Set<Place> map(Set<Place> places, UnaryOperator<Place> step) {
        if (places.size() == 1) {
            return Set.of(step.apply(places.iterator().next()));
        }
        Set<Place> mapped = new LinkedHashSet<>();
        places.forEach(place -> mapped.add(step.apply(place)));
        return Collections.unmodifiableSet(mapped);
    }
}
