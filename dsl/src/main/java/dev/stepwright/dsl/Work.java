package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.items.Batches;
import dev.stepwright.dsl.items.ItemReader;
import dev.stepwright.dsl.tree.Tree;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/** What a state does. */
sealed interface Work {
    /**
     * Calls a resource.
     *
     * @param resource the ARN; for a method without one of its own the placeholder, for a callback that which waits
     * @param method the Java method behind the task; null if there is none
     * @param envelope what stands around the argument and the result; null if nothing does
     */
    record Task(
            String resource,
            JavaType argument,
            JavaType result,
            @Nullable TaskMethod method,
            @Nullable Envelope envelope)
            implements Work {}

    /**
     * Runs branches side by side.
     *
     * @param tuple the class of the results; {@code List} if their number is not fixed
     */
    record Parallel(List<Node> branches, Class<?> tuple) implements Work {}

    /**
     * Runs a flow for every item.
     *
     * @param maxConcurrency how many at a time; null for as many as possible
     * @param distribution how the work is spread over executions of its own; null if it is not
     */
    record Map(
            Items items,
            Node processor,
            @Nullable Tree maxConcurrency,
            @Nullable Distribution distribution) implements Work {
        Map with(Distribution other) {
            return new Map(items, processor, maxConcurrency, other);
        }

        Map maxConcurrency(Tree number) {
            return new Map(items, processor, number, distribution);
        }
    }

    /**
     * The items of a Map state; either the list or the reader is there.
     *
     * @param taken what the flow takes; null if it is the item
     * @param batches how the items are put together; null if the flow takes one at a time
     * @param as as what the flow reads what it takes; null if as what that is
     */
    record Items(
            @Nullable Tree list,
            @Nullable ItemReader<?, ?> reader,
            @Nullable Tree taken,
            @Nullable Batches<?, ?> batches,
            @Nullable Type as) {
        static Items of(Tree list) {
            return new Items(list, null, null, null, null);
        }

        static Items of(ItemReader<?, ?> reader) {
            return new Items(null, reader, null, null, null);
        }

        Items taken(Expr<?, ?, ?> taken) {
            return new Items(list, reader, taken.tree(), batches, as);
        }

        Items batches(Batches<?, ?> batches) {
            return new Items(list, reader, taken, batches, as);
        }

        Items as(Type as) {
            return new Items(list, reader, taken, batches, as);
        }
    }
}
