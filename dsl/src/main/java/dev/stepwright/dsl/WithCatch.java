package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.expr.Accessors.ToOptional;
import dev.stepwright.dsl.expr.Accessors.ToValue;
import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.Numeric;
import dev.stepwright.dsl.expr.View;
import dev.stepwright.dsl.tree.Composition;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Tree;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state that does work and whose error handlers were checked against its output; only more handlers and settings may follow. The
 * last of the stages {@link Task}, {@link WithResult}, {@link WithOutput}, {@code WithCatch}: none of them can undo what an earlier
 * one has checked.
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
@SuppressWarnings("overloads") // the return type of an exact method reference selects among them
public sealed class WithCatch<I, O> implements Step<I, O> permits WithOutput {
    private final ActionNode node;

    WithCatch(ActionNode node) {
        this.node = node;
    }

    @Override
    public final ActionNode node() {
        return node;
    }

    /**
     * Hands an error to a flow, which rejoins with the state's output type, fails, or jumps. Handlers are asked in their order, after all
     * attempts of {@link #retry}; the first one that names the error takes it.
     *
     * @param error the exception, by the name that {@link Errors#nameOf} gives it; {@code Exception.class} for every error, as the last one
     * @param handler takes the error's name and cause
     * @see <a href="https://states-language.net/spec.html#fallback-states">ASL: Fallback states</a>
     */
    public WithCatch<I, O> catching(
            Class<? extends Throwable> error, Branch<? super ErrorOutput, ? extends O> handler) {
        return handle(ErrorSet.of(List.of(Errors.nameOf(error))), ActionNode.ERROR, handler);
    }

    /**
     * Hands what is made of an error, and of the state's input, to a flow. JSONata only.
     *
     * @param data what the flow takes
     */
    public <H> WithCatch<I, O> catching(
            Class<? extends Throwable> error,
            Expr<? super I, ? super ErrorOutput, ? extends H> data,
            Branch<? super H, ? extends O> handler) {
        return handle(ErrorSet.of(List.of(Errors.nameOf(error))), data.tree(), handler);
    }

    /** Like {@link #catching(Class, Branch)}, for an error by its name; see {@link Errors}. */
    public WithCatch<I, O> catching(String error, Branch<? super ErrorOutput, ? extends O> handler) {
        return handle(ErrorSet.of(List.of(error)), ActionNode.ERROR, handler);
    }

    /** Like {@link #catching(Class, Expr, Branch)}, for an error by its name; see {@link Errors}. */
    public <H> WithCatch<I, O> catching(
            String error,
            Expr<? super I, ? super ErrorOutput, ? extends H> data,
            Branch<? super H, ? extends O> handler) {
        return handle(ErrorSet.of(List.of(error)), data.tree(), handler);
    }

    /**
     * Puts an error into a field of the state's input and hands that to a flow.
     *
     * @param field a field that can hold an {@link ErrorOutput}
     */
    public WithCatch<I, O> catchingInto(
            Class<? extends Throwable> error,
            ToValue<? super I, ? super ErrorOutput> field,
            Branch<? super I, ? extends O> handler) {
        return handle(ErrorSet.of(List.of(Errors.nameOf(error))), into(field, ActionNode.ERROR), handler);
    }

    /** Like {@link #catchingInto(Class, ToValue, Branch)}, for a field that is an {@code Optional}. */
    public WithCatch<I, O> catchingInto(
            Class<? extends Throwable> error,
            ToOptional<? super I, ErrorOutput> field,
            Branch<? super I, ? extends O> handler) {
        return handle(ErrorSet.of(List.of(Errors.nameOf(error))), into(field, ActionNode.ERROR), handler);
    }

    /** Like {@link #catchingInto(Class, ToValue, Branch)}, for an error by its name; see {@link Errors}. */
    public WithCatch<I, O> catchingInto(
            String error, ToValue<? super I, ? super ErrorOutput> field, Branch<? super I, ? extends O> handler) {
        return handle(ErrorSet.of(List.of(error)), into(field, ActionNode.ERROR), handler);
    }

    /** Like {@link #catching(Class, Branch)}, for several errors, or with a comment. */
    public WithCatch<I, O> catchingAny(ErrorSet errors, Branch<? super ErrorOutput, ? extends O> handler) {
        return handle(errors, ActionNode.ERROR, handler);
    }

    /** Like {@link #catching(Class, Expr, Branch)}, for several errors, or with a comment. */
    public <H> WithCatch<I, O> catchingAny(
            ErrorSet errors,
            Expr<? super I, ? super ErrorOutput, ? extends H> data,
            Branch<? super H, ? extends O> handler) {
        return handle(errors, data.tree(), handler);
    }

