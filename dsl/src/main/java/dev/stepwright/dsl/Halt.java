package dev.stepwright.dsl;

import org.jspecify.annotations.Nullable;

/**
 * A flow that control never comes out of: it fails, or jumps elsewhere. So it fits wherever any output is expected.
 *
 * @param <I> the type of the input
 * @param <X> any type
 */
public sealed interface Halt<I, X> extends Branch<I, X>, Terminal<I, X> permits HaltingFlow {
    @Override
    default Halt<I, X> comment(String comment) {
        return with("Comment", comment);
    }

    @Override
    default Halt<I, X> with(String field, @Nullable Object value) {
        return new HaltingFlow<>(StateNode.End.of(node()).with(field, value));
    }
}
