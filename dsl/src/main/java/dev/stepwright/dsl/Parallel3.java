package dev.stepwright.dsl;

import dev.stepwright.dsl.Tuple.Tuple3;
import dev.stepwright.dsl.expr.Constructors.Constructor3;
import dev.stepwright.dsl.expr.Expr;

/**
 * A Parallel state of three branches. Its result is a {@link Tuple.Tuple3}: in JSON, the array of theirs.
 *
 * @param <I> what every branch takes
 * @param <A> what the first branch gives
 * @param <B> what the second branch gives
 * @param <C> what the third branch gives
 */
public final class Parallel3<I, A, B, C> extends TakesArguments<I, Tuple3<A, B, C>> {
    Parallel3(ActionNode node) {
        super(node);
    }

    /** Makes the results of the branches, in their order, into a record. */
    public <V> WithResult<I, V> combine(Constructor3<? super A, ? super B, ? super C, V> constructor) {
        return new WithResult<>(
                node().selector(Expr.template(constructor, Results.branch(0), Results.branch(1), Results.branch(2))
                        .tree()));
    }
}