    /** Like {@link #catchingInto(Class, ToValue, Branch)}, for several errors, and for a field at any depth. */
    public WithCatch<I, O> catchingInto(
            ErrorSet errors, View<? super I, ? super ErrorOutput> place, Branch<? super I, ? extends O> handler) {
        return handle(errors, Composition.merge(place.tree(), ActionNode.ERROR), handler);
    }

    /**
     * Puts errors into the state's input at a reference path, such as {@code $.order.error}, and hands that to a flow. JSONPath only.
     *
     * @param path the {@code ResultPath} as it stands
     */
    public WithCatch<I, O> catchingInto(ErrorSet errors, String path, Branch<? super I, ? extends O> handler) {
        return handle(errors.with("ResultPath", path), ActionNode.INPUT, handler);
    }

    private WithCatch<I, O> handle(ErrorSet errors, Tree data, Branch<?, ?> handler) {
        return new WithCatch<>(node.catching(new ActionNode.Handler(errors, data, handler.node())));
    }

    static Tree into(Serializable field, Tree value) {
        return Composition.merge(Composition.step(ActionNode.INPUT, Segment.of(field)), value);
    }

    /**
     * Adds rules for trying again; the first that names the error counts. Without a rule for it, an error is not tried again.
     *
     * @see <a href="https://states-language.net/spec.html#retrying-after-error">ASL: Retrying after error</a>
     */
    public WithCatch<I, O> retry(Retry... rules) {
        return new WithCatch<>(node.retry(List.of(rules)));
    }

    /** Sets the {@code Comment} of the state: for readers, without effect. */
    public WithCatch<I, O> comment(String comment) {
        return new WithCatch<>(node.comment(comment));
    }

    /**
     * Sets how long an attempt may take before it fails with {@link Errors#TIMEOUT}; without this, as long as the execution may. Only for
     * tasks.
     *
     * @param timeout whole seconds, 1 to 99,999,999
     */
    public WithCatch<I, O> timeout(Duration timeout) {
        return new WithCatch<>(node.timeout(Limit.of(timeout)));
    }

    /**
     * Sets the longest time between two heartbeats of an attempt before it fails with {@link Errors#HEARTBEAT_TIMEOUT}; without this,
     * heartbeats are not expected. Only for tasks.
     *
     * @param heartbeat whole seconds, from 1, less than the timeout
     */
    public WithCatch<I, O> heartbeat(Duration heartbeat) {
        return new WithCatch<>(node.heartbeat(Limit.of(heartbeat)));
    }

    /** Like {@link #timeout(Duration)}, with a number of seconds that is read when the state is entered. */
    public WithCatch<I, O> timeout(Numeric<? super I, ?> seconds) {
        return new WithCatch<>(node().timeout(Limit.of(seconds.tree())));
    }

    /** Like {@link #heartbeat(Duration)}, with a number of seconds that is read when the state is entered. */
    public WithCatch<I, O> heartbeat(Numeric<? super I, ?> seconds) {
        return new WithCatch<>(node().heartbeat(Limit.of(seconds.tree())));
    }

    /** Sets the role that the task runs under, by its ARN; without it, that of the execution. Only for tasks. */
    public WithCatch<I, O> credentials(String roleArn) {
        return new WithCatch<>(node().role(Dsl.value(roleArn)));
    }

    /** Like {@link #credentials(String)}, with an ARN that is read when the state is entered. */
    public WithCatch<I, O> credentials(Expr<? super I, Object, String> roleArn) {
        return new WithCatch<>(node().role(roleArn));
    }

    /** Sets the query language of the state; without it, that of the machine. */
    public WithCatch<I, O> queryLanguage(QueryLanguage language) {
        return new WithCatch<>(node().language(language));
    }

    /**
     * Sets a field of the state as it stands, whatever the DSL would write there. For fields that the DSL does not know, and for
     * ones that say what goes without saying.
     *
     * @param field its name, or a JSON pointer from the state, such as {@code /ItemProcessor/Comment}
     * @param value a Java value, as Jackson writes it; {@code json(...)} for a JSON text
     */
    public WithCatch<I, O> with(String field, @Nullable Object value) {
        return new WithCatch<>(node().with(field, value));
    }

    /** Leaves a field of the state out that the DSL would write; see {@link #with} for its name. */
    public WithCatch<I, O> without(String field) {
        return new WithCatch<>(node().without(field));
    }
}
