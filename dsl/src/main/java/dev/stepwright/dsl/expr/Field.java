package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.tree.Tree;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

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
        this.name = Objects.requireNonNull(name, "the name of a field must not be null");
        this.value = value;
    }

    /** Returns a field of an object that has no class, by its JSON name. */
    public static <I, S> Field<I, S, JsonNode> named(String name, Expr<I, S, ?> value) {
        return new Field<>(name, value.tree());
    }

    /** Returns a member of an object whose members all have one type. */
    public static <I, S, V> Field<I, S, Map<String, V>> entry(String name, Expr<I, S, ? extends V> value) {
        return new Field<>(name, value.tree());
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
