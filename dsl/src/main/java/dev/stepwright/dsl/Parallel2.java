package dev.stepwright.dsl;

import dev.stepwright.dsl.Tuple.Tuple2;
import dev.stepwright.dsl.expr.Constructors.Constructor2;
import dev.stepwright.dsl.expr.Expr;

/**
 * A Parallel state of two branches. Its result is a {@link Tuple.Tuple2}: in JSON, the array of theirs.
 *
 * @param <I> what every branch takes
 * @param <A> what the first branch gives
 * @param <B> what the second branch gives
 */
public final class Parallel2<I, A, B> extends TakesArguments<I, Tuple2<A, B>> {
    Parallel2(ActionNode node) {
        super(node);
    }

    /** Makes the results of the branches, in their order, into a record. */
    public <V> WithResult<I, V> combine(Constructor2<? super A, ? super B, V> constructor) {
        return new WithResult<>(node().selector(Expr.template(constructor, Results.branch(0), Results.branch(1))
                .tree()));
    }
}
