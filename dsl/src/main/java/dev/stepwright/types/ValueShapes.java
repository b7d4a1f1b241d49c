package dev.stepwright.types;

import dev.stepwright.types.graph.Requirements;
import dev.stepwright.types.lattice.Documentation;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Need;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Use;
import dev.stepwright.types.lattice.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shapes of values; places have the shape that their readers need. */
final class ValueShapes {
    private static final Shape ARRAY = new Shape.Sequence(Shape.ANY);

    private final Requirements requirements;
    private final Map<Place, Shape> shapesOfPlaces = new IdentityHashMap<>();

    ValueShapes(Requirements requirements) {
        this.requirements = requirements;
    }

    Shape of(Value value) {
        Set<Shape> alternatives = new LinkedHashSet<>();
        addScalars(value, alternatives);
        Fields fields = value.fields();
        if (fields != null) {
            alternatives.add(of(fields));
        }
        Items items = value.items();
        if (items != null) {
            alternatives.add(of(items));
        }
        for (Place place : value.places()) {
            alternatives.add(of(place));
            if (place.isInFieldOf(ValueShapes::isMappedArray)) {
                alternatives.add(new Shape.Sequence(of(place)));
            }
        }
        return union(alternatives);
    }

    private static Shape union(Set<Shape> alternatives) {
        if (alternatives.contains(Shape.ANY)) {
            return Shape.ANY;
        }
        List<Shape> all = List.copyOf(alternatives);
        return switch (all.size()) {
            case 0 -> new Shape.Nothing();
            case 1 -> all.get(0);
            default -> new Shape.OneOf(all);
        };
    }

    private static void addScalars(Value value, Set<Shape> alternatives) {
        if (value.can(Kind.NULL)) {
            alternatives.add(scalar(Shape.Scalar.Type.NULL));
        }
        if (value.can(Kind.BOOLEAN)) {
            alternatives.add(scalar(Shape.Scalar.Type.BOOLEAN));
        }
        if (value.can(Kind.NUMBER)) {
            alternatives.add(scalar(Shape.Scalar.Type.NUMBER));
        } else if (value.can(Kind.INTEGER)) {
            alternatives.add(scalar(Shape.Scalar.Type.INTEGER));
        }
        if (value.can(Kind.STRING)) {
            alternatives.add(scalar(Shape.Scalar.Type.STRING));
        }
    }

    private static Shape scalar(Shape.Scalar.Type type) {
        return new Shape.Scalar(type);
    }

    private Shape of(Fields fields) {
        Map<String, Shape.Member> members = new LinkedHashMap<>();
        for (Map.Entry<String, Field> field : fields.named().entrySet()) {
            Field known = field.getValue();
            if (!isUnreadAside(known.value())) {
                members.put(field.getKey(), new Shape.Member(of(known.value()), known.isAlways()));
            }
        }
        fields.rest()
                .forEach(place -> place.fields().forEach((name, inner) -> {
                    if (inner.isUsed()) {
                        members.computeIfAbsent(
                                name, key -> fields.canBeClosed() ? new Shape.Member(of(inner), false) : member(inner));
                    }
                }));
        return new Shape.Structure(members, !fields.isClosed());
    }

    private static boolean isUnreadAside(Value value) {
        return !value.places().isEmpty()
                && value.places().stream()
                        .allMatch(place -> place.documentation().isAside() && !place.isUsed());
    }

    private Shape of(Items items) {
        List<Value> each = items.each();
        return each == null
                ? new Shape.Sequence(of(items.element()))
                : new Shape.Tuple(each.stream().map(this::of).toList(), items.names());
    }

    /** Returns what the readers of a place need it to be; the same for each time that it is asked, since many tasks may be given one place. */
    Shape of(Place place) {
        Shape shape = shapesOfPlaces.get(place);
        if (shape == null) {
            shape = needed(place);
            shapesOfPlaces.put(place, shape);
        }
        return shape;
    }

