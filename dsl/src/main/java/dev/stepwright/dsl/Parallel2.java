package dev.stepwright.dsl;

import dev.stepwright.dsl.Tuple.Tuple2;
import dev.stepwright.dsl.expr.Constructors.Constructor2;
import dev.stepwright.dsl.expr.Expr;

/**
 * A Parallel state of 2 branches.
 *
 * @param <I> what every branch takes
 */
public final class Parallel2<I, A, B> extends TakesArguments<I, Tuple2<A, B>> {
    Parallel2(ActionNode node) {
        super(node);
    }

    /** Makes the results of the branches into a record. */
    public <V> WithResult<I, V> combine(Constructor2<? super A, ? super B, V> constructor) {
        return new WithResult<>(node().selector(Expr.template(constructor, Results.branch(0), Results.branch(1))
                .tree()));
    }
}
