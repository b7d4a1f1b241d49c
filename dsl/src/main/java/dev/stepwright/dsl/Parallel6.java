package dev.stepwright.dsl;

import dev.stepwright.dsl.Tuple.Tuple6;
import dev.stepwright.dsl.expr.Constructors.Constructor6;
import dev.stepwright.dsl.expr.Expr;

/**
 * A Parallel state of 6 branches.
 *
 * @param <I> what every branch takes
 */
public final class Parallel6<I, A, B, C, D, E, F> extends TakesArguments<I, Tuple6<A, B, C, D, E, F>> {
    Parallel6(ActionNode node) {
        super(node);
    }

    /** Makes the results of the branches into a record. */
    public <V> WithResult<I, V> combine(
            Constructor6<? super A, ? super B, ? super C, ? super D, ? super E, ? super F, V> constructor) {
        return new WithResult<>(node().selector(Expr.template(
                        constructor,
                        Results.branch(0),
                        Results.branch(1),
                        Results.branch(2),
                        Results.branch(3),
                        Results.branch(4),
                        Results.branch(5))
                .tree()));
    }
}
