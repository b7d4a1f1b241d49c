package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.expr.Accessors.ToValue;

/**
 * A field of an object that is made by name.
 *
 * @param <I> what the state's input must be
 * @param <S> what must have happened, see {@link Expr}
 * @param <V> the class that has the field
 */
public final class Field<I, S, V> {
    private final String name;
    private final Tree value;

    private Field(String name, Tree value) {
        this.name = name;
        this.value = value;
    }

    /**
     * Returns a field with its value.
     *
     * @throws IllegalArgumentException if the accessor is no property of its class
     */
    public static <I, S, V, F> Field<I, S, V> of(ToValue<V, F> field, Expr<I, S, ? extends F> value) {
        if (Segment.of(field) instanceof Segment.Field target) {
            return new Field<>(target.name(), value.tree());
        }
        throw new IllegalArgumentException("a template makes an object, and this class is an array in JSON");
    }

    /** Returns the JSON name. */
    public String name() {
        return name;
    }

    /** Returns the value without its types. */
    public Tree value() {
        return value;
    }
}
