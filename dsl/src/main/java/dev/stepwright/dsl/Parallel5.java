package dev.stepwright.dsl;

import dev.stepwright.dsl.Tuple.Tuple5;
import dev.stepwright.dsl.expr.Constructors.Constructor5;
import dev.stepwright.dsl.expr.Expr;

/**
 * A Parallel state of 5 branches.
 *
 * @param <I> what every branch takes
 */
public final class Parallel5<I, A, B, C, D, E> extends TakesArguments<I, Tuple5<A, B, C, D, E>> {
    Parallel5(ActionNode node) {
        super(node);
    }

    /** Makes the results of the branches into a record. */
    public <V> WithResult<I, V> combine(
            Constructor5<? super A, ? super B, ? super C, ? super D, ? super E, V> constructor) {
        return new WithResult<>(node().selector(Expr.template(
                        constructor,
                        Results.branch(0),
                        Results.branch(1),
                        Results.branch(2),
                        Results.branch(3),
                        Results.branch(4))
                .tree()));
    }
}
