package dev.stepwright.dsl.expr;

/**
 * A field of an object, with its value.
 *
 * @param <I> what the state's input must be
 * @param <S> what must have happened, see {@link Expr}
 * @param <V> the class that has the field
 */
public final class Field<I, S, V> {
    private final String name;
    private final Tree value;

    Field(String name, Tree value) {
        this.name = name;
        this.value = value;
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
