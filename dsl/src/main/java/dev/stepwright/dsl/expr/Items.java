package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.expr.Accessors.ToNumber;
import dev.stepwright.dsl.expr.Accessors.ToOptional;
import dev.stepwright.dsl.expr.Accessors.ToValue;
import dev.stepwright.dsl.tree.Composition;
import dev.stepwright.dsl.tree.Operators.Function;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Tree;
import java.util.List;

/**
 * A list: a JSON array.
 *
 * @param <I> what the state's input must be
 * @param <E> the type of the elements
 */
@SuppressWarnings("overloads") // the return type of an exact method reference selects among them
public final class Items<I, E> extends View<I, List<E>> {
    private Items(Tree tree) {
        super(tree);
    }

    /** Returns a tree as a list. For generated code; the caller answers for the types. */
    public static <I, E> Items<I, E> of(Tree tree) {
        return new Items<>(tree);
    }

    /** Returns the number of elements. In a condition: JSONata only. */
    public Numeric<I, Integer> count() {
        return Numeric.of(new Tree.Call(Function.COUNT, Integer.class, List.of(tree())));
    }

    /**
     * Returns the element at a place.
     *
     * @param index counted from 0
     */
    public Value<I, E> item(int index) {
        return Value.of(Composition.element(tree(), index));
    }

    /** Returns whether an element is equal to a value. */
    public Bool<I> contains(E value) {
        return Bool.of(new Tree.Call(Function.CONTAINS, Boolean.class, List.of(tree(), Tree.Literal.of(value))));
    }

    /** Returns whether an element is equal to a value. */
    public <J extends I> Bool<J> contains(Expr<? super J, Object, ? extends E> value) {
        return Bool.of(new Tree.Call(Function.CONTAINS, Boolean.class, List.of(tree(), value.tree())));
    }

    /** Returns the elements without those that are equal to an earlier one. */
    public Items<I, E> distinct() {
        return new Items<>(new Tree.Call(Function.UNIQUE, List.class, List.of(tree())));
    }

    /**
     * Returns the elements in lists of so many; the last one has the rest.
     *
     * @param size 1 or more
     */
    public Items<I, List<E>> partition(int size) {
        return new Items<>(new Tree.Call(Function.PARTITION, List.class, List.of(tree(), Tree.Literal.of(size))));
    }

    /** Returns the sum of a field of all elements. JSONata only. */
    public <N extends Number> Numeric<I, N> sum(ToNumber<E, N> field) {
        Segment segment = Segment.of(field);
        return Numeric.of(new Tree.Call(Function.SUM, segment.type(), List.of(new Tree.Projection(tree(), segment))));
    }

    /** Returns a field of every element, as a list even if there is one element or none. */
    public <F> Items<I, F> each(ToValue<E, F> field) {
        return new Items<>(new Tree.Projection(tree(), Segment.of(field)));
    }

    /** Like {@link #each(ToValue)}, for a field that is an {@code Optional}: null where it is empty. */
    public <F> Items<I, F> each(ToOptional<E, F> field) {
        return new Items<>(new Tree.Projection(tree(), Segment.of(field)));
    }
}
