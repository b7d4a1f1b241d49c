package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A Succeed state: it ends the machine, or the enclosing branch, with an R.
 *
 * @param <I> the type of the input
 * @param <R> the type of the result
 */
public final class SucceedEnd<I, R> implements Terminal<I, R> {
    private final StateNode.Succeed node;

    SucceedEnd(StateNode.Succeed node) {
        this.node = node;
    }

    @Override
    public Node node() {
        return node;
    }

    /** Sets the {@code Comment} of the state: for readers, without effect. */
    public SucceedEnd<I, R> comment(String comment) {
        return with(node.extras().comment(comment));
    }

    /** Sets the query language of the state; without it, that of the machine. */
    public SucceedEnd<I, R> queryLanguage(QueryLanguage language) {
        return with(node.extras().language(language));
    }

    /** Sets a field of the state as it stands; see {@link WithCatch#with}. */
    public SucceedEnd<I, R> with(String field, @Nullable Object value) {
        return with(node.extras().with(field, value));
    }

    private SucceedEnd<I, R> with(StateNode.Extras extras) {
        return new SucceedEnd<>(new StateNode.Succeed(node.id(), node.output(), extras));
    }
}
