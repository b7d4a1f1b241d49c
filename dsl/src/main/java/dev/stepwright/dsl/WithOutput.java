package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.Numeric;
import dev.stepwright.dsl.expr.Result;
import dev.stepwright.dsl.tree.Tree;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state that does work and whose output is fixed.
 *
 * @param <I> the type of the input
 * @param <R> what its work gives
 * @param <O> the type of the output
 */
public sealed class WithOutput<I, R, O> extends WithCatch<I, O> permits WithResult {
    WithOutput(ActionNode node) {
        super(node);
    }

    /** Sets a variable when the work has succeeded. */
    public <V> WithOutput<I, R, O> assign(Var<V> variable, Expr<? super I, ? super Result<R>, ? extends V> value) {
        return new WithOutput<>(node().assign(variable.origin(), value.tree()));
    }

    /**
     * Gives only a part of the output. In JSONPath this is {@code OutputPath}.
     *
     * @param part reads the output as its input, such as {@code path(Order::customer)}
     */
    public <P> WithOutput<I, R, P> keep(Expr<? super O, Object, P> part) {
        return new WithOutput<>(node().output(new Tree.Within(node().data().given(), part.tree())));
    }

    @Override
    public WithOutput<I, R, O> retry(Retry... rules) {
        return new WithOutput<>(node().retry(List.of(rules)));
    }

    @Override
    public WithOutput<I, R, O> comment(String comment) {
        return new WithOutput<>(node().comment(comment));
    }

    @Override
    public WithOutput<I, R, O> timeout(Duration timeout) {
        return new WithOutput<>(node().timeout(Limit.of(timeout)));
    }

    @Override
    public WithOutput<I, R, O> heartbeat(Duration heartbeat) {
        return new WithOutput<>(node().heartbeat(Limit.of(heartbeat)));
    }

    @Override
    public WithOutput<I, R, O> timeout(Numeric<? super I, ?> seconds) {
        return new WithOutput<>(node().timeout(Limit.of(seconds.tree())));
    }

    @Override
    public WithOutput<I, R, O> heartbeat(Numeric<? super I, ?> seconds) {
        return new WithOutput<>(node().heartbeat(Limit.of(seconds.tree())));
    }

    @Override
    public WithOutput<I, R, O> credentials(String roleArn) {
        return new WithOutput<>(node().role(Dsl.value(roleArn)));
    }

    @Override
    public WithOutput<I, R, O> credentials(Expr<? super I, Object, String> roleArn) {
        return new WithOutput<>(node().role(roleArn));
    }

    @Override
    public WithOutput<I, R, O> queryLanguage(QueryLanguage language) {
        return new WithOutput<>(node().language(language));
    }

    @Override
    public WithOutput<I, R, O> with(String field, @Nullable Object value) {
        return new WithOutput<>(node().with(field, value));
    }

    @Override
    public WithOutput<I, R, O> without(String field) {
        return new WithOutput<>(node().without(field));
    }
}