    private Shape needed(Place place) {
        Set<Shape> alternatives = new LinkedHashSet<>();
        Map<String, Shape.Member> members = new LinkedHashMap<>();
        place.fields().forEach((name, inner) -> {
            if (inner.isUsed()) {
                members.put(name, member(inner));
            }
        });
        Set<Need> needs = needs(place);
        Place element = place.elements().filter(Place::isUsed).orElse(null);
        boolean isArray = isArray(place);
        if (!members.isEmpty() && isArray && place.isMappedOver()) {
            alternatives.add(new Shape.Sequence(each(place, members, element)));
        } else {
            if (!members.isEmpty()) {
                alternatives.add(new Shape.Structure(members, isHandedOn(place)));
            } else if (needs.contains(Need.OBJECT)) {
                alternatives.add(new Shape.Structure(Map.of(), true));
            }
            if (isArray) {
                alternatives.add(element == null ? array(place.documentation()) : new Shape.Sequence(of(element)));
            }
        }
        scalars(needs).forEach(type -> alternatives.add(scalar(type)));
        return alternatives.isEmpty() ? documented(place.documentation()) : union(alternatives);
    }

    /** Returns what is documented of a value that readers have nothing to say of. */
    private static Shape documented(Documentation documentation) {
        return documentation.isArray()
                ? array(documentation)
                : documentation.scalar().map(ValueShapes::scalar).orElse(Shape.ANY);
    }

    private static Shape array(Documentation documentation) {
        return new Shape.Sequence(documented(documentation.element()));
    }

    private static Shape scalar(Kind kind) {
        return scalar(
                switch (kind) {
                    case NULL -> Shape.Scalar.Type.NULL;
                    case BOOLEAN -> Shape.Scalar.Type.BOOLEAN;
                    case INTEGER -> Shape.Scalar.Type.INTEGER;
                    case NUMBER -> Shape.Scalar.Type.NUMBER;
                    case STRING -> Shape.Scalar.Type.STRING;
                });
    }

    /** Returns whether the fields of a place are those of its elements: what JSONata reads there is one of them, or an array of some. */
    private static boolean isMappedArray(Place place) {
        return place.isMappedOver() && isArray(place);
    }

    private static boolean isArray(Place place) {
        return place.elements().filter(Place::isUsed).isPresent()
                || needs(place).contains(Need.ARRAY)
                || place.documentation().isArray();
    }

    private static boolean isHandedOn(Place place) {
        return place.isHandedOn() || needs(place).contains(Need.VALUE);
    }

    private static Set<Need> needs(Place place) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        place.uses().stream().map(Use::need).forEach(needs::add);
        return needs;
    }

    /**
     * Returns what an array's elements need to be, some of whose readers read a field of all of them, others an element. Where the
     * former need an array, that may be the one of all these fields.
     */
    private Shape each(Place array, Map<String, Shape.Member> members, @Nullable Place element) {
        Map<String, Shape.Member> optional = new LinkedHashMap<>();
        members.forEach((name, member) -> {
            Shape shape = member.shape().equals(ARRAY) ? Shape.ANY : member.shape();
            optional.put(name, new Shape.Member(shape, false));
        });
        Shape mapped = new Shape.Structure(optional, element == null ? array.isHandedOn() : isHandedOn(element));
        return element == null ? mapped : both(of(element), mapped);
    }

    /** Returns what a value needs to be that has two readers. */
    private static Shape both(Shape one, Shape two) {
        if (one.equals(two) || two == Shape.ANY) {
            return one;
        }
        if (one == Shape.ANY) {
            return two;
        }
        if (one instanceof Shape.Structure structure && two instanceof Shape.Structure other) {
            Map<String, Shape.Member> members = new LinkedHashMap<>(structure.members());
            other.members().forEach((name, member) -> members.merge(name, member, ValueShapes::both));
            return new Shape.Structure(members, structure.open() || other.open());
        }
        return new Shape.OneOf(List.of(one, two));
    }

    private static Shape.Member both(Shape.Member one, Shape.Member two) {
        return new Shape.Member(both(one.shape(), two.shape()), one.required() || two.required());
    }

    private Shape.Member member(Place place) {
        return new Shape.Member(of(place), requirements.isRequired(place));
    }

    private static List<Shape.Scalar.Type> scalars(Set<Need> needs) {
        List<Shape.Scalar.Type> types = new ArrayList<>();
        if (needs.contains(Need.BOOLEAN)) {
            types.add(Shape.Scalar.Type.BOOLEAN);
        }
        if (needs.contains(Need.INTEGER) || needs.contains(Need.COUNT)) {
            types.add(Shape.Scalar.Type.INTEGER);
        } else if (needs.contains(Need.NUMBER)) {
            types.add(Shape.Scalar.Type.NUMBER);
        }
        if (needs.contains(Need.TIMESTAMP)) {
            types.add(Shape.Scalar.Type.TIMESTAMP);
        } else if (needs.contains(Need.STRING)) {
            types.add(Shape.Scalar.Type.STRING);
        }
        return types;
    }
}
