package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.evaluate.Expression;
import org.jspecify.annotations.Nullable;

/**
 * What a Map iterates over, and on which terms. Null where the state says nothing.
 *
 * @param items gives the items, an array or an object, from the effective input
 * @param itemSelector gives the input of an iteration
 * @param reader reads the items, which then come from nowhere else
 * @param writer says what becomes of the results
 * @param isExpress whether the items of a distributed Map run as Express executions
 * @param unsupported why the state cannot be run, although the definition is accepted
 */
public record MapTerms(
        Expression items,
        @Nullable Expression itemSelector,
        @Nullable NumberField maxConcurrency,
        @Nullable NumberField toleratedCount,
        @Nullable NumberField toleratedPercentage,
        @Nullable ReaderPlan reader,
        @Nullable Batching batching,
        @Nullable WriterPlan writer,
        @Nullable String label,
        boolean isExpress,
        @Nullable String unsupported) {

    /**
     * {@code ItemBatcher}.
     *
     * @param batchInput gives what every batch is given besides its items, or null
     */
    public record Batching(
            @Nullable NumberField maxItems,
            @Nullable NumberField maxBytes,
            @Nullable Expression batchInput) {}
}
