package dev.stepwright.dsl;

import dev.stepwright.dsl.Tuple.Tuple5;
import dev.stepwright.dsl.expr.Constructors.Constructor5;
import dev.stepwright.dsl.expr.Expr;

/**
 * A Parallel state of five branches. Its result is a {@link Tuple.Tuple5}: in JSON, the array of theirs.
 *
 * @param <I> what every branch takes
 * @param <A> what the first branch gives
 * @param <B> what the second branch gives
 * @param <C> what the third branch gives
 * @param <D> what the fourth branch gives
 * @param <E> what the fifth branch gives
 */
public final class Parallel5<I, A, B, C, D, E> extends TakesArguments<I, Tuple5<A, B, C, D, E>> {
    Parallel5(ActionNode node) {
        super(node);
    }

    /** Makes the results of the branches, in their order, into a record. */
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
