package dev.stepwright.dsl;

/**
 * A distributed Map state whose items are known. It is no step yet: it needs {@code process}.
 *
 * @param <I> the type of the input
 * @param <T> what the processor takes
 */
public sealed class NeedsProcessor<I, T> permits NeedsBatchesOrProcessor {
    private final StateName name;
    private final Work.Items items;

    NeedsProcessor(StateName name, Work.Items items) {
        this.name = name;
        this.items = items;
    }

    final StateName name() {
        return name;
    }

    final Work.Items items() {
        return items;
    }

    /** Says as what the processor reads what it takes; nothing of that stands in the definition. */
    public final <Q> NeedsProcessor<I, Q> takenAs(Class<Q> type) {
        return new NeedsProcessor<>(name, items.as(type));
    }

    /** Says what is done with each item, or with each batch of them. */
    public final <R> DistributedMap<I, R> process(Flow<? super T, R> processor) {
        return new DistributedMap<>(
                ActionNode.of(name, new Work.Map(items, processor.node(), null, Distribution.STANDARD)));
    }
}
