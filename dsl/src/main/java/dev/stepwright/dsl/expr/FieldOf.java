package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.expr.Accessors.ToOptional;
import dev.stepwright.dsl.expr.Accessors.ToValue;
import dev.stepwright.dsl.tree.Segment;
import java.io.Serializable;

/**
 * A field that has no value yet. In one call with the value, the compiler would take a common supertype of both for the type of the
 * field, and accept anything.
 *
 * @param <V> the class that has the field
 * @param <F> the type of the field
 */
@SuppressWarnings("overloads") // the return type of an exact method reference selects among them
public final class FieldOf<V, F> {
    private final String name;

    private FieldOf(String name) {
        this.name = name;
    }

    /**
     * Returns the field that an accessor reads.
     *
     * @throws IllegalArgumentException if the accessor is no property of its class
     */
    public static <V, F> FieldOf<V, F> of(ToValue<V, F> accessor) {
        return read(accessor);
    }

    /** Like {@link #of(ToValue)}, for a field that is an {@code Optional}. */
    public static <V, F> FieldOf<V, F> of(ToOptional<V, F> accessor) {
        return read(accessor);
    }

    private static <V, F> FieldOf<V, F> read(Serializable accessor) {
        if (Segment.of(accessor) instanceof Segment.Field target) {
            return new FieldOf<>(target.name());
        }
        throw new IllegalArgumentException("a template makes an object, but this class is an array in JSON");
    }

    /** Gives the field a value. */
    public <I, S> Field<I, S, V> is(Expr<I, S, ? extends F> value) {
        return new Field<>(name, value.tree());
    }
}
