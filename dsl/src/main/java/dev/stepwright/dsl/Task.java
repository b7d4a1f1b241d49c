package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Task state that takes an A and gives an R.
 *
 * @param <A> what the task takes
 * @param <R> what the task gives
 */
public final class Task<A, R> extends TakesArguments<A, R> {
    Task(ActionNode node) {
        super(node);
    }

    @Override
    public Task<A, R> retry(Retry... rules) {
        return new Task<>(node().retry(List.of(rules)));
    }

    @Override
    public Task<A, R> comment(String comment) {
        return new Task<>(node().comment(comment));
    }

    @Override
    public Task<A, R> timeout(Duration timeout) {
        return new Task<>(node().timeout(Limit.of(timeout)));
    }

    @Override
    public Task<A, R> heartbeat(Duration heartbeat) {
        return new Task<>(node().heartbeat(Limit.of(heartbeat)));
    }

    @Override
    public Task<A, R> credentials(String roleArn) {
        return new Task<>(node().role(Dsl.value(roleArn)));
    }

    @Override
    public Task<A, R> queryLanguage(QueryLanguage language) {
        return new Task<>(node().language(language));
    }

    @Override
    public Task<A, R> with(String field, @Nullable Object value) {
        return new Task<>(node().with(field, value));
    }

    @Override
    public Task<A, R> without(String field) {
        return new Task<>(node().without(field));
    }
}
