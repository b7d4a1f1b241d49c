package dev.stepwright.dsl;

import dev.stepwright.dsl.items.Batch;
import dev.stepwright.dsl.items.Batches;

/**
 * A distributed Map state whose items are known. It needs {@code process}; before that the items can be put together to batches.
 *
 * @param <I> the type of the input
 * @param <T> what the processor takes if there are no batches
 */
public sealed class NeedsBatchesOrProcessor<I, T> extends NeedsProcessor<I, T> permits DistributedItems {
    NeedsBatchesOrProcessor(StateName name, Work.Items items) {
        super(name, items);
    }

    /** Puts the items together to batches; the processor takes a whole one. */
    public final <J extends I, B> NeedsProcessor<J, Batch<B, T>> batches(Batches<? super J, B> batches) {
        return new NeedsProcessor<>(name(), items().batches(batches));
    }
}
