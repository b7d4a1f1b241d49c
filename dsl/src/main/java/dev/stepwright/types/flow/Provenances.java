package dev.stepwright.types.flow;

import dev.stepwright.types.graph.StateNode;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.report.Provenance;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/**
 * Tells which values are handed on as they came from outside: a place alone, or, where a schema says what there is, the very object
 * that was made of it.
 */
public final class Provenances {
    private final Map<Value, Provenance> known = new IdentityHashMap<>();
    private final Set<Value> ambiguous = new HashSet<>();

    /**
     * @param input what the machine starts with
     * @param results what tasks give
     */
    Provenances(Value input, Map<StateNode, Value> results) {
        add(input, Optional.empty());
        results.forEach((node, result) -> add(result, Optional.of(node.pointer())));
        known.keySet().removeIf(ambiguous::contains);
    }

    private void add(Value whole, Optional<JsonPointer> state) {
        add(whole, new Provenance(state, List.of()));
        Fields fields = whole.fields();
        if (fields != null) {
            fields.named().forEach((name, field) -> add(field.value(), new Provenance(state, List.of(name))));
        }
    }

    /** Only an object is itself and no other; the results of two states may be one object if all is known of them. */
    private void add(Value value, Provenance provenance) {
        if (value.fields() != null && known.put(value, provenance) != null) {
            ambiguous.add(value);
        }
    }

    /** Returns where a value comes from and where its members do, by their names; that of the whole has the empty name. */
    public Map<String, Provenance> of(Value value) {
        Map<String, Provenance> found = new LinkedHashMap<>();
        whole(value).ifPresent(provenance -> found.put("", provenance));
        Fields fields = value.fields();
        if (fields != null) {
            fields.named()
                    .forEach((name, field) -> whole(field.value())
                            .filter(provenance -> field.isAlways())
                            .ifPresent(provenance -> found.put(name, provenance)));
        }
        return found;
    }

    private Optional<Provenance> whole(Value value) {
        if (value.places().size() != 1) {
            return Optional.ofNullable(known.get(value));
        }
        Place place = value.places().iterator().next();
        return value.equals(Value.of(place)) ? of(place) : Optional.empty();
    }

    private static Optional<Provenance> of(Place place) {
        Origin origin = place.origin();
        return switch (origin.source()) {
            case INPUT -> place.names().map(path -> new Provenance(Optional.empty(), path));
            case RESULT -> place.names().map(path -> new Provenance(Optional.of(origin.state()), path));
            default -> Optional.empty();
        };
    }
}
