package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Value;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Tree;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;

/**
 * A workflow variable: {@code assign} sets it, {@link #value()} reads it in the states that come later.
 *
 * @param <V> the type of its value
 * @see <a href="https://states-language.net/spec.html#state-machine-variables">ASL: Variables</a>
 */
public final class Var<V> {
    private final String name;
    private final Type type;

    Var(String name, Type type) {
        this.name = Objects.requireNonNull(name, "the name of a variable must not be null");
        this.type = Objects.requireNonNull(type, "the type of a variable must not be null");
    }

    /** Returns the variable's value. */
    public Value<Object, V> value() {
        return Value.of(new Tree.Selection(origin(), List.of()));
    }

    Origin.Variable origin() {
        return new Origin.Variable(name, type);
    }
}
