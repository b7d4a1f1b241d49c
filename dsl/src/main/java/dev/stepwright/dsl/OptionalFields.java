package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Accessors.ToOptional;
import dev.stepwright.dsl.expr.Accessors.ToOptionalBool;
import dev.stepwright.dsl.expr.Accessors.ToOptionalEnum;
import dev.stepwright.dsl.expr.Accessors.ToOptionalList;
import dev.stepwright.dsl.expr.Accessors.ToOptionalNumber;
import dev.stepwright.dsl.expr.Accessors.ToOptionalText;
import dev.stepwright.dsl.expr.Accessors.ToOptionalTime;
import dev.stepwright.dsl.expr.Bool;
import dev.stepwright.dsl.expr.Enumerated;
import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.FieldOf;
import dev.stepwright.dsl.expr.Items;
import dev.stepwright.dsl.expr.MapItem;
import dev.stepwright.dsl.expr.Numeric;
import dev.stepwright.dsl.expr.Result;
import dev.stepwright.dsl.expr.Text;
import dev.stepwright.dsl.expr.Timestamp;
import dev.stepwright.dsl.expr.Value;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Tree;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** The part of {@link Dsl} for fields that are {@code Optional} in Java: what they hold is what stands in JSON, and null if they are empty. */
@SuppressWarnings("overloads") // the return type of an exact method reference selects among them
public abstract class OptionalFields extends Views {
    OptionalFields() {}

    /** Returns a number in the state's input, null if it is not there. */
    public static <T, N extends Number> Numeric<T, N> path(ToOptionalNumber<T, N> field) {
        return Numeric.of(in(Origin.Place.INPUT, field));
    }

    /** Returns a text in the state's input, null if it is not there. */
    public static <T> Text<T> path(ToOptionalText<T> field) {
        return Text.of(in(Origin.Place.INPUT, field));
    }

    /** Returns a truth value in the state's input, null if it is not there. */
    public static <T> Bool<T> path(ToOptionalBool<T> field) {
        return Bool.of(in(Origin.Place.INPUT, field));
    }

    /** Returns a point in time in the state's input, null if it is not there. */
    public static <T> Timestamp<T> path(ToOptionalTime<T> field) {
        return Timestamp.of(in(Origin.Place.INPUT, field));
    }

    /** Returns a constant of an enum in the state's input, null if it is not there. */
    public static <T, E extends Enum<E>> Enumerated<T, E> path(ToOptionalEnum<T, E> field) {
        return Enumerated.of(in(Origin.Place.INPUT, field));
    }

    /** Returns a list in the state's input, null if it is not there. */
    public static <T, E> Items<T, E> path(ToOptionalList<T, E> field) {
        return Items.of(in(Origin.Place.INPUT, field));
    }

    /** Returns a value in the state's input, null if it is not there. */
    public static <T, V> Value<T, V> path(ToOptional<T, V> field) {
        return Value.of(in(Origin.Place.INPUT, field));
    }

    static Tree in(Origin origin, Serializable accessor) {
        return new Tree.Selection(origin, List.of(Segment.of(accessor)));
    }

    static Tree inExecutionInput(Serializable accessor) {
        return new Tree.Selection(
                Origin.Place.CONTEXT,
                List.of(
                        Segment.named("Execution", Object.class),
                        Segment.named("Input", Object.class),
                        Segment.of(accessor)));
    }

    /** Returns a field of what the state's work gave. */
    public static <R, V> Expr<Object, Result<R>, V> result(ToOptional<R, V> field) {
        return Expr.ofTree(in(Origin.Place.RESULT, field));
    }

    /** Returns a field of the item for which a Map state makes what its processor takes. */
    public static <E, V> Expr<Object, MapItem<E>, V> item(ToOptional<E, V> field) {
        return Expr.ofTree(in(Origin.Place.ITEM, field));
    }

    /** Returns a field of the input that the execution was started with. */
    public static <X, V> Expr<Object, Object, V> executionInput(ToOptional<X, V> field) {
        return Expr.ofTree(inExecutionInput(field));
    }

    /** Returns a field, to be given a value, for {@link Dsl#object(Class, dev.stepwright.dsl.expr.Field[])}. */
    public static <V, F> FieldOf<V, F> field(ToOptional<V, F> field) {
        return FieldOf.of(field);
    }

    /** Returns a value for a component that is an {@code Optional}: {@code object(Order::new, path(Cart::id), optional(path(Cart::note)))}. */
    public static <I, S, V> Expr<I, S, Optional<V>> optional(Expr<I, S, V> value) {
        return Expr.ofTree(value.tree());
    }
}
