package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.Numeric;
import dev.stepwright.dsl.items.ResultFormat;
import dev.stepwright.dsl.items.WrittenResults;
import dev.stepwright.dsl.tree.Tree;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A Map state that works on each item, or on each batch of them, in an execution of its own. Those see none of the variables around
 * them.
 *
 * @param <I> the type of the input
 * @param <R> what the processor gives for each item or batch
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">AWS: Distributed Map</a>
 */
public final class DistributedMap<I, R> extends WithResult<I, List<R>> {
    private static final int PERCENT = 100;

    DistributedMap(ActionNode node) {
        super(node);
    }

    private Distribution distribution() {
        return node().work() instanceof Work.Map map && map.distribution() != null
                ? map.distribution()
                : Distribution.STANDARD;
    }

    private ActionNode with(Distribution other) {
        return node().with(((Work.Map) node().work()).with(other));
    }

    /** Sets the kind of the executions; without it, {@link ExecutionType#STANDARD}. */
    public DistributedMap<I, R> executionType(ExecutionType type) {
        return new DistributedMap<>(with(distribution().with(type)));
    }

    /** Sets the part of the executions' names that says what they are: up to 40 letters, digits, hyphens and the like. */
    public DistributedMap<I, R> label(String label) {
        return new DistributedMap<>(with(distribution().label(label)));
    }

    /**
     * Sets how many executions run at a time; without this, as many as possible.
     *
     * @param executions 0 or more; 0 for as many as possible. AWS: 10,000 at most, whatever is set
     */
    public DistributedMap<I, R> maxConcurrency(int executions) {
        return new DistributedMap<>(
                node().with(MapStep.concurrency(node(), MapStep.number("maxConcurrency", executions))));
    }

    /** Like {@link #maxConcurrency(int)}, with a number that is read when the state is entered. */
    public DistributedMap<I, R> maxConcurrency(Numeric<? super I, ?> executions) {
        return new DistributedMap<>(node().with(MapStep.concurrency(node(), executions.tree())));
    }

    /**
     * Sets how many items may fail before the state fails, with {@link Errors#EXCEED_TOLERATED_FAILURE_THRESHOLD}; without this, none.
     *
     * @param items 0 or more
     */
    public DistributedMap<I, R> toleratedFailures(int items) {
        return new DistributedMap<>(with(distribution().count(MapStep.number("toleratedFailures", items))));
    }

    /** Like {@link #toleratedFailures(int)}, with a number that is read when the state is entered. */
    public DistributedMap<I, R> toleratedFailures(Numeric<? super I, ?> items) {
        return new DistributedMap<>(with(distribution().count(items.tree())));
    }

    /**
     * Sets how many percent of the items may fail before the state fails; without this, none. If a number is set, too, the one that is
     * passed first counts.
     *
     * @param percent 0 to 100
     */
    public DistributedMap<I, R> toleratedFailurePercentage(double percent) {
        if (!(percent >= 0 && percent <= PERCENT)) {
            throw new IllegalArgumentException("a percentage must be 0 to 100, found " + percent);
        }
        Number written = percent == Math.rint(percent) ? (Number) (int) percent : percent;
        return new DistributedMap<>(
                with(distribution().percentage(Dsl.value(written).tree())));
    }

    /** Like {@link #toleratedFailurePercentage(double)}, with a number that is read when the state is entered. */
    public DistributedMap<I, R> toleratedFailurePercentage(Numeric<? super I, ?> percent) {
        return new DistributedMap<>(with(distribution().percentage(percent.tree())));
    }

    /** Writes the results to S3 and gives the place. */
    public WithResult<I, WrittenResults> writeResults(
            Expr<? super I, Object, String> bucket, Expr<? super I, Object, String> prefix) {
        return new WithResult<>(with(
                distribution().results(new Distribution.Results(place(bucket, prefix), null, WrittenResults.class))));
    }

    /** Writes the results to S3 in a format and gives the place. */
    public WithResult<I, WrittenResults> writeResults(
            ResultFormat format, Expr<? super I, Object, String> bucket, Expr<? super I, Object, String> prefix) {
        return new WithResult<>(with(
                distribution().results(new Distribution.Results(place(bucket, prefix), format, WrittenResults.class))));
    }

    private static Tree place(Expr<?, ?, String> bucket, Expr<?, ?, String> prefix) {
        return new Tree.ObjectTemplate(
                JsonNode.class, List.of("Bucket", "Prefix"), List.of(bucket.tree(), prefix.tree()));
    }

    /**
     * Gives the results in a format, not as the list of what the processor gives.
     *
     * @param type what they are in that format
     */
    public <W> WithResult<I, W> formatResults(ResultFormat format, TypeRef<W> type) {
        return new WithResult<>(with(distribution().results(new Distribution.Results(null, format, type.type()))));
    }

    @Override
    public DistributedMap<I, R> retry(Retry... rules) {
        return new DistributedMap<>(node().retry(List.of(rules)));
    }

    @Override
    public DistributedMap<I, R> comment(String comment) {
        return new DistributedMap<>(node().comment(comment));
    }

    @Override
    public DistributedMap<I, R> queryLanguage(QueryLanguage language) {
        return new DistributedMap<>(node().language(language));
    }
}
