package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.tree.Operators;
import dev.stepwright.dsl.tree.Tree;

/**
 * An expression over a state's input, a variable or the context, with the operators that suit its type.
 *
 * <p>Ask of a value that may be missing whether it {@link #isPresent} first, joined by {@code and}: in JSONPath every other condition over
 * a missing value fails the execution, in JSONata a comparison by order or pattern does.
 *
 * @param <I> what the state's input must be
 * @param <V> the type of the value
 */
public abstract sealed class View<I, V> extends Expr<I, Object, V>
        permits Numeric, Text, Bool, Timestamp, Enumerated, Items, Value {
    View(Tree tree) {
        super(tree);
    }

    /** Returns whether the value is there; null is there. */
    public final Condition<I> isPresent() {
        return new Condition<>(new Tree.IsPresent(tree()));
    }

    /** Returns whether the value is JSON null. */
    public final Condition<I> isNull() {
        return new Condition<>(new Tree.IsNull(tree()));
    }

    /** Returns whether the value is a number. */
    public final Condition<I> isNumeric() {
        return is(Operators.JsonType.NUMERIC);
    }

    /** Returns whether the value is a text. */
    public final Condition<I> isString() {
        return is(Operators.JsonType.STRING);
    }

    /** Returns whether the value is true or false. */
    public final Condition<I> isBoolean() {
        return is(Operators.JsonType.BOOLEAN);
    }

    /** Returns whether the value is a text that is an RFC 3339 timestamp, with a capital T, and a capital Z or an offset. */
    public final Condition<I> isTimestamp() {
        return is(Operators.JsonType.TIMESTAMP);
    }

    private Condition<I> is(Operators.JsonType type) {
        return new Condition<>(new Tree.IsType(tree(), type));
    }

    final Tree orElse(Object fallback) {
        return new Tree.OrElse(tree(), Tree.Literal.of(fallback));
    }
}
