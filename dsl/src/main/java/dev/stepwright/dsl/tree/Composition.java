package dev.stepwright.dsl.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How trees are put together where a shorter one says the same. */
public final class Composition {
    private Composition() {}

    /** Returns what a step from a value leads to. */
    public static Tree step(Tree from, Segment segment) {
        if (from instanceof Tree.Selection selection) {
            return new Tree.Selection(selection.origin(), plus(selection.segments(), segment));
        }
        if (from instanceof Tree.Steps steps) {
            return new Tree.Steps(steps.base(), plus(steps.segments(), segment));
        }
        if (from instanceof Tree.ObjectTemplate object
                && segment instanceof Segment.Field field
                && object.names().contains(field.name())) {
            return object.parts().get(object.names().indexOf(field.name()));
        }
        if (from instanceof Tree.Merge merge && segment instanceof Segment.Field field) {
            return merged(merge, field);
        }
        return new Tree.Steps(from, List.of(segment));
    }

    /** Returns an element of a list, counted from 0; in JSONPath a path leads there, if one leads to the list. */
    public static Tree element(Tree list, int index) {
        return list instanceof Tree.Selection && index >= 0
                ? step(list, new Segment.Element(index, List.class, List.class.getTypeParameters()[0]))
                : new Tree.Call(Operators.Function.ITEM, Object.class, List.of(list, Tree.Literal.of(index)));
    }

    /** Returns an object of all that a record has; empty if the type is no record, or one of whose components some may be absent. */
    public static Optional<Tree> members(Tree from, Class<?> type) {
        List<Segment.Field> fields = type.isRecord() ? JsonProperties.of(type).present() : List.of();
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tree.ObjectTemplate(
                        type,
                        fields.stream().map(Segment.Field::name).toList(),
                        fields.stream().map(field -> step(from, field)).toList()));
    }

    private static Tree merged(Tree.Merge merge, Segment.Field field) {
        Segment.Field first = merge.fields().get(0);
        if (!field.name().equals(first.name())) {
            return new Tree.Selection(Origin.Place.INPUT, List.of(field));
        }
        return merge.fields().size() == 1 ? merge.value() : new Tree.Steps(merge, List.of(field));
    }

    private static List<Segment> plus(List<Segment> segments, Segment segment) {
        List<Segment> more = new ArrayList<>(segments);
        more.add(segment);
        return more;
    }

    /**
     * Returns the input with what stands at a place in it replaced.
     *
     * @throws IllegalArgumentException if the place is no field in the input
     */
    public static Tree merge(Tree place, Tree value) {
        if (place instanceof Tree.Selection selection
                && selection.origin() == Origin.Place.INPUT
                && !selection.segments().isEmpty()
                && selection.segments().stream().allMatch(Segment.Field.class::isInstance)) {
            return new Tree.Merge(
                    selection.segments().stream().map(Segment.Field.class::cast).toList(), value);
        }
        throw new IllegalArgumentException(
                "a result must go into a field of the input, such as path(Order::receipt), not into "
                        + JsonataText.of(place));
    }
}
