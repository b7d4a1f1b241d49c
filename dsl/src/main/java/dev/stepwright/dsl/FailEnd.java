package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * A Fail state: it ends the machine, or the enclosing branch, with an error. Without {@code error} and {@code cause} it has none. What it would give is free, so every setting gives it anew.
 *
 * @param <I> the type of the input
 * @param <X> any type
 */
public final class FailEnd<I, X> implements Halt<I, X> {
    private final StateNode.Fail node;

    FailEnd(StateNode.Fail node) {
        this.node = node;
    }

    @Override
    public Node node() {
        return node;
    }

    /** Sets the name of the error; see {@link Errors} for those of the language. */
    public <Y> FailEnd<I, Y> error(String error) {
        return with(Dsl.value(error).tree(), node.cause());
    }

    /** Sets the error, made of the input. */
    public <J extends I, Y> FailEnd<J, Y> error(Expr<? super J, Object, String> error) {
        return with(error.tree(), node.cause());
    }

    /** Sets the cause: the reason, for people. */
    public <Y> FailEnd<I, Y> cause(String cause) {
        return with(node.error(), Dsl.value(cause).tree());
    }

    /** Sets the cause, made of the input. */
    public <J extends I, Y> FailEnd<J, Y> cause(Expr<? super J, Object, String> cause) {
        return with(node.error(), cause.tree());
    }

    private <J, Y> FailEnd<J, Y> with(@Nullable Tree error, @Nullable Tree cause) {
        return new FailEnd<>(new StateNode.Fail(node.id(), error, cause, node.extras()));
    }

    /** Sets the {@code Comment} of the state: for readers, without effect. */
    public <Y> FailEnd<I, Y> comment(String comment) {
        return with(node.extras().comment(comment));
    }

    /** Sets the query language of the state; without it, that of the machine. */
    public <Y> FailEnd<I, Y> queryLanguage(QueryLanguage language) {
        return with(node.extras().language(language));
    }

    /** Sets a field of the state as it stands; see {@link WithCatch#with}. */
    public <Y> FailEnd<I, Y> with(String field, @Nullable Object value) {
        return with(node.extras().with(field, value));
    }

    private <Y> FailEnd<I, Y> with(StateNode.Extras extras) {
        return new FailEnd<>(new StateNode.Fail(node.id(), node.error(), node.cause(), extras));
    }
}
