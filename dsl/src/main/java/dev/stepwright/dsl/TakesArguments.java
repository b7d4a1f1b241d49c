package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
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
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state that takes an A and gives an R. Its input is the A, unless {@code arguments} make one from some other input.
 *
 * @param <A> what its work takes
 * @param <R> what its work gives
 */
public sealed class TakesArguments<A, R> extends WithResult<A, R>
        permits Task, Parallel2, Parallel3, Parallel4, Parallel5, Parallel6 {
    TakesArguments(ActionNode node) {
        super(node);
    }

    @Override
    public TakesArguments<A, R> retry(Retry... rules) {
        return new TakesArguments<>(node().retry(List.of(rules)));
    }

    @Override
    public TakesArguments<A, R> comment(String comment) {
        return new TakesArguments<>(node().comment(comment));
    }

    @Override
    public TakesArguments<A, R> timeout(Duration timeout) {
        return new TakesArguments<>(node().timeout(Limit.of(timeout)));
    }

    @Override
    public TakesArguments<A, R> heartbeat(Duration heartbeat) {
        return new TakesArguments<>(node().heartbeat(Limit.of(heartbeat)));
    }

    /** Takes a value made of the input. */
    public <I> WithResult<I, R> arguments(Expr<I, Object, ? extends A> value) {
        return new WithResult<>(node().arguments(value.tree()));
    }

    /** Takes a record made of the input. */
    public <I, P1> WithResult<I, R> arguments(
            Constructor1<P1, ? extends A> constructor, Expr<I, Object, ? extends P1> part1) {
        return arguments(Expr.<I, Object, A>template(constructor, part1));
    }

    /** Takes a record made of the input. */
    public <I, P1, P2> WithResult<I, R> arguments(
            Constructor2<P1, P2, ? extends A> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2) {
        return arguments(Expr.<I, Object, A>template(constructor, part1, part2));
    }

    /** Takes a record made of the input. */
    public <I, P1, P2, P3> WithResult<I, R> arguments(
            Constructor3<P1, P2, P3, ? extends A> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3) {
        return arguments(Expr.<I, Object, A>template(constructor, part1, part2, part3));
    }

    /** Takes a record made of the input. */
    public <I, P1, P2, P3, P4> WithResult<I, R> arguments(
            Constructor4<P1, P2, P3, P4, ? extends A> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4) {
        return arguments(Expr.<I, Object, A>template(constructor, part1, part2, part3, part4));
    }

    /** Takes a record made of the input. */
    public <I, P1, P2, P3, P4, P5> WithResult<I, R> arguments(
            Constructor5<P1, P2, P3, P4, P5, ? extends A> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4,
            Expr<? super I, Object, ? extends P5> part5) {
        return arguments(Expr.<I, Object, A>template(constructor, part1, part2, part3, part4, part5));
    }

    /** Takes a record made of the input. */
    public <I, P1, P2, P3, P4, P5, P6> WithResult<I, R> arguments(
            Constructor6<P1, P2, P3, P4, P5, P6, ? extends A> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4,
            Expr<? super I, Object, ? extends P5> part5,
            Expr<? super I, Object, ? extends P6> part6) {
        return arguments(Expr.<I, Object, A>template(constructor, part1, part2, part3, part4, part5, part6));
    }

    /** Takes a record made of the input. */
    public <I, P1, P2, P3, P4, P5, P6, P7> WithResult<I, R> arguments(
            Constructor7<P1, P2, P3, P4, P5, P6, P7, ? extends A> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4,
            Expr<? super I, Object, ? extends P5> part5,
            Expr<? super I, Object, ? extends P6> part6,
            Expr<? super I, Object, ? extends P7> part7) {
        return arguments(Expr.<I, Object, A>template(constructor, part1, part2, part3, part4, part5, part6, part7));
    }

    /** Takes a record made of the input. */
    public <I, P1, P2, P3, P4, P5, P6, P7, P8> WithResult<I, R> arguments(
            Constructor8<P1, P2, P3, P4, P5, P6, P7, P8, ? extends A> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4,
            Expr<? super I, Object, ? extends P5> part5,
            Expr<? super I, Object, ? extends P6> part6,
            Expr<? super I, Object, ? extends P7> part7,
            Expr<? super I, Object, ? extends P8> part8) {
        return arguments(
                Expr.<I, Object, A>template(constructor, part1, part2, part3, part4, part5, part6, part7, part8));
    }

    /** Takes a record made of the input. */
    public <I, P1, P2, P3, P4, P5, P6, P7, P8, P9> WithResult<I, R> arguments(
            Constructor9<P1, P2, P3, P4, P5, P6, P7, P8, P9, ? extends A> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4,
            Expr<? super I, Object, ? extends P5> part5,
            Expr<? super I, Object, ? extends P6> part6,
            Expr<? super I, Object, ? extends P7> part7,
            Expr<? super I, Object, ? extends P8> part8,
            Expr<? super I, Object, ? extends P9> part9) {
        return arguments(Expr.<I, Object, A>template(
                constructor, part1, part2, part3, part4, part5, part6, part7, part8, part9));
    }

    /** Takes a record made of the input. */
    public <I, P1, P2, P3, P4, P5, P6, P7, P8, P9, P10> WithResult<I, R> arguments(
            Constructor10<P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, ? extends A> constructor,
            Expr<? super I, Object, ? extends P1> part1,
            Expr<? super I, Object, ? extends P2> part2,
            Expr<? super I, Object, ? extends P3> part3,
            Expr<? super I, Object, ? extends P4> part4,
            Expr<? super I, Object, ? extends P5> part5,
            Expr<? super I, Object, ? extends P6> part6,
            Expr<? super I, Object, ? extends P7> part7,
            Expr<? super I, Object, ? extends P8> part8,
            Expr<? super I, Object, ? extends P9> part9,
            Expr<? super I, Object, ? extends P10> part10) {
        return arguments(Expr.<I, Object, A>template(
                constructor, part1, part2, part3, part4, part5, part6, part7, part8, part9, part10));
    }

    @Override
    public TakesArguments<A, R> credentials(String roleArn) {
        return new TakesArguments<>(node().role(Dsl.value(roleArn)));
    }

    @Override
    public TakesArguments<A, R> queryLanguage(QueryLanguage language) {
        return new TakesArguments<>(node().language(language));
    }

    @Override
    public TakesArguments<A, R> with(String field, @Nullable Object value) {
        return new TakesArguments<>(node().with(field, value));
    }

    @Override
    public TakesArguments<A, R> without(String field) {
        return new TakesArguments<>(node().without(field));
    }
}
