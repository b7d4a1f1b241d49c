package dev.stepwright.types;

import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Presence;
import dev.stepwright.types.lattice.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values of given shapes; what a shape leaves open stays a place. */
final class ShapeValues {
    private ShapeValues() {}

    static Value of(Shape shape, Place place) {
        if (shape instanceof Shape.Structure structure) {
            return structure(structure, place);
        }
        if (shape instanceof Shape.Sequence sequence) {
            return Value.arrayOf(of(sequence.element(), place.element()));
        }
        if (shape instanceof Shape.Tuple tuple) {
            List<Value> elements = tuple.elements().stream()
                    .map(element -> of(element, place.element()))
                    .toList();
            return Value.of(Items.each(elements, tuple.names()));
        }
        if (shape instanceof Shape.OneOf union) {
            return oneOf(union.alternatives(), place);
        }
        return shape instanceof Shape.Scalar scalar ? scalar(scalar.type()) : Value.of(place);
    }

    /** Which alternative it is nobody knows here; so objects are merged, and of a mixture nothing is known. */
    private static Value oneOf(List<Shape> alternatives, Place place) {
        if (alternatives.stream().allMatch(Shape.Scalar.class::isInstance)) {
            return alternatives.stream()
                    .map(alternative -> of(alternative, place))
                    .reduce(Value.NEVER, Value::join);
        }
        if (!alternatives.stream().allMatch(Shape.Structure.class::isInstance)) {
            return Value.of(place);
        }
        List<Shape.Structure> structures =
                alternatives.stream().map(Shape.Structure.class::cast).toList();
        Set<String> names = new LinkedHashSet<>();
        structures.forEach(structure -> names.addAll(structure.members().keySet()));
        Map<String, Shape.Member> members = new LinkedHashMap<>();
        names.forEach(name -> members.put(name, new Shape.Member(memberOf(structures, name), false)));
        return structure(new Shape.Structure(members, structures.stream().anyMatch(Shape.Structure::open)), place);
    }

    /** An open object may have any member of a name that it does not mention. */
    private static Shape memberOf(List<Shape.Structure> structures, String name) {
        List<Shape> shapes = new ArrayList<>();
        for (Shape.Structure structure : structures) {
            Shape.Member member = structure.members().get(name);
            if (member != null) {
                shapes.add(member.shape());
            } else if (structure.open()) {
                shapes.add(Shape.ANY);
            }
        }
        return shapes.size() == 1 ? shapes.get(0) : new Shape.OneOf(shapes);
    }

    private static Value structure(Shape.Structure structure, Place place) {
        Map<String, Field> fields = new LinkedHashMap<>();
        structure
                .members()
                .forEach((name, member) -> fields.put(
                        name,
                        new Field(
                                of(member.shape(), place.field(name)),
                                member.required() ? Presence.ALWAYS : Presence.OPTIONAL)));
        return Value.of(new Fields(fields, structure.open() ? Set.of(place) : Set.of()));
    }

    private static Value scalar(Shape.Scalar.Type type) {
        return switch (type) {
            case NULL -> Value.scalar(Kind.NULL);
            case BOOLEAN -> Value.scalar(Kind.BOOLEAN);
            case INTEGER -> Value.scalar(Kind.INTEGER);
            case NUMBER -> Value.scalar(Kind.NUMBER, Kind.INTEGER);
            case STRING, TIMESTAMP -> Value.scalar(Kind.STRING);
        };
    }
}
