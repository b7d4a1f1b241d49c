package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.expr.Numeric;
import dev.stepwright.dsl.tree.Tree;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Map state whose items are worked on within the execution. Its result is the list of what the processor gives, in the order of the
 * items.
 *
 * @param <I> the type of the input
 * @param <R> what the processor gives for each item
 */
public final class MapStep<I, R> extends WithResult<I, List<R>> {
    MapStep(ActionNode node) {
        super(node);
    }

    /**
     * Sets how many items are worked on at a time; without this, as many as possible.
     *
     * @param items 0 or more; 0 for as many as possible. AWS: 40 at most, whatever is set
     */
    public MapStep<I, R> maxConcurrency(int items) {
        return new MapStep<>(node().with(concurrency(node(), number("maxConcurrency", items))));
    }

    /** Like {@link #maxConcurrency(int)}, with a number that is read when the state is entered. */
    public MapStep<I, R> maxConcurrency(Numeric<? super I, ?> items) {
        return new MapStep<>(node().with(concurrency(node(), items.tree())));
    }

    /**
     * Writes the processor under its old name {@code Iterator}, which knows no {@code ProcessorConfig}, and what it takes under the
     * old name {@code Parameters}.
     */
    public MapStep<I, R> iterator() {
        return new MapStep<>(node().without("/ItemProcessor/ProcessorConfig")
                .renaming("ItemProcessor", "Iterator")
                .renaming("ItemSelector", "Parameters"));
    }

    static Work.Map concurrency(ActionNode node, Tree number) {
        return ((Work.Map) node.work()).maxConcurrency(number);
    }

    static Tree number(String setting, int number) {
        if (number < 0) {
            throw new IllegalArgumentException(setting + " must be 0 or more, found " + number);
        }
        return Dsl.value(number).tree();
    }

    @Override
    public MapStep<I, R> retry(Retry... rules) {
        return new MapStep<>(node().retry(List.of(rules)));
    }

    @Override
    public MapStep<I, R> comment(String comment) {
        return new MapStep<>(node().comment(comment));
    }

    @Override
    public MapStep<I, R> timeout(Duration timeout) {
        return new MapStep<>(node().timeout(Limit.of(timeout)));
    }

    @Override
    public MapStep<I, R> heartbeat(Duration heartbeat) {
        return new MapStep<>(node().heartbeat(Limit.of(heartbeat)));
    }

    @Override
    public MapStep<I, R> queryLanguage(QueryLanguage language) {
        return new MapStep<>(node().language(language));
    }

    @Override
    public MapStep<I, R> with(String field, @Nullable Object value) {
        return new MapStep<>(node().with(field, value));
    }

    @Override
    public MapStep<I, R> without(String field) {
        return new MapStep<>(node().without(field));
    }
}
