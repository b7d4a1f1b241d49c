package dev.stepwright.codegen.infer;

import dev.stepwright.types.Shape;
import dev.stepwright.types.Shape.Member;
import dev.stepwright.types.Shape.OneOf;
import dev.stepwright.types.Shape.Scalar;
import dev.stepwright.types.Shape.Sequence;
import dev.stepwright.types.Shape.Structure;
import dev.stepwright.types.Shape.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A shape that one Java type can stand for. Alternatives that differ in kind are any value; objects among them are one object
 * with the members of all.
 *
 * @param shape a scalar other than null, an array of one type of element or of named ones, an object, or any value
 * @param nullable whether null is possible too
 */
record Simplified(Shape shape, boolean nullable) {
    private static final Shape NULL = new Scalar(Scalar.Type.NULL);
    private static final Simplified ANY = new Simplified(Shape.ANY, false);

    static Simplified of(Shape shape) {
        if (shape instanceof OneOf union) {
            return union(union);
        }
        if (shape instanceof Tuple tuple) {
            return new Simplified(isOneByOne(tuple) ? tuple : list(List.of(tuple)), false);
        }
        return shape.equals(NULL) || shape instanceof Shape.Nothing ? ANY : new Simplified(shape, false);
    }

    /** Elements that have names, and no shape in common, are of interest each by itself: the results of different branches. */
    private static boolean isOneByOne(Tuple tuple) {
        return !tuple.names().isEmpty()
                && tuple.elements().stream().map(Simplified::of).distinct().count() > 1;
    }

    /** Returns an array of any element that some arrays have. */
    private static Sequence list(Collection<Shape> arrays) {
        return new Sequence(union(arrays.stream()
                .flatMap(array -> array instanceof Tuple tuple
                        ? tuple.elements().stream()
                        : Stream.of(((Sequence) array).element()))
                .toList()));
    }

    private static Simplified union(OneOf union) {
        Set<Shape> some = new LinkedHashSet<>();
        boolean nullable = false;
        for (Shape alternative : union.alternatives()) {
            if (alternative.equals(NULL)) {
                nullable = true;
            } else {
                some.add(of(alternative).shape);
            }
        }
        Shape one = one(some);
        return one instanceof Shape.Any ? ANY : new Simplified(one, nullable);
    }

    /** Returns the shape of a value that has one of some shapes. */
    private static Shape union(List<Shape> shapes) {
        List<Shape> distinct = shapes.stream().distinct().toList();
        return switch (distinct.size()) {
            case 0 -> Shape.ANY;
            case 1 -> distinct.get(0);
            default -> new OneOf(distinct);
        };
    }

    private static Shape one(Set<Shape> shapes) {
        if (shapes.size() == 1) {
            return shapes.iterator().next();
        }
        if (shapes.stream().allMatch(Structure.class::isInstance) && !shapes.isEmpty()) {
            return merged(shapes.stream().map(Structure.class::cast).toList());
        }
        if (shapes.stream().allMatch(each -> each instanceof Sequence || each instanceof Tuple) && !shapes.isEmpty()) {
            return list(shapes);
        }
        return shapes.equals(Set.of(scalar(Scalar.Type.INTEGER), scalar(Scalar.Type.NUMBER)))
                ? scalar(Scalar.Type.NUMBER)
                : shapes.equals(Set.of(scalar(Scalar.Type.STRING), scalar(Scalar.Type.TIMESTAMP)))
                        ? scalar(Scalar.Type.STRING)
                        : Shape.ANY;
    }

    private static Shape scalar(Scalar.Type type) {
        return new Scalar(type);
    }

    private static Structure merged(List<Structure> structures) {
        Map<String, List<Member>> all = new LinkedHashMap<>();
        for (Structure structure : structures) {
            structure
                    .members()
                    .forEach((name, member) ->
                            all.computeIfAbsent(name, key -> new ArrayList<>()).add(member));
        }
        Map<String, Member> members = new LinkedHashMap<>();
        all.forEach((name, each) -> members.put(
                name,
                new Member(
                        union(each.stream().map(Member::shape).toList()),
                        each.size() == structures.size() && each.stream().allMatch(Member::required))));
        return new Structure(members, structures.stream().anyMatch(Structure::open));
    }
}
