package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.expr.Accessors.ToOptional;
import dev.stepwright.dsl.expr.Accessors.ToValue;
import dev.stepwright.dsl.expr.Constructors.Constructor1;
import dev.stepwright.dsl.expr.Constructors.Constructor10;
import dev.stepwright.dsl.expr.Constructors.Constructor2;
import dev.stepwright.dsl.expr.Constructors.Constructor3;
import dev.stepwright.dsl.expr.Constructors.Constructor4;
import dev.stepwright.dsl.expr.Constructors.Constructor5;
import dev.stepwright.dsl.expr.Constructors.Constructor6;
import dev.stepwright.dsl.expr.Constructors.Constructor7;
import dev.stepwright.dsl.expr.Constructors.Constructor8;
import dev.stepwright.dsl.expr.Constructors.Constructor9;
import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.Numeric;
import dev.stepwright.dsl.expr.Result;
import dev.stepwright.dsl.expr.View;
import dev.stepwright.dsl.tree.Composition;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state that does work, with the types of its input and its result known. What goes on to the next state is the result, unless
 * {@code output}, {@link #resultInto} or {@link #discardResult} say otherwise.
 *
 * @param <I> the type of the input
 * @param <R> what its work gives
 */
@SuppressWarnings("overloads") // the return type of an exact method reference selects among them
public sealed class WithResult<I, R> extends WithOutput<I, R, R> permits TakesArguments, MapStep, DistributedMap {
    WithResult(ActionNode node) {
        super(node);
    }

    /** Names what the state takes, where its arguments do not read the input, but what follows does. */
    public <J extends I> WithResult<J, R> given(Class<J> type) {
        return new WithResult<>(node());
    }

    /** Like {@link #given(Class)}, for types such as {@code List<Order>}. */
    public <J extends I> WithResult<J, R> given(TypeRef<J> type) {
        return new WithResult<>(node());
    }

    /**
     * Puts the result into one field of the input, and gives that.
     *
     * @param field a field that can hold the result
     */
    public WithOutput<I, R, I> resultInto(ToValue<? super I, ? super R> field) {
        return new WithOutput<>(node().output(into(field, ActionNode.RESULT)));
    }

    /** Like {@link #resultInto(ToValue)}, for a field that is an {@code Optional}. */
    public WithOutput<I, R, I> resultInto(ToOptional<? super I, ? super R> field) {
        return new WithOutput<>(node().output(into(field, ActionNode.RESULT)));
    }

    /** Puts the result into one field of the input, at any depth, and gives that. */
    public WithOutput<I, R, I> resultInto(View<? super I, ? super R> place) {
        return new WithOutput<>(node().output(Composition.merge(place.tree(), ActionNode.RESULT)));
    }

    /**
     * Puts the result into the input at a reference path, such as {@code $.order.receipt}, and gives that. JSONPath only.
     *
     * @param path the {@code ResultPath} as it stands
     */
    public WithOutput<I, R, I> resultInto(String path) {
        return new WithOutput<>(node().output(ActionNode.INPUT).with("ResultPath", path));
    }

    /** Says as what the result is read; nothing of that stands in the definition. */
    public <Q> WithResult<I, Q> resultAs(Class<Q> type) {
        return new WithResult<>(node().resultAs(type));
    }

    /** Like {@link #resultAs(Class)}, for a type with arguments. */
    public <Q> WithResult<I, Q> resultAs(TypeRef<Q> type) {
        return new WithResult<>(node().resultAs(type.type()));
    }

    /** Drops the result and gives the input. */
    public WithOutput<I, R, I> discardResult() {
        return new WithOutput<>(node().output(ActionNode.INPUT));
    }

    /** Makes the result into something else before all that follows sees it: the {@code ResultSelector} of JSONPath. */
    public <Q> WithResult<I, Q> select(Expr<Object, ? super Result<R>, Q> selected) {
        return new WithResult<>(node().selector(selected.tree()));
    }

    @Override
    public <V> WithResult<I, R> assign(Var<V> variable, Expr<? super I, ? super Result<R>, ? extends V> value) {
        return new WithResult<>(node().assign(variable.origin(), value.tree()));
    }

    @Override
    public WithResult<I, R> retry(Retry... rules) {
        return new WithResult<>(node().retry(List.of(rules)));
    }

    @Override
    public WithResult<I, R> comment(String comment) {
        return new WithResult<>(node().comment(comment));
    }

    @Override
    public WithResult<I, R> timeout(Duration timeout) {
        return new WithResult<>(node().timeout(Limit.of(timeout)));
    }

    @Override
    public WithResult<I, R> heartbeat(Duration heartbeat) {
        return new WithResult<>(node().heartbeat(Limit.of(heartbeat)));
    }

    /** Gives a value made of the input and the result. */
    public <O> WithOutput<I, R, O> output(Expr<? super I, ? super Result<R>, O> value) {
        return new WithOutput<>(node().output(value.tree()));
    }

    /** Gives a record made of the input and the result. */
    public <P1, O> WithOutput<I, R, O> output(
            Constructor1<P1, O> constructor, Expr<? super I, ? super Result<R>, ? extends P1> part1) {
        return output(Expr.template(constructor, part1));
    }

    /** Gives a record made of the input and the result. */
    public <P1, P2, O> WithOutput<I, R, O> output(
            Constructor2<P1, P2, O> constructor,
            Expr<? super I, ? super Result<R>, ? extends P1> part1,
            Expr<? super I, ? super Result<R>, ? extends P2> part2) {
        return output(Expr.template(constructor, part1, part2));
    }

    /** Gives a record made of the input and the result. */
    public <P1, P2, P3, O> WithOutput<I, R, O> output(
            Constructor3<P1, P2, P3, O> constructor,
            Expr<? super I, ? super Result<R>, ? extends P1> part1,
            Expr<? super I, ? super Result<R>, ? extends P2> part2,
            Expr<? super I, ? super Result<R>, ? extends P3> part3) {
        return output(Expr.template(constructor, part1, part2, part3));
    }

    /** Gives a record made of the input and the result. */
    public <P1, P2, P3, P4, O> WithOutput<I, R, O> output(
            Constructor4<P1, P2, P3, P4, O> constructor,
            Expr<? super I, ? super Result<R>, ? extends P1> part1,
            Expr<? super I, ? super Result<R>, ? extends P2> part2,
            Expr<? super I, ? super Result<R>, ? extends P3> part3,
            Expr<? super I, ? super Result<R>, ? extends P4> part4) {
        return output(Expr.template(constructor, part1, part2, part3, part4));
    }

    /** Gives a record made of the input and the result. */
    public <P1, P2, P3, P4, P5, O> WithOutput<I, R, O> output(
            Constructor5<P1, P2, P3, P4, P5, O> constructor,
            Expr<? super I, ? super Result<R>, ? extends P1> part1,
            Expr<? super I, ? super Result<R>, ? extends P2> part2,
            Expr<? super I, ? super Result<R>, ? extends P3> part3,
            Expr<? super I, ? super Result<R>, ? extends P4> part4,
            Expr<? super I, ? super Result<R>, ? extends P5> part5) {
        return output(Expr.template(constructor, part1, part2, part3, part4, part5));
    }

    /** Gives a record made of the input and the result. */
    public <P1, P2, P3, P4, P5, P6, O> WithOutput<I, R, O> output(
            Constructor6<P1, P2, P3, P4, P5, P6, O> constructor,
            Expr<? super I, ? super Result<R>, ? extends P1> part1,
            Expr<? super I, ? super Result<R>, ? extends P2> part2,
            Expr<? super I, ? super Result<R>, ? extends P3> part3,
            Expr<? super I, ? super Result<R>, ? extends P4> part4,
            Expr<? super I, ? super Result<R>, ? extends P5> part5,
            Expr<? super I, ? super Result<R>, ? extends P6> part6) {
        return output(Expr.template(constructor, part1, part2, part3, part4, part5, part6));
    }

    /** Gives a record made of the input and the result. */
    public <P1, P2, P3, P4, P5, P6, P7, O> WithOutput<I, R, O> output(
            Constructor7<P1, P2, P3, P4, P5, P6, P7, O> constructor,
            Expr<? super I, ? super Result<R>, ? extends P1> part1,
            Expr<? super I, ? super Result<R>, ? extends P2> part2,
            Expr<? super I, ? super Result<R>, ? extends P3> part3,
            Expr<? super I, ? super Result<R>, ? extends P4> part4,
            Expr<? super I, ? super Result<R>, ? extends P5> part5,
            Expr<? super I, ? super Result<R>, ? extends P6> part6,
            Expr<? super I, ? super Result<R>, ? extends P7> part7) {
        return output(Expr.template(constructor, part1, part2, part3, part4, part5, part6, part7));
    }

    /** Gives a record made of the input and the result. */
    public <P1, P2, P3, P4, P5, P6, P7, P8, O> WithOutput<I, R, O> output(
            Constructor8<P1, P2, P3, P4, P5, P6, P7, P8, O> constructor,
            Expr<? super I, ? super Result<R>, ? extends P1> part1,
            Expr<? super I, ? super Result<R>, ? extends P2> part2,
            Expr<? super I, ? super Result<R>, ? extends P3> part3,
            Expr<? super I, ? super Result<R>, ? extends P4> part4,
            Expr<? super I, ? super Result<R>, ? extends P5> part5,
            Expr<? super I, ? super Result<R>, ? extends P6> part6,
            Expr<? super I, ? super Result<R>, ? extends P7> part7,
            Expr<? super I, ? super Result<R>, ? extends P8> part8) {
        return output(Expr.template(constructor, part1, part2, part3, part4, part5, part6, part7, part8));
    }

    /** Gives a record made of the input and the result. */
    public <P1, P2, P3, P4, P5, P6, P7, P8, P9, O> WithOutput<I, R, O> output(
            Constructor9<P1, P2, P3, P4, P5, P6, P7, P8, P9, O> constructor,
            Expr<? super I, ? super Result<R>, ? extends P1> part1,
            Expr<? super I, ? super Result<R>, ? extends P2> part2,
            Expr<? super I, ? super Result<R>, ? extends P3> part3,
            Expr<? super I, ? super Result<R>, ? extends P4> part4,
            Expr<? super I, ? super Result<R>, ? extends P5> part5,
            Expr<? super I, ? super Result<R>, ? extends P6> part6,
            Expr<? super I, ? super Result<R>, ? extends P7> part7,
            Expr<? super I, ? super Result<R>, ? extends P8> part8,
            Expr<? super I, ? super Result<R>, ? extends P9> part9) {
        return output(Expr.template(constructor, part1, part2, part3, part4, part5, part6, part7, part8, part9));
    }

    /** Gives a record made of the input and the result. */
    public <P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, O> WithOutput<I, R, O> output(
            Constructor10<P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, O> constructor,
            Expr<? super I, ? super Result<R>, ? extends P1> part1,
            Expr<? super I, ? super Result<R>, ? extends P2> part2,
            Expr<? super I, ? super Result<R>, ? extends P3> part3,
            Expr<? super I, ? super Result<R>, ? extends P4> part4,
            Expr<? super I, ? super Result<R>, ? extends P5> part5,
            Expr<? super I, ? super Result<R>, ? extends P6> part6,
            Expr<? super I, ? super Result<R>, ? extends P7> part7,
            Expr<? super I, ? super Result<R>, ? extends P8> part8,
            Expr<? super I, ? super Result<R>, ? extends P9> part9,
            Expr<? super I, ? super Result<R>, ? extends P10> part10) {
        return output(
                Expr.template(constructor, part1, part2, part3, part4, part5, part6, part7, part8, part9, part10));
    }

    @Override
    public WithResult<I, R> timeout(Numeric<? super I, ?> seconds) {
        return new WithResult<>(node().timeout(Limit.of(seconds.tree())));
    }

    @Override
    public WithResult<I, R> heartbeat(Numeric<? super I, ?> seconds) {
        return new WithResult<>(node().heartbeat(Limit.of(seconds.tree())));
    }

    @Override
    public WithResult<I, R> credentials(String roleArn) {
        return new WithResult<>(node().role(Dsl.value(roleArn)));
    }

    @Override
    public WithResult<I, R> credentials(Expr<? super I, Object, String> roleArn) {
        return new WithResult<>(node().role(roleArn));
    }

    @Override
    public WithResult<I, R> queryLanguage(QueryLanguage language) {
        return new WithResult<>(node().language(language));
    }

    @Override
    public WithResult<I, R> with(String field, @Nullable Object value) {
        return new WithResult<>(node().with(field, value));
    }

    @Override
    public WithResult<I, R> without(String field) {
        return new WithResult<>(node().without(field));
    }
}
