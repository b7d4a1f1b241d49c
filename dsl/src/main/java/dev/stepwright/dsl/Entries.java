package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Expr;

/**
 * The part of {@link Dsl} that does something to the data on the way into a flow: what {@code Assign} and {@code Output} of a Choice
 * state's rules, of its default and of a Catch are for. Such a flow can stand only where one of these leads; elsewhere the state
 * before has {@code assign} and {@code output}.
 */
public abstract class Entries extends Templates {
    Entries() {}

    /** Returns a flow that begins with setting a variable; the value is made of what the flow takes. */
    public static <I, O, V> Step<I, O> assigning(
            Var<V> variable, Expr<? super I, Object, ? extends V> value, Step<? super I, O> flow) {
        return new OpenFlow<>(assign(variable, value, flow));
    }

    /** Returns a closed flow that begins with setting a variable; the value is made of what the flow takes. */
    public static <I, R, V> Terminal<I, R> assigning(
            Var<V> variable, Expr<? super I, Object, ? extends V> value, Terminal<? super I, R> flow) {
        return new ClosedFlow<>(assign(variable, value, flow));
    }

    /** Returns a flow that never comes back and begins with setting a variable; the value is made of what the flow takes. */
    public static <I, X, V> Halt<I, X> assigning(
            Var<V> variable, Expr<? super I, Object, ? extends V> value, Halt<? super I, X> flow) {
        return new HaltingFlow<>(assign(variable, value, flow));
    }

    private static Node assign(Var<?> variable, Expr<?, ?, ?> value, Flow<?, ?> flow) {
        return new Node.Entering(Entry.assigning(variable.origin(), value.tree()), flow.node());
    }

    /**
     * Returns a flow that takes something made of the input instead of the input. In JSONPath all rules of a Choice state and its
     * default have to take the same part of the input: its {@code OutputPath}.
     */
    public static <I, H, O> Step<I, O> taking(Expr<I, Object, H> value, Step<? super H, O> flow) {
        return new OpenFlow<>(take(value, flow));
    }

    /** Like {@link #taking(Expr, Step)}, for a closed flow. */
    public static <I, H, R> Terminal<I, R> taking(Expr<I, Object, H> value, Terminal<? super H, R> flow) {
        return new ClosedFlow<>(take(value, flow));
    }

    /** Like {@link #taking(Expr, Step)}, for a flow that never comes back. */
    public static <I, H, X> Halt<I, X> taking(Expr<I, Object, H> value, Halt<? super H, X> flow) {
        return new HaltingFlow<>(take(value, flow));
    }

    private static Node take(Expr<?, ?, ?> value, Flow<?, ?> flow) {
        return new Node.Entering(Entry.giving(value.tree()), flow.node());
    }
}
