package dev.stepwright.dsl;

import dev.stepwright.dsl.Tuple.Tuple3;
import dev.stepwright.dsl.expr.Constructors.Constructor3;
import dev.stepwright.dsl.expr.Expr;

/**
 * A Parallel state of 3 branches.
 *
 * @param <I> what every branch takes
 */
public final class Parallel3<I, A, B, C> extends TakesArguments<I, Tuple3<A, B, C>> {
    Parallel3(ActionNode node) {
        super(node);
    }

    /** Makes the results of the branches into a record. */
    public <V> WithResult<I, V> combine(Constructor3<? super A, ? super B, ? super C, V> constructor) {
        return new WithResult<>(
                node().selector(Expr.template(constructor, Results.branch(0), Results.branch(1), Results.branch(2))
                        .tree()));
    }
}
