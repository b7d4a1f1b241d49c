package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.Tree;
import org.jspecify.annotations.Nullable;

/**
 * A Fail state. Without error and cause it has none.
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

    /** Sets the error. */
    public FailEnd<I, X> error(String error) {
        return with(Dsl.value(error).tree(), node.cause());
    }

    /** Sets the error, made of the input. */
    public <J extends I> FailEnd<J, X> error(Expr<? super J, Object, String> error) {
        return with(error.tree(), node.cause());
    }

    /** Sets the cause. */
    public FailEnd<I, X> cause(String cause) {
        return with(node.error(), Dsl.value(cause).tree());
    }

    /** Sets the cause, made of the input. */
    public <J extends I> FailEnd<J, X> cause(Expr<? super J, Object, String> cause) {
        return with(node.error(), cause.tree());
    }

    private <J> FailEnd<J, X> with(@Nullable Tree error, @Nullable Tree cause) {
        return new FailEnd<>(new StateNode.Fail(node.id(), error, cause, node.extras()));
    }

    /** Sets the comment. */
    public FailEnd<I, X> comment(String comment) {
        return with(node.extras().comment(comment));
    }

    /** Sets the query language of the state; without it, that of the machine. */
    public FailEnd<I, X> queryLanguage(QueryLanguage language) {
        return with(node.extras().language(language));
    }

    /** Sets a field of the state as it stands; see {@link WithCatch#with}. */
    public FailEnd<I, X> with(String field, @Nullable Object value) {
        return with(node.extras().with(field, value));
    }

    private FailEnd<I, X> with(StateNode.Extras extras) {
        return new FailEnd<>(new StateNode.Fail(node.id(), node.error(), node.cause(), extras));
    }
}
