package dev.stepwright.types.flow;

import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.report.Provenance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which values are handed on as they came from outside: a place alone, or an object or a scalar that remembers where it stands. */
public final class Provenances {
    private Provenances() {}

    /** Returns where a value comes from, or else where its parts do, by the steps that lead to them. */
    public static Map<List<String>, Provenance> of(Value value) {
        Map<List<String>, Provenance> found = new LinkedHashMap<>();
        add(value, List.of(), found);
        return found;
    }

    private static void add(Value value, List<String> path, Map<List<String>, Provenance> found) {
        Optional<Provenance> whole = whole(value);
        Fields fields = value.fields();
        Items items = value.items();
        if (whole.isPresent()) {
            found.put(path, whole.get());
        } else if (items != null && value.isKnown()) {
            add(items, path, found);
        } else if (fields != null && value.isKnown()) {
            fields.named().forEach((name, field) -> add(field.value(), within(path, name), found));
            addRest(fields, path, found);
        }
    }

    /** What is in all elements alike is also that of any: they may get one type. */
    private static void add(Items items, List<String> path, Map<List<String>, Provenance> found) {
        List<Value> elements = items.each();
        if (elements == null) {
            add(items.element(), within(path, Provenance.ELEMENT), found);
            return;
        }
        List<Map<List<String>, Provenance>> parts =
                elements.stream().map(Provenances::of).toList();
        for (int i = 0; i < parts.size(); i++) {
            List<String> element = within(path, Integer.toString(i));
            parts.get(i).forEach((part, from) -> found.put(within(element, part), from));
        }
        List<String> each = within(path, Provenance.ELEMENT);
        parts.stream()
                .limit(1)
                .forEach(first -> first.forEach((part, from) -> {
                    if (parts.stream().allMatch(other -> from.equals(other.get(part)))) {
                        found.put(within(each, part), from);
                    }
                }));
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
        return within(path, List.of(name));
    }

    private static List<String> within(List<String> path, List<String> steps) {
        return Stream.concat(path.stream(), steps.stream()).toList();
    }

    private static Optional<Provenance> whole(Value value) {
        Value some = value.withoutNull();
        return some == value ? alone(value) : alone(value).or(() -> alone(some).map(Provenance::nullable));
    }

    private static Optional<Provenance> alone(Value value) {
        Fields fields = value.fields();
        if (fields != null && fields.whole() != null && value.equals(Value.of(fields))) {
            return of(fields.whole());
        }
        if (value.scalarAt() != null) {
            return of(value.scalarAt());
        }
        return value.places().size() == 1 && value.equals(value.onlyPlaces())
                ? of(value.places().iterator().next())
                : Optional.empty();
    }

    private static Optional<Provenance> of(Place place) {
        Origin origin = place.origin();
        return switch (origin.source()) {
            case INPUT -> Optional.of(new Provenance(Optional.empty(), place.steps(), false));
            case RESULT -> Optional.of(new Provenance(Optional.of(origin.state()), place.steps(), false));
            default -> Optional.empty();
        };
    }
}
