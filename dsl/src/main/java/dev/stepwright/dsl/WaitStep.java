package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.expr.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A Wait state: it goes on with its input once the time has come. The calls on it leave open what that is, so that a chain infers it.
 *
 * @param <I> the type of the input, which is the output
 */
public final class WaitStep<I> implements Step<I, I> {
    private final StateNode.Wait node;

    WaitStep(StateNode.Wait node) {
        this.node = node;
    }

    @Override
    public StateNode.Wait node() {
        return node;
    }

    /** Sets a variable when the wait is over. */
    public <J extends I, V> WaitStep<J> assign(Var<V> variable, Expr<? super J, Object, ? extends V> value) {
        return with(node.extras().assign(variable.origin(), value.tree()));
    }

    /** Sets the {@code Comment} of the state: for readers, without effect. */
    public <J extends I> WaitStep<J> comment(String comment) {
        return with(node.extras().comment(comment));
    }

    /** Sets the query language of the state; without it, that of the machine. */
    public <J extends I> WaitStep<J> queryLanguage(QueryLanguage language) {
        return with(node.extras().language(language));
    }

    /** Gives a value made of the input instead of the input. */
    public <J extends I, O> Step<J, O> output(Expr<? super J, Object, O> value) {
        return new OpenFlow<>(new StateNode.Wait(
                node.id(), node.duration(), node.seconds(), node.until(), value.tree(), node.extras()));
    }

    /** Sets a field of the state as it stands; see {@link WithCatch#with}. */
    public <J extends I> WaitStep<J> with(String field, @Nullable Object value) {
        return with(node.extras().with(field, value));
    }

    private <J> WaitStep<J> with(StateNode.Extras extras) {
        return new WaitStep<>(
                new StateNode.Wait(node.id(), node.duration(), node.seconds(), node.until(), node.output(), extras));
    }
}
