package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.expr.Accessors.ToOptional;
import dev.stepwright.dsl.expr.Accessors.ToValue;
import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.View;
import dev.stepwright.dsl.tree.Composition;
import dev.stepwright.dsl.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * A Pass state: it makes its output of its input and does no work.
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
@SuppressWarnings("overloads") // the return type of an exact method reference selects among them
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

    /** Sets the {@code Comment} of the state: for readers, without effect. */
    public PassStep<I, O> comment(String comment) {
        return with(node.extras().comment(comment));
    }

    /** Sets the query language of the state; without it, that of the machine. */
    public PassStep<I, O> queryLanguage(QueryLanguage language) {
        return with(node.extras().language(language));
    }

    /** Puts the value into one field of the input, and gives that. */
    public <J extends I> PassStep<J, J> resultInto(ToValue<? super J, ? super O> field) {
        return giving(WithCatch.into(field, value()));
    }

    /** Like {@link #resultInto(ToValue)}, for a field that is an {@code Optional}. */
    public <J extends I> PassStep<J, J> resultInto(ToOptional<? super J, ? super O> field) {
        return giving(WithCatch.into(field, value()));
    }

    /** Puts the value into one field of the input, at any depth, and gives that. */
    public <J extends I> PassStep<J, J> resultInto(View<? super J, ? super O> place) {
        return giving(Composition.merge(place.tree(), value()));
    }

    /**
     * Puts the value into the input at a reference path, such as {@code $.order.rate}; the output is that. JSONPath only.
     *
     * @param path the {@code ResultPath} as it stands
     */
    public PassStep<I, O> resultInto(String path) {
        return with("ResultPath", path);
    }

    private Tree value() {
        return node.output() == null ? ActionNode.INPUT : node.output();
    }

    private <J> PassStep<J, J> giving(Tree output) {
        return new PassStep<>(new StateNode.Pass(node.id(), output, null, node.extras()));
    }

    /**
     * Gives only a part of what the state makes. In JSONPath this is {@code OutputPath}.
     *
     * @param part reads what the state makes as its input, such as {@code path(Order::customer)}
     */
    public <P> Step<I, P> keep(Expr<? super O, Object, P> part) {
        return new OpenFlow<>(new StateNode.Pass(node.id(), node.output(), part.tree(), node.extras()));
    }

    /** Sets a field of the state as it stands; see {@link WithCatch#with}. */
    public PassStep<I, O> with(String field, @Nullable Object value) {
        return with(node.extras().with(field, value));
    }

    private PassStep<I, O> with(StateNode.Extras extras) {
        return new PassStep<>(new StateNode.Pass(node.id(), node.output(), node.kept(), extras));
    }
}
