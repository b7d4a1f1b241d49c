package dev.stepwright.dsl.expr;

/**
 * An expression over a state's input, a variable or the context, with the operators that suit its type.
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

    final Tree orElse(Object fallback) {
        return new Tree.OrElse(tree(), Literals.of(fallback));
    }
}
