package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A Pass state.
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
public final class PassStep<I, O> implements Step<I, O> {
    private final StateNode.Pass node;

    PassStep(StateNode.Pass node) {
        this.node = node;
    }

    @Override
    public StateNode.Pass node() {
        return node;
    }

    /** Sets a variable. */
    public <V> PassStep<I, O> assign(Var<V> variable, Expr<? super I, Object, ? extends V> value) {
        return with(node.extras().assign(variable.origin(), value.tree()));
    }

    /** Sets the comment. */
    public PassStep<I, O> comment(String comment) {
        return with(node.extras().comment(comment));
    }

    /** Sets a field of the state as it stands; see {@link WithCatch#with}. */
    public PassStep<I, O> with(String field, @Nullable Object value) {
        return with(node.extras().fields(node.extras().fields().with(field, value)));
    }

    private PassStep<I, O> with(StateNode.Extras extras) {
        return new PassStep<>(new StateNode.Pass(node.name(), node.output(), extras));
    }
}
