package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;

/**
 * A Choice state whose branches rejoin and go on with an O.
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
public final class ChoiceStep<I, O> implements Step<I, O> {
    private final StateNode.Choice node;

    ChoiceStep(StateNode.Choice node) {
        this.node = node;
    }

    @Override
    public Node node() {
        return node;
    }

    /** Sets the {@code Comment} of the state: for readers, without effect. */
    public ChoiceStep<I, O> comment(String comment) {
        return with(node.extras().comment(comment));
    }

    /** Sets the query language of the state; without it, that of the machine. */
    public ChoiceStep<I, O> queryLanguage(QueryLanguage language) {
        return with(node.extras().language(language));
    }

    private ChoiceStep<I, O> with(StateNode.Extras extras) {
        return new ChoiceStep<>(new StateNode.Choice(node.id(), node.rules(), node.otherwise(), extras));
    }
}
