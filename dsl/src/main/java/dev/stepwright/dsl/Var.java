package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Origin;
import dev.stepwright.dsl.expr.Tree;
import dev.stepwright.dsl.expr.Value;
import java.util.List;

/**
 * A workflow variable: {@code assign} sets it, {@link #value()} reads it in the states that come later.
 *
 * @param <V> the type of its value
 * @see <a href="https://states-language.net/spec.html#state-machine-variables">ASL: Variables</a>
 */
public final class Var<V> {
    private final String name;
    private final Class<V> type;

    Var(String name, Class<V> type) {
        this.name = name;
        this.type = type;
    }

    /** Returns the variable's value. */
    public Value<Object, V> value() {
        return Value.of(new Tree.Selection(new Origin.Variable(name, type), List.of()));
    }

    String name() {
        return name;
    }
}
