package dev.stepwright.dsl;

import dev.stepwright.dsl.Tuple.Tuple4;
import dev.stepwright.dsl.expr.Constructors.Constructor4;
import dev.stepwright.dsl.expr.Expr;

/**
 * A Parallel state of 4 branches.
 *
 * @param <I> what every branch takes
 */
public final class Parallel4<I, A, B, C, D> extends TakesArguments<I, Tuple4<A, B, C, D>> {
    Parallel4(ActionNode node) {
        super(node);
    }

    /** Makes the results of the branches into a record. */
    public <V> WithResult<I, V> combine(Constructor4<? super A, ? super B, ? super C, ? super D, V> constructor) {
        return new WithResult<>(node().selector(Expr.template(
                        constructor, Results.branch(0), Results.branch(1), Results.branch(2), Results.branch(3))
                .tree()));
    }
}
