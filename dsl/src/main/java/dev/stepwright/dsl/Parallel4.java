package dev.stepwright.dsl;

import dev.stepwright.dsl.Tuple.Tuple4;
import dev.stepwright.dsl.expr.Constructors.Constructor4;
import dev.stepwright.dsl.expr.Expr;

/**
 * A Parallel state of four branches. Its result is a {@link Tuple.Tuple4}: in JSON, the array of theirs.
 *
 * @param <I> what every branch takes
 * @param <A> what the first branch gives
 * @param <B> what the second branch gives
 * @param <C> what the third branch gives
 * @param <D> what the fourth branch gives
 */
public final class Parallel4<I, A, B, C, D> extends TakesArguments<I, Tuple4<A, B, C, D>> {
    Parallel4(ActionNode node) {
        super(node);
    }

    /** Makes the results of the branches, in their order, into a record. */
    public <V> WithResult<I, V> combine(Constructor4<? super A, ? super B, ? super C, ? super D, V> constructor) {
        return new WithResult<>(node().selector(Expr.template(
                        constructor, Results.branch(0), Results.branch(1), Results.branch(2), Results.branch(3))
                .tree()));
    }
}
