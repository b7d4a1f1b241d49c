package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.expr.Accessors.ToBool;
import dev.stepwright.dsl.expr.Accessors.ToEnum;
import dev.stepwright.dsl.expr.Accessors.ToList;
import dev.stepwright.dsl.expr.Accessors.ToNumber;
import dev.stepwright.dsl.expr.Accessors.ToOptional;
import dev.stepwright.dsl.expr.Accessors.ToOptionalBool;
import dev.stepwright.dsl.expr.Accessors.ToOptionalEnum;
import dev.stepwright.dsl.expr.Accessors.ToOptionalList;
import dev.stepwright.dsl.expr.Accessors.ToOptionalNumber;
import dev.stepwright.dsl.expr.Accessors.ToOptionalText;
import dev.stepwright.dsl.expr.Accessors.ToOptionalTime;
import dev.stepwright.dsl.expr.Accessors.ToText;
import dev.stepwright.dsl.expr.Accessors.ToTime;
import dev.stepwright.dsl.expr.Accessors.ToValue;
import dev.stepwright.dsl.tree.Composition;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Tree;
import java.io.Serializable;

/**
 * A value with fields of its own, or one of which no more is known.
 *
 * @param <I> what the state's input must be
 * @param <V> the type of the value
 */
@SuppressWarnings("overloads") // the return type of an exact method reference selects among them
public final class Value<I, V> extends View<I, V> {
    private Value(Tree tree) {
        super(tree);
    }

    /** Returns a tree as a value. For generated code; the caller answers for the types. */
    public static <I, V> Value<I, V> of(Tree tree) {
        return new Value<>(tree);
    }

    /** Returns a field that is a number. */
    public <N extends Number> Numeric<I, N> get(ToNumber<V, N> field) {
        return Numeric.of(step(field));
    }

    /** Returns a field that is a text. */
    public Text<I> get(ToText<V> field) {
        return Text.of(step(field));
    }

    /** Returns a field that is a truth value. */
    public Bool<I> get(ToBool<V> field) {
        return Bool.of(step(field));
    }

    /** Returns a field that is a point in time. */
    public Timestamp<I> get(ToTime<V> field) {
        return Timestamp.of(step(field));
    }

    /** Returns a field that is a constant of an enum. */
    public <E extends Enum<E>> Enumerated<I, E> get(ToEnum<V, E> field) {
        return Enumerated.of(step(field));
    }

    /** Returns a field that is a list. */
    public <E> Items<I, E> get(ToList<V, E> field) {
        return Items.of(step(field));
    }

    /**
     * Returns a field that is anything else.
     *
     * @param field an accessor of the value's class, as a method reference such as {@code Order::customer}
     * @throws IllegalArgumentException if it is a lambda expression, or no property of its class
     */
    public <F> Value<I, F> get(ToValue<V, F> field) {
        return new Value<>(step(field));
    }

    /** Returns a field that is a number in an {@code Optional}. */
    public <N extends Number> Numeric<I, N> get(ToOptionalNumber<V, N> field) {
        return Numeric.of(step(field));
    }

    /** Returns a field that is a text in an {@code Optional}. */
    public Text<I> get(ToOptionalText<V> field) {
        return Text.of(step(field));
    }

    /** Returns a field that is a truth value in an {@code Optional}. */
    public Bool<I> get(ToOptionalBool<V> field) {
        return Bool.of(step(field));
    }

    /** Returns a field that is a point in time in an {@code Optional}. */
    public Timestamp<I> get(ToOptionalTime<V> field) {
        return Timestamp.of(step(field));
    }

    /** Returns a field that is a constant of an enum in an {@code Optional}. */
    public <E extends Enum<E>> Enumerated<I, E> get(ToOptionalEnum<V, E> field) {
        return Enumerated.of(step(field));
    }

    /** Returns a field that is a list in an {@code Optional}. */
    public <E> Items<I, E> get(ToOptionalList<V, E> field) {
        return Items.of(step(field));
    }

    /** Returns a field that is a value in an {@code Optional}. */
    public <F> Value<I, F> get(ToOptional<V, F> field) {
        return Value.of(step(field));
    }

    private Tree step(Serializable accessor) {
        return Composition.step(tree(), Segment.of(accessor));
    }
}
