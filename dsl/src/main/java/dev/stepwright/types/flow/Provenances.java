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
import java.util.stream.Stream;

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
        add(input, new Provenance(Optional.empty(), List.of()));
        results.forEach((node, result) -> add(result, new Provenance(Optional.of(node.pointer()), List.of())));
        known.keySet().removeIf(ambiguous::contains);
    }

    private void add(Value value, Provenance provenance) {
        Fields fields = value.fields();
        if (fields != null && !value.equals(Value.EMPTY_OBJECT)) {
            addObject(value, provenance);
            fields.named().forEach((name, field) -> add(field.value(), provenance.at(name)));
        }
    }

    /** Only an object is itself and no other; the results of two states may be one object if all is known of them. */
    private void addObject(Value object, Provenance provenance) {
        if (known.put(object, provenance) != null) {
            ambiguous.add(object);
        }
    }

    /** Returns where a value comes from, or else where its parts do, by the names of members and the indexes of elements that lead to them. */
    public Map<List<String>, Provenance> of(Value value) {
        Map<List<String>, Provenance> found = new LinkedHashMap<>();
        add(value, List.of(), found);
        return found;
    }

    private void add(Value value, List<String> path, Map<List<String>, Provenance> found) {
        Optional<Provenance> whole = whole(value);
        Fields fields = value.fields();
        List<Value> elements = value.items() == null ? null : value.items().each();
        if (whole.isPresent()) {
            found.put(path, whole.get());
        } else if (elements != null && value.isKnown()) {
            for (int i = 0; i < elements.size(); i++) {
                add(elements.get(i), within(path, Integer.toString(i)), found);
            }
        } else if (fields != null && value.isKnown()) {
            fields.named().forEach((name, field) -> add(field.value(), within(path, name), found));
            addRest(fields, path, found);
        }
    }

    /** What an object has from one place alone, beside the fields that were put in, is what stands there. */
    private static void addRest(Fields fields, List<String> path, Map<List<String>, Provenance> found) {
        if (fields.rest().size() == 1) {
            fields.rest()
                    .iterator()
                    .next()
                    .fields()
                    .forEach((name, field) -> of(field)
                            .filter(provenance -> fields.field(name) == null)
                            .ifPresent(provenance -> found.put(within(path, name), provenance)));
        }
    }

    private static List<String> within(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
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
