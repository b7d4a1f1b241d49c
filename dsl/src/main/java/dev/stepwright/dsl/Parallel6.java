package dev.stepwright.dsl;

import dev.stepwright.dsl.Tuple.Tuple6;
import dev.stepwright.dsl.expr.Constructors.Constructor6;
import dev.stepwright.dsl.expr.Expr;

/**
 * A Parallel state of six branches. Its result is a {@link Tuple.Tuple6}: in JSON, the array of theirs.
 *
 * @param <I> what every branch takes
 * @param <A> what the first branch gives
 * @param <B> what the second branch gives
 * @param <C> what the third branch gives
 * @param <D> what the fourth branch gives
 * @param <E> what the fifth branch gives
 * @param <F> what the sixth branch gives
 */
public final class Parallel6<I, A, B, C, D, E, F> extends TakesArguments<I, Tuple6<A, B, C, D, E, F>> {
    Parallel6(ActionNode node) {
        super(node);
    }

    /** Makes the results of the branches, in their order, into a record. */
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
