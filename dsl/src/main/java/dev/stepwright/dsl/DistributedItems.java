package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.MapItem;

/**
 * The items of a distributed Map state. It needs {@code process}; before that each item can be made into something else, and the
 * items can be put together to batches.
 *
 * @param <I> the type of the input
 * @param <E> what an item is
 */
public final class DistributedItems<I, E> extends NeedsBatchesOrProcessor<I, E> {
    DistributedItems(StateName name, Work.Items items) {
        super(name, items);
    }

    /**
     * Makes what the processor takes of the item and the state's input.
     *
     * @param taken {@link Dsl#item()} is the item
     */
    public <J extends I, T> NeedsBatchesOrProcessor<J, T> select(Expr<? super J, ? super MapItem<E>, T> taken) {
        return new NeedsBatchesOrProcessor<>(name(), items().taken(taken));
    }
}
